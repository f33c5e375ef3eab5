import { areaOf, codeList, dayNumber, dayNumbered } from '@dayaq/domain';
import {
  type Count,
  type Dimension,
  DIMENSIONS,
  type Given,
  NOT_KNOWN,
  NOT_SAID,
  notWhole,
  PLACE_DIMENSION,
  type Question,
  SEVERAL,
} from '@dayaq/domain/count';
import { formatDate, formatList, formatNumber, type Translator } from '@dayaq/locale';
import { areaLabel, codeLabel, fieldLabel, kindLabel } from '../fields/index.ts';

export const UNIT_NAMES = ['cases', 'persons', 'victims', 'acts'] as const;

/** What a dimension is called. */
export function dimensionName(translator: Translator, { by, fine }: Dimension): string {
  if (by === PLACE_DIMENSION)
    return translator.t(fine === true ? 'figures.by.district' : 'figures.by.region');
  const field = DIMENSIONS.get(by);
  if (field === undefined) return translator.t(by === 'year' ? 'figures.by.year' : 'figures.by.month');
  return `${kindLabel(translator, field.kind)}: ${fieldLabel(translator, field.kind, field.field.name)}`;
}

/** What a row of a table is called. */
export function rowName(translator: Translator, { by }: Dimension, name: string): string {
  if (name === NOT_SAID) return translator.t('figures.row.notSaid');
  if (name === SEVERAL) return translator.t('figures.row.several');
  if (name === NOT_KNOWN) return translator.t('figures.row.notKnown');
  if (by === 'month') return formatDate(translator.language, name, 'month');
  if (by === 'year') return name;
  const list = DIMENSIONS.get(by)?.field.list ?? null;
  return list === null ? areaLabel(translator, name) : codeLabel(translator, list, name);
}

/**
 * Why a row is of no whole month or year, in words; empty where it is.
 * @param day on which it was counted
 */
export function wholeText(
  { t }: Translator,
  question: Question,
  dimension: Dimension,
  name: string,
  day: string,
): string {
  const why = notWhole(question, dimension, name, day);
  return why === null ? '' : t(`figures.whole.${why}`);
}

/** Whether a dimension has a second level to go to. */
export function canBeFine({ by }: Dimension): boolean {
  if (by === PLACE_DIMENSION) return true;
  const list = DIMENSIONS.get(by)?.field.list ?? null;
  return codeList(list ?? '')?.codes.some(({ parent }) => parent !== undefined) === true;
}

/** "11", "11–40", or the sign for what is kept back. */
export function rangeText(translator: Translator, low: number | null, high: number | null): string {
  if (low === null) return translator.t('figures.keptBack');
  const number = (value: number): string => formatNumber(translator.language, value);
  return high === null || high === low ? number(low) : `${number(low)}–${number(high)}`;
}

/** How many of what: the finding, before any table. */
export function headline(
  translator: Translator,
  question: Question,
  all: { low: number | null; high: number | null },
): string {
  const { low, high } = all;
  if (low === null) return translator.t('figures.few');
  const counted = translator.t(`figures.count.${question.unit}`, { count: low });
  return high === null || high === low
    ? counted
    : translator.t('figures.upTo', { counted, high: formatNumber(translator.language, high) });
}

const dayBefore = (day: string): string => dayNumbered(dayNumber(day) - 1);

function periodText({ language, t }: Translator, { from, to, dated }: Question): string {
  const day = (value: string): string => formatDate(language, value, 'long');
  const which = t(`figures.dated.${dated}`);
  if (from === null && to === null) return '';
  if (from !== null && to !== null) {
    const month = from.slice(0, 7);
    // A whole month is called by its name.
    const isMonth = from.endsWith('-01') && to.startsWith(month) && dayBefore(nextMonth(month)) === to;
    if (isMonth) return `${which}: ${formatDate(language, month, 'long')}`;
    return `${which}: ${day(from)} – ${day(to)}`;
  }
  return from === null
    ? `${which}: ${t('figures.until', { day: day(to ?? '') })}`
    : `${which}: ${t('figures.since', { day: day(from) })}`;
}

/** The first day of the month after. */
export function nextMonth(month: string): string {
  const [year = 0, at = 1] = month.split('-').map(Number);
  return at === 12 ? `${year + 1}-01-01` : `${year}-${String(at + 1).padStart(2, '0')}-01`;
}

/** The last day of a month. */
export const endOfMonth = (month: string): string => dayBefore(nextMonth(month));

/** What is counted, in one sentence: by what, of when, where, whom, and as of which day. */
export function sentence(translator: Translator, question: Question, day: string): string {
  const { by, basis, who, area, placed, only } = question;
  const field = only === null ? undefined : DIMENSIONS.get(only.by);
  const parts = [
    by.length === 0
      ? ''
      : translator.t('figures.say.by', {
          what: formatList(
            translator.language,
            by.map((each) => dimensionName(translator, each)),
          ),
        }),
    only === null || field === undefined
      ? ''
      : translator.t('figures.say.only', { what: codeLabel(translator, field.field.list ?? '', only.code) }),
    periodText(translator, question),
    area === null || areaOf(area) === undefined
      ? ''
      : `${translator.t(`figures.placed.${placed}`)}: ${areaLabel(translator, area)}`,
    by.length > 0 ? translator.t(`figures.basis.${basis}`) : '',
    translator.t(`figures.who.${who}`),
    translator.t('figures.say.asOf', { day: formatDate(translator.language, day, 'long') }),
  ];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}

/** What has to be known beside the numbers. */
export function notes(
  { t }: Translator,
  figure: Pick<Count | Given, 'overlaps' | 'question'> &
    Record<'perhaps' | 'undated' | 'withheld', number | null>,
): string[] {
  const said = (count: number | null, say: (count: number) => string, few: () => string): string[] =>
    count === null ? [few()] : count === 0 ? [] : [say(count)];
  const { perhaps, undated, withheld, overlaps, question } = figure;
  return [
    ...(overlaps && question.by.length > 0 ? [t('figures.note.overlaps')] : []),
    ...said(
      perhaps,
      (count) => t('figures.note.perhaps', { count }),
      () => t('figures.note.perhapsFew'),
    ),
    ...said(
      undated,
      (count) => t('figures.note.undated', { count }),
      () => t('figures.note.undatedFew'),
    ),
    ...said(
      withheld,
      (count) => t('figures.note.withheld', { count }),
      () => t('figures.note.withheldFew'),
    ),
  ];
}
