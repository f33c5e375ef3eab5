import { DANGER_RULES, type OpenTask } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import type { Change, DangerRow, FieldOp, Id, Outcome, TaskRow, Value, Vault } from '@dayaq/vault/client';

/** What somebody does with a thing that is due. */
export type TaskAct =
  | { act: 'take' }
  | { act: 'assign'; to: Id }
  /** @param due YYYY-MM-DD */
  | { act: 'move'; due: string }
  | { act: 'done' };

export interface Actor {
  vault: Pick<Vault, 'newId' | 'save' | 'tasks'>;
  translator: Translator;
  me: Id;
}

/** What a task says to do: its own words, or those of the rule that asks for it. */
export function taskTitle(translator: Translator, task: Pick<OpenTask, 'what' | 'rule'>): string {
  return task.what || (task.rule === '' ? '' : translator.label('codes', 'task-rules', task.rule));
}

/**
 * The changes of an act. What only a rule asks for becomes a task with it, in the words of whoever takes it up; a rule
 * and what it is about make it one of a kind.
 */
export async function taskChanges(
  { vault, translator, me }: Actor,
  task: OpenTask,
  act: TaskAct,
  now: number,
): Promise<Change[]> {
  const begun: Record<string, Value> =
    task.record === ''
      ? {
          what: taskTitle(translator, task),
          rule: task.rule,
          about: task.about,
          ...(task.due === '' ? {} : { due: { day: task.due } }),
          ...(task.owner === '' ? {} : { owner: task.owner }),
        }
      : {};
  const record = task.record === '' ? await vault.newId() : task.record;
  return [{ kind: 'task', record, fields: setting({ ...begun, ...actFields(act, me, now) }) }];
}

function actFields(act: TaskAct, me: Id, now: number): Record<string, Value> {
  switch (act.act) {
    case 'take':
      return { owner: me, taken: now };
    case 'assign':
      // Whoever is given it has not said yet that they take it.
      return { owner: act.to, taken: null };
    case 'move':
      return { due: { day: act.due } };
    case 'done':
      return { done: now, doneBy: me };
  }
}

function setting(values: Record<string, Value>): Record<string, FieldOp> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { set: value }]));
}

/** Does it, in one entry of the task's case. */
export async function actOnTask(actor: Actor, row: TaskRow, act: TaskAct): Promise<Outcome<null>> {
  const changes = await taskChanges(actor, row, act, Date.now());
  return actor.vault.save({ dossier: row.dossier, changes }, row.space);
}

const MOST_OF_A_CASE = 500;

/**
 * "I take it": every danger of the case that waits for somebody is this person's, until they act or let their time pass.
 */
export async function takeDanger(actor: Actor, row: DangerRow): Promise<Outcome<null>> {
  const { record } = row.escalation.danger;
  const waiting = await actor.vault.tasks(
    { owner: null, until: null, dossier: row.dossier, limit: MOST_OF_A_CASE },
    row.space,
  );
  const tasks: OpenTask[] = waiting.filter(
    (task) => task.about === record && DANGER_RULES.includes(task.rule),
  );
  if (tasks.length === 0) tasks.push(dangerTask(record));
  const now = Date.now();
  const changes = await Promise.all(tasks.map((task) => taskChanges(actor, task, { act: 'take' }, now)));
  return actor.vault.save({ dossier: row.dossier, changes: changes.flat() }, row.space);
}

/** For a danger whose own task was done before without quieting it. */
function dangerTask(about: Id): OpenTask {
  return {
    record: '',
    what: '',
    due: '',
    owner: '',
    rule: 'risk-act',
    about,
    kind: '',
    told: {},
    taken: null,
    estimated: false,
    checkWithLawyer: false,
  };
}
