import { dayNumber } from '@dayaq/domain';
import type { Suggestion } from '@dayaq/domain/count';
import { formatDate, type Translator } from '@dayaq/locale';
import { areaLabel, codeLabel } from '../fields/index.ts';

/** Why acts are suggested: how many, of how many cases, within how long, and what they have in common. */
export function reasonText(translator: Translator, { acts, cases, from, to, ...traits }: Suggestion): string {
  const { t, language } = translator;
  const weeks = Math.max(1, Math.ceil((dayNumber(to) - dayNumber(from) + 1) / 7));
  const day = (value: string): string => formatDate(language, value, 'long');
  const { unit, by, area, type } = traits;
  const shared = [
    unit === null ? null : t('patterns.same.unit', { what: unit }),
    by === null ? null : t('patterns.same.by', { what: codeLabel(translator, 'perpetrator-types', by) }),
    area === null ? null : t('patterns.same.area', { what: areaLabel(translator, area) }),
    type === null ? null : t('patterns.same.type', { what: codeLabel(translator, 'violation-types', type) }),
  ];
  const many = `${t('patterns.acts', { count: acts })} ${t('patterns.ofCases', { count: cases.length })}`;
  const when =
    from === to ? day(from) : `${day(from)} – ${day(to)}, ${t('patterns.weeks', { count: weeks })}`;
  return `${[`${many} (${when})`, ...shared.filter((each) => each !== null)].join('; ')}.`;
}
