import { DANGER_RULES, isEmpty, isUntilSafe, type OpenTask } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import { textIn } from './record-values.ts';
import type { ActOn, Beginning, Standing, Writing } from './plan.ts';
import type {
  Change,
  DangerRow,
  FieldOp,
  Id,
  Outcome,
  RecordView,
  TaskRow,
  Value,
  Vault,
} from '@dayaq/vault/client';

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
 * The changes of an act. What only a rule asks for becomes a task with it, by the rule's code: each reads it in their own
 * language. A rule and what it is about make it one of a kind.
 */
export async function taskChanges(
  { vault, me }: Actor,
  task: OpenTask,
  act: TaskAct,
  now: number,
): Promise<Change[]> {
  const begun: Record<string, Value> =
    task.record === ''
      ? {
          ...(task.what === '' ? {} : { what: task.what }),
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

/** Does it, in one entry of the task's case; answers what would take it back. */
export async function actOnTask(actor: Actor, row: TaskRow, act: TaskAct): Promise<Outcome<Change[]>> {
  const changes = await taskChanges(actor, row, act, Date.now());
  const saved = await actor.vault.save({ dossier: row.dossier, changes }, row.space);
  return saved.ok ? { ok: true, value: changes.map(({ record }) => asBefore(record, row)) } : saved;
}

/**
 * A task as the row says it was. What was made of a rule's wish stays, as nobody's act: a task that is deleted says that the
 * rule need not ask again.
 */
function asBefore(record: Id, { owner, taken, due }: OpenTask): Change {
  const before = {
    owner: owner || null,
    taken,
    due: due === '' ? null : { day: due },
    done: null,
    doneBy: null,
  };
  return { kind: 'task', record, fields: setting(before) };
}

const MOST_OF_A_CASE = 500;

/** "I take it": it is this person's until they act or let their time pass. */
export function takeDanger(actor: Actor, row: DangerRow): Promise<Outcome<Change[]>> {
  return actOnDanger(actor, row, { act: 'take' });
}

/** Takes a danger or gives it to somebody, with every task that asks to act on it; answers what would take it back. */
export async function actOnDanger(actor: Actor, row: DangerRow, act: TaskAct): Promise<Outcome<Change[]>> {
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
  const made = await Promise.all(
    tasks.map(async (task) => ({ task, changes: await taskChanges(actor, task, act, now) })),
  );
  const changes = made.flatMap((each) => each.changes);
  const saved = await actor.vault.save({ dossier: row.dossier, changes }, row.space);
  const back = made.flatMap((each) => each.changes.map(({ record: id }) => asBefore(id, each.task)));
  return saved.ok ? { ok: true, value: back } : saved;
}

/** For a danger whose own task was done before without quieting it. */
function dangerTask(about: Id): OpenTask {
  return {
    record: '',
    what: '',
    due: '',
    opens: '',
    owner: '',
    rule: 'risk-act',
    about,
    kind: '',
    told: {},
    reach: {},
    taken: null,
    estimated: false,
    checkWithLawyer: false,
    reachInDoubt: false,
  };
}

/** Something to do, for whoever writes it down. */
export function writeTask({ me }: Pick<Standing, 'me'>): Writing {
  return {
    does: 'write',
    title: 'cases.add.task',
    kind: 'task',
    record: null,
    preset: { owner: me, rule: 'by-hand' },
  };
}

export const TASK_BEGINS: readonly Beginning[] = [
  { text: 'cases.add.task', on: [{ tab: '', place: 'other' }], plan: writeTask },
];

export const TASK_ACTS: readonly ActOn[] = [
  {
    act: 'done',
    text: 'cases.task.done',
    inStory: true,
    isOffered: (task, of) => isEmpty(task.fields.done?.value) && dangerOf(task, of) === undefined,
    plan: (task, { me }) => ({
      does: 'save',
      changes: [
        { kind: 'task', record: task.id, fields: setting(actFields({ act: 'done' }, me, Date.now())) },
      ],
      back: [{ kind: 'task', record: task.id, fields: setting({ done: null, doneBy: null }) }],
      said: 'cases.task.ticked',
    }),
  },
  {
    act: 'protect',
    text: 'safety.escalation.protected',
    inStory: true,
    isOffered: (task, of) => isEmpty(task.fields.done?.value) && dangerOf(task, of) !== undefined,
    plan: (task, of) => {
      const danger = dangerOf(task, of);
      if (danger === undefined) throw new Error('nobody is in danger');
      return { does: 'protect', danger };
    },
  },
];

/** The danger that a task is about, where the task ends only when the person is safe. */
function dangerOf(task: RecordView, { live }: Standing): RecordView | undefined {
  return isUntilSafe(textIn(task, 'rule')) ? live.find(({ id }) => id === textIn(task, 'about')) : undefined;
}
