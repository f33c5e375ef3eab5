import { addDays, dayAt } from './day.ts';
import { codeOf } from './code-lists/index.ts';
import { wantsNoHelp } from './consent.ts';
import { standing } from './careful.ts';
import { isNewer } from './order.ts';
import type { PlainRecord } from './plain-record.ts';
import { deadlineOf, deadlineRule } from './deadline.ts';
import { fuzzyRange, isFuzzyDate } from './fuzzy-date.ts';
import type { CountryPack } from './packs/pack.ts';
import { TASK_RULES_DATA } from './task-rules/index.ts';
import type { Beside, Has, TaskRule } from './task-rules/rule.ts';
import { isEmpty } from './validate.ts';
import { addWorkDays } from './work-days.ts';

/** A task that a rule asks for. `rule` and `about` together are what it is: there is never a second one. */
export interface DueTask {
  /** Code of the list `task-rules`. */
  rule: string;
  /** Id of the record that it is about, and its kind. */
  about: string;
  kind: string;
  /** YYYY-MM-DD; may be past. */
  due: string;
  /** The day leans on a holiday that is not announced yet. */
  estimated: boolean;
  /** The day is a legal deadline by a general rule: say that a lawyer must check it. */
  checkWithLawyer: boolean;
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '');
const key = (rule: unknown, about: unknown): string => `${word(rule)} ${word(about)}`;

/** The days that a rule may count from: one, or of versions that did not know of each other each; none where the record says none. */
function begun(record: PlainRecord, from: string, { utcOffset }: CountryPack): string[] {
  if (from === 'created') return [dayAt(record.created.at, utcOffset)];
  return standing(record, from).flatMap((value) => {
    if (isFuzzyDate(value)) return [fuzzyRange(value).to];
    const isMoment = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < 7e12;
    return isMoment ? [dayAt(value, utcOffset)] : [];
  });
}

const isOneOf = (value: unknown, codes: readonly string[]): boolean =>
  [value].flat().some((said) => typeof said === 'string' && codes.includes(said));
/** Of versions that did not know of each other: whether one says so, and whether each does. */
const mayHave = (record: PlainRecord, { field, in: codes }: Has): boolean =>
  standing(record, field).some((value) => isOneOf(value, codes));
const surelyHas = (record: PlainRecord, { field, in: codes }: Has): boolean =>
  standing(record, field).every((value) => isOneOf(value, codes));
const mayBeEmpty = (record: PlainRecord, field: string): boolean => standing(record, field).some(isEmpty);
const isSurelyEmpty = (record: PlainRecord, field: string): boolean => standing(record, field).every(isEmpty);

/**
 * Whether a rule asks for a task about a record of its kind. Where two versions stand, the one that keeps the task counts: what
 * asks for it is heard from either, what makes it unnecessary only from both.
 */
function applies(rule: TaskRule, record: PlainRecord, live: readonly PlainRecord[]): boolean {
  if (rule.when?.some((has) => !mayHave(record, has)) === true) return false;
  if (rule.unless?.some((has) => surelyHas(record, has)) === true) return false;
  if (rule.empty?.some((field) => !mayBeEmpty(record, field)) === true) return false;
  if (rule.filled?.some((field) => isSurelyEmpty(record, field)) === true) return false;
  const names = (other: PlainRecord, { by }: Beside): readonly boolean[] =>
    by === undefined ? [true] : standing(other, by).map((id) => id === record.id);
  const { beside, without, noneAfter, newerThan } = rule;
  const mayBeBeside = (like: Beside): boolean =>
    live.some(
      (other) => other.kind === like.kind && mayHave(other, like) && names(other, like).includes(true),
    );
  const isSurelyBeside = (like: Beside): boolean =>
    live.some(
      (other) => other.kind === like.kind && surelyHas(other, like) && !names(other, like).includes(false),
    );
  if (beside !== undefined && !mayBeBeside(beside)) return false;
  if (without?.some(isSurelyBeside) === true) return false;
  const isFollowedBy = (kind: string): boolean => record.followedBy?.includes(kind) === true;
  if (noneAfter?.some(isFollowedBy) === true) return false;
  if (newerThan === undefined) return true;
  return !isFollowedBy(newerThan) && live.some(({ kind }) => kind === newerThan);
}

type Reckoned = Omit<DueTask, 'rule' | 'about' | 'kind'>;

/** When it is due: of days that did not know of each other by the one that is nearest. */
function reckon(rule: TaskRule, record: PlainRecord, pack: CountryPack): Reckoned | null {
  const { within } = rule;
  const written = dayAt(record.created.at, pack.utcOffset);
  return begun(record, rule.from, pack)
    .filter((day) => within === undefined || addDays(day, within) >= written)
    .map((day) => dueFrom(day, rule, pack))
    .reduce((nearest, each) => nearer(nearest, each), null);
}

const nearer = (a: Reckoned | null, b: Reckoned | null): Reckoned | null =>
  a === null || (b !== null && b.due < a.due) ? b : a;

function dueFrom(day: string, { due }: TaskRule, pack: CountryPack): Reckoned | null {
  if ('days' in due) return { due: addDays(day, due.days), estimated: false, checkWithLawyer: false };
  if ('workDays' in due) {
    const { day: at, estimated } = addWorkDays(day, due.workDays, pack.calendar);
    return { due: at, estimated, checkWithLawyer: false };
  }
  const legal = deadlineRule(due.deadline, pack);
  if (legal === undefined) return null;
  const { day: at, estimated } = deadlineOf(day, legal, pack);
  return { due: at, estimated, checkWithLawyer: true };
}

/** Doing it means to get in touch, and nobody's safety hangs on it: who no longer wants our help is not asked again by a rule. */
const endsWithHelp = ({ rule, untilSafe, urgent, safety }: TaskRule): boolean =>
  codeOf('task-rules', rule)?.contacts === true && untilSafe !== true && urgent !== true && safety !== true;

/** Whether each head of the case says that it is closed, in every version. */
function isClosed(live: readonly PlainRecord[]): boolean {
  const heads = live.filter(({ kind }) => kind === 'case');
  return heads.length > 0 && heads.every((head) => surelyHas(head, { field: 'status', in: ['closed'] }));
}

/** What the rules ask for in a case, whether or not a task for it exists already. */
function wanted(records: readonly PlainRecord[], pack: CountryPack): Map<string, DueTask> {
  const live = records.filter((record) => !record.deleted);
  const closed = isClosed(live);
  const isUnwanted = wantsNoHelp(live);
  const found = new Map<string, DueTask>();
  const ofKind = new Map<string, PlainRecord[]>();
  for (const record of live) {
    if (record.replaced === true) continue;
    const list = ofKind.get(record.kind);
    if (list === undefined) ofKind.set(record.kind, [record]);
    else list.push(record);
  }
  for (const rule of TASK_RULES_DATA) {
    if (isUnwanted && endsWithHelp(rule)) continue;
    for (const record of ofKind.get(rule.kind) ?? []) {
      // What whoever closed the case had not seen is asked for all the same.
      if (closed && record.settled === true && rule.evenClosed !== true) continue;
      if (rule.untilSafe === true && record.met === true) continue;
      const name = key(rule.rule, record.id);
      const before = found.get(name);
      // Of rows of one rule the first counts; of versions that did not know of each other the nearest day.
      if ((before !== undefined && record.versions === undefined) || !applies(rule, record, live)) continue;
      const day = reckon(rule, record, pack);
      if (day !== null && (before === undefined || day.due < before.due))
        found.set(name, { rule: rule.rule, about: record.id, kind: record.kind, ...day });
    }
  }
  for (const name of askedOfPeople(found, live)) found.delete(name);
  return found;
}

/**
 * What is asked about an act and, by the same rule, about everybody to whom it was done: that is one question, and the people
 * are who can be asked. Where not all of them are asked about, the act's stands too.
 */
function askedOfPeople(found: ReadonlyMap<string, DueTask>, live: readonly PlainRecord[]): string[] {
  const clients = live.filter(
    (record) => record.kind === 'person' && mayHave(record, { field: 'role', in: ['client'] }),
  );
  const ids = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  return [...found].flatMap(([name, { rule, about, kind }]) => {
    const act = kind === 'violation' ? live.find(({ id }) => id === about) : undefined;
    if (act === undefined) return [];
    const victims = standing(act, 'victims').flatMap(ids);
    // Of whom nothing is said, it was done to the client; of several clients nobody knows to which.
    const people = victims.length > 0 ? victims : clients.length === 1 ? [clients[0]?.id] : [];
    const isAsked = people.length > 0 && people.every((id) => found.has(key(rule, id)));
    return isAsked ? [name] : [];
  });
}

/**
 * What the rules ask for in a case and nobody has taken up, nearest first. Never one that was made before, be it done or
 * deleted since.
 * @param records all records of the dossier, deleted ones too, as `weighed` marks them
 */
export function tasksDue(records: readonly PlainRecord[], pack: CountryPack): DueTask[] {
  const made = new Set(
    records.filter((r) => r.kind === 'task').map((task) => key(task.fields.rule, task.fields.about)),
  );
  return [...wanted(records, pack)]
    .filter(([name]) => !made.has(name))
    .map(([, task]) => task)
    .sort(byDue);
}

function byDue(a: DueTask, b: DueTask): number {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  const [left, right] = [key(a.rule, a.about), key(b.rule, b.about)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether a task is not done, in one of its versions at least. */
export const isOpenTask = (task: PlainRecord): boolean => mayBeEmpty(task, 'done');

export interface MootTask {
  /** Id of the task. */
  task: string;
  why: /** What it asked for has happened, or its record is gone. */
    | 'settled'
    /** Two devices made it apart; the older one stays. */
    | 'twice';
}

/**
 * Open tasks that a rule made and that need nobody any more. Tasks made by hand are never among them. Whoever clears
 * them away deletes them: "done" would say that somebody did it.
 * @param records all records of the dossier, deleted ones too, as `weighed` marks them
 */
export function mootTasks(records: readonly PlainRecord[], pack: CountryPack): MootTask[] {
  const asked = wanted(records, pack);
  const rules = new Set(TASK_RULES_DATA.map(({ rule }) => rule));
  const tasks = records
    .filter(
      (r) => r.kind === 'task' && !r.deleted && rules.has(word(r.fields.rule)) && word(r.fields.about) !== '',
    )
    .sort((a, b) => (isNewer(a, b) ? 1 : -1));
  const seen = new Set<string>();
  const moot: MootTask[] = [];
  for (const task of tasks) {
    const name = key(task.fields.rule, task.fields.about);
    const isOpen = isOpenTask(task);
    if (isOpen && seen.has(name)) moot.push({ task: task.id, why: 'twice' });
    else if (isOpen && !asked.has(name)) moot.push({ task: task.id, why: 'settled' });
    seen.add(name);
  }
  return moot;
}
