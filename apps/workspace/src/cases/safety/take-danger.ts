import { isEmpty } from '@dayaq/domain';
import type { Change, Id, RecordView } from '@dayaq/vault/client';
import { textIn } from '../detail/open-case.ts';

/** The rule whose task is about a danger that a record of the kind tells. */
const RULES: Readonly<Record<string, string>> = {
  risk: 'risk-act',
  threat: 'threat-act',
  case: 're-contact-urgent',
};

export function dangerRule(kind: string): string | undefined {
  return Object.hasOwn(RULES, kind) ? RULES[kind] : undefined;
}

/** The open task about a danger, where somebody wrote one down already. The intake's own is about the whole case. */
export function dangerTask(records: readonly RecordView[], danger: RecordView): RecordView | undefined {
  const rule = dangerRule(danger.kind);
  return records.find(
    (record) =>
      record.kind === 'task' &&
      !record.deleted &&
      textIn(record, 'rule') === rule &&
      (textIn(record, 'about') === danger.id || danger.kind === 'case') &&
      isEmpty(record.fields.done?.value),
  );
}

/**
 * "I take it": the open task of the danger's rule gets an owner and the moment, or is made.
 * @param what words of a task that has to be made
 */
export function takeDanger(
  records: readonly RecordView[],
  danger: RecordView,
  by: { me: Id; now: number; today: string; what: string; freshId: Id },
): Change[] {
  const rule = dangerRule(danger.kind);
  if (rule === undefined) return [];
  const taking = { owner: { set: by.me }, taken: { set: by.now } };
  const task = dangerTask(records, danger);
  if (task !== undefined) return [{ kind: 'task', record: task.id, fields: taking }];
  return [
    {
      kind: 'task',
      record: by.freshId,
      fields: {
        what: { set: by.what },
        due: { set: { day: by.today } },
        rule: { set: rule },
        about: { set: danger.id },
        ...taking,
      },
    },
  ];
}
