import type { Movement, Range } from '@dayaq/domain';
import { valuesOf } from '@dayaq/acts/record-values';
import { formatNumber, type PlainKey } from '@dayaq/locale';
import type { RecordView } from '@dayaq/vault/client';
import { type Surroundings, valueText } from '../fields/index.ts';
import { OF_WHOM } from './indicators.ts';

/** What may be said of how a number moved. */
export const MOVED = {
  'no-baseline': 'plans.indicators.moved.noBaseline',
  'not-measured': 'plans.indicators.moved.notMeasured',
  towards: 'plans.indicators.moved.towards',
  away: 'plans.indicators.moved.away',
  unchanged: 'plans.indicators.moved.unchanged',
  'cannot-say': 'plans.indicators.moved.cannotSay',
} as const satisfies Record<Movement, PlainKey>;

/** In what a sheet counts. */
export const unitOf = (around: Surroundings, sheet: RecordView): string =>
  valueText({
    ...around,
    kind: 'indicator-sheet',
    field: 'unit',
    value: sheet.fields['unit']?.value,
    values: valuesOf(sheet),
  });

/** "4" or "4–6". */
export function rangeText({ translator }: Pick<Surroundings, 'translator'>, { least, most }: Range): string {
  const from = formatNumber(translator.language, least);
  return least === most ? from : `${from}–${formatNumber(translator.language, most)}`;
}

/** Of whom a number is; empty where it is of all. */
export function whomText(around: Surroundings, record: RecordView): string {
  const values = valuesOf(record);
  return Object.values(OF_WHOM)
    .flatMap(([field]) =>
      field === undefined
        ? []
        : [valueText({ ...around, kind: 'measurement', field, value: values[field], values })],
    )
    .filter(Boolean)
    .join(', ');
}
