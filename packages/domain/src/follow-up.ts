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
}

/** After an intake the first rule that applies makes the follow-up task: nobody is written down and forgotten. */
export const RULES: readonly FollowUpRule[] = [
  {
    rule: 're-contact-urgent',
    days: 1,
    when: [
      { kind: 'case', field: 'danger', in: ['high'] },
      { kind: 'case', field: 'wants', in: ['medical-care', 'treatment', 'safe-place'] },
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
        ],
      },
      {
        kind: 'violation',
        field: 'stateOfPerson',
        in: ['injured', 'in-hospital', 'without-treatment', 'missing'],
      },
      { kind: 'person', field: 'artStatus', in: ['interrupted'] },
      { kind: 'person', field: 'ostStatus', in: ['interrupted'] },
    ],
  },
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
  const found = RULES.find((r) => r.when.length === 0 || r.when.some((c) => applies(c, records)));
  return found === undefined ? null : { rule: found.rule, due: addDays(today, found.days) };
}
