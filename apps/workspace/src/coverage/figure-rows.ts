import {
  type CentresGap,
  type Coverage,
  type FamilyPlaces,
  type Figure,
  type PlacesClaim,
  type Requirement,
  timesFewer,
} from '@dayaq/domain';
import type { FigureRow } from './FigureTable.tsx';
import { isOld } from './places.ts';
import type { Words } from './words.ts';

/** "Source: …, 2024, rounded". */
export function sourceText({ t, code, date }: Words, figure: Figure): string {
  const source = figure.said === '' ? code('figure-sources', figure.source) : figure.said;
  const said = { source, date: date(figure.date) };
  // Its label says already that we rounded it.
  return figure.approximate && figure.source !== 'general-knowledge'
    ? t('coverage.figure.sourceRounded', said)
    : t('coverage.figure.source', said);
}

/** What a standard asks, once for each population figure. */
export function neededRows(
  requirements: readonly Requirement[],
  of: 'people' | 'women',
  today: string,
  words: Words,
): FigureRow[] {
  return requirements.map(({ base, per, needed }, index) => ({
    key: `needed-${index}`,
    kind: 'needed',
    what: words.t('coverage.figure.needed'),
    formula: words.t(`coverage.formula.${of}`, {
      base: words.number(base.value),
      per: words.number(per),
      needed: words.number(needed),
    }),
    source: sourceText(words, base),
    value: needed,
    isOld: isOld(base.date, today),
  }));
}

/** How places were read as family places. */
export function readingFormula(reading: FamilyPlaces, words: Words): string {
  const { t, number } = words;
  const args = {
    whole: number(reading.whole),
    divided: number(reading.divided),
    children: number(reading.children.value),
    places: number(reading.familyPlaces),
  };
  if (reading.divided === 0) return t('coverage.formula.whole', args);
  return reading.whole === 0 ? t('coverage.formula.divided', args) : t('coverage.formula.mixed', args);
}

/** "In our directory" or "Published", and how the number is read where its unit is open. */
export function claimWords({ figure }: PlacesClaim, { reading }: FamilyPlaces, { t, number }: Words): string {
  const from = figure.source === 'directory' ? 'directory' : 'published';
  if (from === 'directory') {
    if (reading === 'as-said') return t('coverage.claim.directory');
    return t(`coverage.claim.directory-${reading}`);
  }
  if (reading === 'as-said') return t('coverage.claim.published', { number: number(figure.value) });
  return t(`coverage.claim.published-${reading}`, { number: number(figure.value) });
}

/** Every answer to "how many places are there", read in every way that it can be. */
export function claimRows(claims: readonly PlacesClaim[], today: string, words: Words): FigureRow[] {
  return claims.flatMap((claim, index) =>
    claim.readings.map((reading) => ({
      key: `claim-${index}-${reading.reading}`,
      kind: 'there' as const,
      what: claimWords(claim, reading, words),
      formula: readingFormula(reading, words),
      source: sourceText(words, claim.figure),
      value: reading.familyPlaces,
      isOld: isOld(claim.figure.date, today),
    })),
  );
}

/** How many times fewer places there are than the standard asks, in every reading that the figures leave open. */
export function timesFewerTexts(
  coverage: Pick<Coverage, 'familyPlaces'>,
  words: Words,
): { key: string; text: string }[] {
  const { requirements: required, claims } = coverage.familyPlaces;
  return timesFewer(required, claims).flatMap(({ requirement, claim, places, times }, index) =>
    times === null
      ? []
      : [
          {
            key: `${index}`,
            text: words.t('coverage.standards.times', {
              needed: words.number(requirement.needed),
              places: words.number(places.familyPlaces),
              times: words.number(times),
              claim: claimWords(claim, places, words),
              base: words.number(requirement.base.value),
            }),
          },
        ],
  );
}

/** What is asked and what there is of a kind of centre. */
export function centreRows(gap: CentresGap, today: string, words: Words): FigureRow[] {
  return [...neededRows(gap.requirements, 'women', today, words), haveRow(gap.have, today, words)];
}

/** A count of what is in the directory today. */
export function haveRow(value: number, today: string, words: Words): FigureRow {
  const figure: Figure = {
    value,
    unit: '',
    source: 'directory',
    said: '',
    date: { day: today },
    approximate: false,
  };
  return {
    key: 'have',
    kind: 'there',
    what: words.t('coverage.claim.working'),
    source: sourceText(words, figure),
    value,
  };
}

/** The helpline: the standard says one, whatever the population. */
export function helplineRows(
  coverage: Pick<Coverage, 'helplines'>,
  today: string,
  words: Words,
): FigureRow[] {
  return [
    {
      key: 'needed',
      kind: 'needed',
      what: words.t('coverage.figure.needed'),
      source: words.t('coverage.figure.source', {
        source: words.t('coverage.standards.study'),
        date: words.date({ day: '2008' }),
      }),
      value: 1,
    },
    haveRow(coverage.helplines, today, words),
  ];
}
