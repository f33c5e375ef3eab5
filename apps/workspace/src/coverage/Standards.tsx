import type { Coverage, Figures } from '@dayaq/domain';
import { formatList } from '@dayaq/locale';
import { useId } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { FigureTable } from './FigureTable.tsx';
import {
  centreRows,
  claimRows,
  helplineRows,
  neededRows,
  sourceText,
  timesFewerTexts,
} from './figure-rows.ts';
import type { Places } from './places.ts';
import { PlacesTable } from './PlacesTable.tsx';
import type { Words } from './words.ts';

/** The country beside the least that it should have, each figure with its formula, source and date. */
export function Standards({
  coverage,
  figures,
  places,
  today,
  words,
}: {
  coverage: Coverage;
  figures: Figures;
  places: Places;
  today: string;
  words: Words;
}) {
  const id = useId();
  const { with: there, without } = coverage.regions;
  const children = figures.of('children-per-mother')[0];
  const fewer = timesFewerTexts(coverage, words);
  const standard = (code: string) => words.code('coverage-standards', code);
  const centres = [
    ['rape-crisis-centres', coverage.rapeCrisis],
    ['sexual-assault-centres', coverage.sexualAssault],
  ] as const;
  return (
    <section class="coverage-section" aria-labelledby={id}>
      <h2 id={id}>{t('coverage.standards.title')}</h2>
      <p>{t('coverage.standards.intro')}</p>
      <p class="small muted">
        {t('coverage.figure.source', {
          source: t('coverage.standards.study'),
          date: words.date({ day: '2008' }),
        })}
      </p>
      <div class="coverage-standards">
        <div class="stack stack-tight">
          <FigureTable
            title={standard('family-places')}
            unit={words.code('capacity-units', 'family-places')}
            rows={[
              ...neededRows(coverage.familyPlaces.requirements, 'people', today, words),
              ...claimRows(coverage.familyPlaces.claims, today, words),
            ]}
            words={words}
          >
            <p class="small">
              {t('coverage.standards.familyPlace')}{' '}
              {children !== undefined &&
                t('coverage.standards.children', {
                  children: words.number(children.value),
                  source: sourceText(words, children),
                })}{' '}
              {coverage.familyPlaces.claims.length === 0 && t('coverage.standards.noPlaces')}
            </p>
          </FigureTable>
          {fewer.length > 0 && (
            <div class="stack stack-tight">
              <h4 class="kicker">{t('coverage.standards.timesTitle')}</h4>
              <ul class="coverage-times small">
                {fewer.map(({ key, text }) => (
                  <li key={key}>{text}</li>
                ))}
              </ul>
            </div>
          )}
          <PlacesTable places={places} disagreements={coverage.familyPlaces.disagreements} words={words} />
        </div>
        {centres.map(([code, gap]) => (
          <FigureTable
            key={code}
            title={standard(code)}
            unit={t('coverage.figure.centres')}
            rows={centreRows(gap, today, words)}
            words={words}
          />
        ))}
        <FigureTable
          title={standard('national-helpline')}
          unit={t('coverage.figure.helplines')}
          rows={helplineRows(coverage, today, words)}
          words={words}
        />
        <div class="coverage-figures stack stack-tight">
          <h3>{standard('shelter-in-every-region')}</h3>
          <p>
            {t('coverage.standards.regions', {
              there: words.number(there.length),
              all: words.number(there.length + without.length),
            })}
          </p>
          {without.length > 0 && (
            <p>
              <strong>{t('coverage.standards.regionsWithout')}</strong>{' '}
              {formatList(words.translator.language, without.map(words.area))}
            </p>
          )}
        </div>
      </div>
    </section>
  );
}
