import { addDays, dayAt } from './day.ts';
import { codeOf } from './code-lists/index.ts';
import { wantsNoHelp } from './consent.ts';
import { isNewer } from './order.ts';
import type { PlainRecord } from './plain-record.ts';
import { deadlineOf, deadlineRule } from './deadline.ts';
import { fuzzyRange, isFuzzyDate } from './fuzzy-date.ts';
import type { CountryPack } from './packs/pack.ts';
import { TASK_RULES_DATA, type TaskRule } from './task-rules.ts';
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

/** The day that a rule counts from, or null where the record has none. */
function begun(record: PlainRecord, from: string, { utcOffset }: CountryPack): string | null {
  if (from === 'created') return dayAt(record.created.at, utcOffset);
  const value = record.fields[from];
  if (isFuzzyDate(value)) return fuzzyRange(value).to;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < 7e12
    ? dayAt(value, utcOffset)
    : null;
}

function has(record: PlainRecord, field: string, codes: readonly string[]): boolean {
  const value = record.fields[field];
  const said: readonly unknown[] = Array.isArray(value) ? value : [value];
  return codes.some((code) => said.includes(code));
}

/** The latest record of each kind, and of each kind with the same values in some fields: found once, asked often. */
class Latest {
  readonly #live: readonly PlainRecord[];
  readonly #found = new Map<string, Map<string, PlainRecord>>();

  constructor(live: readonly PlainRecord[]) {
    this.#live = live;
  }

  of(kind: string, by: readonly string[], like?: PlainRecord): PlainRecord | undefined {
    const name = `${kind} ${by.join(' ')}`;
    let latest = this.#found.get(name);
    if (latest === undefined) {
      latest = new Map();
      for (const record of this.#live) {
        if (record.kind !== kind) continue;
        const values = valuesIn(record, by);
        const other = latest.get(values);
        if (other === undefined || isNewer(record, other)) latest.set(values, record);
      }
      this.#found.set(name, latest);
    }
    return latest.get(like === undefined ? '' : valuesIn(like, by));
  }
}

const valuesIn = ({ fields }: PlainRecord, names: readonly string[]): string =>
  names.map((name) => word(fields[name])).join('\n');

/** Whether a rule asks for a task about a record of its kind. */
function applies(rule: TaskRule, record: PlainRecord, latest: Latest, live: readonly PlainRecord[]): boolean {
  if (rule.when?.some(({ field, in: codes }) => !has(record, field, codes)) === true) return false;
  if (rule.unless?.some(({ field, in: codes }) => has(record, field, codes)) === true) return false;
  if (rule.empty?.some((field) => !isEmpty(record.fields[field])) === true) return false;
  if (rule.filled?.some((field) => isEmpty(record.fields[field])) === true) return false;
  const isLike = ({ kind, by, field, in: codes }: NonNullable<TaskRule['beside']>): boolean =>
    live.some(
      (other) =>
        other.kind === kind &&
        has(other, field, codes) &&
        (by === undefined || other.fields[by] === record.id),
    );
  if (rule.beside !== undefined && !isLike(rule.beside)) return false;
  if (rule.without?.some(isLike) === true) return false;
  const { latestBy, newerThan } = rule;
  if (latestBy !== undefined && latest.of(record.kind, latestBy, record) !== record) return false;
  const isOlder = (kind: string): boolean => {
    const other = latest.of(kind, []);
    return other !== undefined && isNewer(other, record);
  };
  if (rule.noneNewer?.some(isOlder) === true) return false;
  if (newerThan === undefined) return true;
  const other = latest.of(newerThan, []);
  return other !== undefined && isNewer(record, other);
}

function reckon(
  rule: TaskRule,
  record: PlainRecord,
  pack: CountryPack,
): Omit<DueTask, 'rule' | 'about' | 'kind'> | null {
  const day = begun(record, rule.from, pack);
  if (day === null) return null;
  if (rule.within !== undefined && addDays(day, rule.within) < dayAt(record.created.at, pack.utcOffset))
    return null;
  const { due } = rule;
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
const endsWithHelp = ({ rule, untilSafe }: TaskRule): boolean =>
  codeOf('task-rules', rule)?.contacts === true && untilSafe !== true;

/** What the rules ask for in a case, whether or not a task for it exists already. */
function wanted(records: readonly PlainRecord[], pack: CountryPack): Map<string, DueTask> {
  const live = records.filter((record) => !record.deleted);
  const heads = live.filter(({ kind }) => kind === 'case');
  const closed = heads.length > 0 && heads.every(({ fields }) => fields.status === 'closed');
  const isUnwanted = wantsNoHelp(live);
  const found = new Map<string, DueTask>();
  const latest = new Latest(live);
  const ofKind = new Map<string, PlainRecord[]>();
  for (const record of live) {
    const list = ofKind.get(record.kind);
    if (list === undefined) ofKind.set(record.kind, [record]);
    else list.push(record);
  }
  for (const rule of TASK_RULES_DATA) {
    if (closed && rule.evenClosed !== true) continue;
    if (isUnwanted && endsWithHelp(rule)) continue;
    for (const record of ofKind.get(rule.kind) ?? []) {
      if (rule.untilSafe === true && record.met === true) continue;
      if (!applies(rule, record, latest, live) || found.has(key(rule.rule, record.id))) continue;
      const day = reckon(rule, record, pack);
      if (day !== null)
        found.set(key(rule.rule, record.id), {
          rule: rule.rule,
          about: record.id,
          kind: record.kind,
          ...day,
        });
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
  const clients = live.filter(({ kind, fields }) => kind === 'person' && fields.role === 'client');
  const ids = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  return [...found].flatMap(([name, { rule, about, kind }]) => {
    const act = kind === 'violation' ? live.find(({ id }) => id === about) : undefined;
    if (act === undefined) return [];
    const victims = ids(act.fields.victims);
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
    const isOpen = isEmpty(task.fields.done);
    if (isOpen && seen.has(name)) moot.push({ task: task.id, why: 'twice' });
    else if (isOpen && !asked.has(name)) moot.push({ task: task.id, why: 'settled' });
    seen.add(name);
  }
  return moot;
}
