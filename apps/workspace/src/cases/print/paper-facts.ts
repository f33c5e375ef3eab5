import { plainRecord, textIn, valuesOf } from '@dayaq/acts/record-values';
import { gravestDanger, levelBefore } from '@dayaq/domain';
import { dayOf } from '@dayaq/locale';
import type { RecordView } from '@dayaq/vault/client';
import { fieldLabel, valueText } from '../../fields/index.ts';
import type { Surroundings } from '../../fields/props.ts';
import { sayDate } from '../../fields/say-date.ts';

/** What stands under the title of a case on paper, each under its own name. */
const HEAD = ['opened', 'area', 'channel', 'status'] as const;

/** The facts of a case's head: what nobody said is left out, and no value stands there without saying what of. */
export function paperFacts(head: RecordView, around: Surroundings): string[] {
  return HEAD.flatMap((field) => labelled(head, field, around));
}

/**
 * How dangerous it is, as the case's page says it: by all of its records, whatever of them goes on the paper. Empty where
 * nobody said anything of it.
 */
export function paperDanger(records: readonly RecordView[], root: RecordView, around: Surroundings): string {
  const plain = records.filter(({ deleted }) => !deleted).map(plainRecord);
  const level = gravestDanger(plain) ?? levelBefore(plain);
  if (level !== null) return around.translator.t(LEVEL_WORDS[level]);
  const { danger } = root.fields;
  if (danger === undefined || labelled(root, 'danger', around).length === 0) return '';
  // Answered, judged otherwise or closed since: what was said that day is told as of that day, never as of now.
  return around.translator.t('cases.print.dangerOn', {
    day: sayDate(around.translator, { day: dayOf(danger.at) }),
    said: valueOf(root, 'danger', around),
  });
}

const LEVEL_WORDS = {
  low: 'safety.level.low',
  raised: 'safety.level.raised',
  high: 'safety.level.high',
  critical: 'safety.level.critical',
} as const;

function valueOf(record: RecordView, field: string, around: Surroundings): string {
  const values = valuesOf(record);
  return valueText({ ...around, kind: record.kind, field, value: values[field], values });
}

function labelled(record: RecordView, field: string, around: Surroundings): string[] {
  const text = valueOf(record, field, around);
  return text === '' || textIn(record, field) === 'unknown'
    ? []
    : [`${fieldLabel(around.translator, record.kind, field)}: ${text}`];
}
