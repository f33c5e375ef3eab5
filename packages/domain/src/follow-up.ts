import { addDays } from './day.ts';
import type { PlainRecord } from './plain-record.ts';

/** A record of that kind has one of these codes in that field. */
export interface Condition {
  kind: string;
  field: string;
  in: readonly string[];
}

export interface FollowUpRule {
  /** Code of the list `task-rules`; its label words the task. */
  rule: string;
  /** Days after the intake. */
  days: number;
  /** Any of these; none means always. */
  when: readonly Condition[];
  /** But not where one of these holds. */
  unless?: readonly Condition[];
}

/** Acts and states after which days count, whatever somebody says of the danger. */
const CANNOT_WAIT: readonly Condition[] = [
  {
    kind: 'violation',
    field: 'type',
    // After rape the medicine against HIV works only within 72 hours; a pause in treatment is counted in days.
    in: [
      'sexual-violence',
      'treatment-interrupted',
      'torture',
      'attempted-killing',
      'kidnapping',
      'confinement',
      'threat',
      'protection-refused',
    ],
  },
  {
    kind: 'violation',
    field: 'stateOfPerson',
    in: ['injured', 'in-hospital', 'without-treatment', 'missing'],
  },
  { kind: 'person', field: 'artStatus', in: ['interrupted'] },
  { kind: 'person', field: 'ostStatus', in: ['interrupted'] },
];

/** Ways that leave it to the person, or to nobody, to get in touch. */
const NOT_BY_US: readonly unknown[] = ['they-contact-us', 'no-contact'];

/** Whoever alone gets in touch is not sought out: what hurries stands among the dangers, and by its own rule. */
const isNotSoughtOut = ({ kind, deleted, fields }: PlainRecord): boolean =>
  kind === 'person' &&
  !deleted &&
  fields.role === 'client' &&
  Array.isArray(fields.safeChannel) &&
  fields.safeChannel.length > 0 &&
  fields.safeChannel.every((way) => NOT_BY_US.includes(way));

/** After an intake the first rule that applies makes the follow-up task: nobody is written down and forgotten. */
export const RULES: readonly FollowUpRule[] = [
  {
    rule: 're-contact-urgent',
    days: 1,
    when: [
      { kind: 'case', field: 'danger', in: ['high'] },
      { kind: 'case', field: 'wants', in: ['medical-care', 'treatment', 'safe-place'] },
      ...CANNOT_WAIT,
    ],
    // Somebody who says that there is no danger is not called in alarm.
    unless: [{ kind: 'case', field: 'danger', in: ['none'] }],
  },
  { rule: 're-contact-soon', days: 1, when: CANNOT_WAIT },
  { rule: 're-contact', days: 7, when: [] },
];

function applies(condition: Condition, records: readonly PlainRecord[]): boolean {
  return records.some((record) => {
    if (record.deleted || record.kind !== condition.kind) return false;
    const value = record.fields[condition.field];
    const said: readonly unknown[] = Array.isArray(value) ? value : [value];
    return condition.in.some((code) => said.includes(code));
  });
}

/**
 * The task that follows an intake.
 * @param today YYYY-MM-DD, where the worker is
 */
export function followUpAfterIntake(
  records: readonly PlainRecord[],
  today: string,
): { rule: string; due: string } | null {
  if (records.some(isNotSoughtOut)) return null;
  const found = RULES.find(
    ({ when, unless = [] }) =>
      (when.length === 0 || when.some((c) => applies(c, records))) &&
      !unless.some((c) => applies(c, records)),
  );
  return found === undefined ? null : { rule: found.rule, due: addDays(today, found.days) };
}
