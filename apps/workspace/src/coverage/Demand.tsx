import { type Coverage, demandAgainst, type Figures, publishedDemand } from '@dayaq/domain';
import { useId } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { claimWords, sourceText } from './figure-rows.ts';
import { type FigureRow, FigureTable } from './FigureTable.tsx';
import { isOld } from './places.ts';
import type { Words } from './words.ts';

/** Published demand divided by every reading of the places. */
export function Demand({
  coverage,
  figures,
  today,
  words,
}: {
  coverage: Coverage;
  figures: Figures;
  today: string;
  words: Words;
}) {
  const id = useId();
  const demands = publishedDemand(figures);
  const rows = coverage.familyPlaces.claims.flatMap((claim, index) =>
    demandAgainst(demands, claim.readings).map(({ demand, places, perPlace }): FigureRow | null =>
      perPlace === null
        ? null
        : {
            key: `${index}-${places.reading}-${demand.date.day}`,
            kind: 'there',
            what: claimWords(claim, places, words),
            formula: t('coverage.formula.demand', {
              demand: words.number(demand.value),
              places: words.number(places.familyPlaces),
              perPlace: words.number(perPlace),
            }),
            source: [...new Set([sourceText(words, demand), sourceText(words, claim.figure)])].join(' · '),
            value: perPlace,
            isOld: isOld(demand.date, today) || isOld(claim.figure.date, today),
          },
    ),
  );
  const shown = rows.filter((row) => row !== null);
  return (
    <section class="coverage-section" aria-labelledby={id}>
      <h2 id={id}>{t('coverage.demand.title')}</h2>
      {shown.length === 0 ? (
        <p class="muted">
          {demands.length === 0 ? t('coverage.demand.nothing') : t('coverage.demand.noPlaces')}
        </p>
      ) : (
        <>
          <p>{t('coverage.demand.intro')}</p>
          <FigureTable
            title={t('coverage.demand.table')}
            unit={t('coverage.demand.unit')}
            rows={shown}
            words={words}
          />
        </>
      )}
    </section>
  );
}
