import { codeOf } from './code-lists/index.ts';
import { endedHelp } from './consent.ts';
import { addDays } from './day.ts';
import { boundedFacts, dueFacts } from './due-facts.ts';
import { carefulReading, isCareful } from './careful.ts';
import { groupOf } from './kinds/index.ts';
import type { PlainRecord } from './plain-record.ts';
import { type Danger, dangersOf } from './escalation.ts';
import { fuzzyRange, isFuzzyDate } from './fuzzy-date.ts';
import type { CountryPack } from './packs/pack.ts';
import { daysAhead } from './task-rules/index.ts';
import { isOpenTask, mootTasks, tasksDue } from './tasks-due.ts';

/** Something that somebody has to do in a case: written down as a task, or asked for by a rule and not taken up yet. */
export interface OpenTask {
  /** Id of the task; empty where only a rule asks for it. */
  record: string;
  /** Empty where only a rule asks for it: the label of the rule says what. */
  what: string;
  /** YYYY-MM-DD, or empty. */
  due: string;
  /** From which day it stands among what is to be done (YYYY-MM-DD), `due` or some days before; empty without a day. */
  opens: string;
  /** Account id, or empty. */
  owner: string;
  /** Code of the list `task-rules`, or empty. */
  rule: string;
  /** Id of the record that it is about, or empty. */
  about: string;
  /** Kind of that record, or empty where there is none any more. */
  kind: string;
  /** What is shown of that record, by field (`dueFacts`). */
  told: Record<string, unknown>;
  /** Doing it means to get in touch with somebody who no longer wants our help. */
  unwanted?: true;
  /** Where doing it means to get in touch: how the person may be reached and how never, by field of `person`; else empty. */
  reach: Record<string, unknown>;
  /** Of how they may be reached two versions stand: `reach` says what is forbidden by either and allowed by both. */
  reachInDoubt: boolean;
  /** When somebody said that they take it (ms), or null. */
  taken: number | null;
  /** The day leans on a holiday that is not announced yet. */
  estimated: boolean;
  /** The day is a legal deadline by a general rule. */
  checkWithLawyer: boolean;
}

const contacts = (rule: string): boolean => codeOf('task-rules', rule || 'by-hand')?.contacts === true;

/** Days after which a late task no longer tells what to do first. */
export const LONG_LATE = 30;

type Reaching = Pick<OpenTask, 'reach' | 'reachInDoubt'>;
const NO_REACH: Reaching = { reach: {}, reachInDoubt: false };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Money is decided and paid by others than the case's owner; a receipt is owed by who asked; a letter that is late waits for anybody. */
const OWNER_FIELD: Readonly<Record<string, string | null>> = {
  'cost-decide': null,
  'cost-pay': null,
  'cost-receipt': 'askedBy',
  'letter-late': null,
};

function ownerOf(rule: string, about: PlainRecord | undefined, head: PlainRecord | undefined): string {
  const field = Object.hasOwn(OWNER_FIELD, rule) ? OWNER_FIELD[rule] : undefined;
  if (field === null) return '';
  return text(about?.fields[field ?? 'owner']) || text(head?.fields.owner);
}

/**
 * What is to be done in a case, dated things first, nearest first. Tasks that a rule made and that nobody needs any more
 * are left out.
 * @param records all records of the dossier, deleted ones too, as `weighed` marks them
 * @param pack the country's; without one no rule asks for anything
 */
export function openTasks(records: readonly PlainRecord[], pack: CountryPack | undefined): OpenTask[] {
  const moot = new Set(pack === undefined ? [] : mootTasks(records, pack).map(({ task }) => task));
  const byId = new Map(records.map((record) => [record.id, record]));
  const reach = reachIn(records);
  const reachFor = (rule: string) => (contacts(rule) ? reach : NO_REACH);
  const isUnwanted = endedHelp(records).length > 0;
  const unwantedFor = (rule: string): Pick<OpenTask, 'unwanted'> =>
    isUnwanted && contacts(rule) ? { unwanted: true } : {};
  const tasks: OpenTask[] = records
    .filter((record) => {
      return record.kind === 'task' && !record.deleted && isOpenTask(record) && !moot.has(record.id);
    })
    .map((record) => ({
      ...writtenTask(record, byId.get(text(record.fields.about))),
      ...reachFor(text(record.fields.rule)),
      ...unwantedFor(text(record.fields.rule)),
    }));
  const head = records.find((record) => record.kind === 'case');
  for (const asked of pack === undefined ? [] : tasksDue(records, pack)) {
    const about = byId.get(asked.about);
    tasks.push({
      record: '',
      what: '',
      due: asked.due,
      opens: opensOn(asked.rule, asked.due),
      owner: ownerOf(asked.rule, about, head),
      rule: asked.rule,
      about: asked.about,
      ...aboutIn(about),
      ...reachFor(asked.rule),
      ...unwantedFor(asked.rule),
      taken: null,
      estimated: asked.estimated,
      checkWithLawyer: asked.checkWithLawyer,
    });
  }
  return tasks.sort(byDue);
}

const opensOn = (rule: string, due: string): string => (due === '' ? '' : addDays(due, -daysAhead(rule)));

/** Of what a task says, a list shows no more. Characters. */
const LONGEST = 500;

function aboutIn(record: PlainRecord | undefined): Pick<OpenTask, 'kind' | 'told'> {
  if (record === undefined || record.deleted) return { kind: '', told: {} };
  return { kind: record.kind, told: dueFacts(record.kind, record.fields) };
}

function writtenTask(
  { id, fields }: PlainRecord,
  about: PlainRecord | undefined,
): Omit<OpenTask, keyof Reaching> {
  // A task for "June" is due when June ends.
  const due = isFuzzyDate(fields.due) ? fuzzyRange(fields.due).to : '';
  return {
    record: id,
    what: text(fields.what).slice(0, LONGEST),
    due,
    opens: opensOn(text(fields.rule), due),
    owner: text(fields.owner),
    rule: text(fields.rule),
    about: text(fields.about),
    ...aboutIn(about),
    taken: typeof fields.taken === 'number' ? fields.taken : null,
    estimated: false,
    checkWithLawyer: false,
  };
}

/** How the client of a case may be reached. Of several clients nobody knows who is meant: what is never to be done to one holds. */
function reachIn(records: readonly PlainRecord[]): Reaching {
  const clients = records.filter(
    ({ kind, deleted, fields }) => kind === 'person' && !deleted && fields.role === 'client',
  );
  const names = groupOf('person', 'reach').flatMap((name) => [name, `${name}Other`]);
  const [only] = clients;
  if (only !== undefined && clients.length === 1) {
    const { versions = {} } = only;
    // Of words in doubt none is one to act on: which hours, or which word, has to be looked up in the case.
    const sure = names.filter((name) => versions[name] === undefined || isCareful('person', name));
    const reach = boundedFacts('person', sure, carefulReading(only));
    return { reach, reachInDoubt: names.some((name) => versions[name] !== undefined) };
  }
  const never = [...new Set(clients.flatMap((one) => codesIn(carefulReading(one)['neverContact'])))];
  return { reach: never.length === 0 ? {} : { neverContact: never }, reachInDoubt: false };
}

const codesIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((code): code is string => typeof code === 'string') : [];

function byDue(a: OpenTask, b: OpenTask): number {
  if (a.due !== b.due) {
    if (a.due === '' || b.due === '') return a.due === '' ? 1 : -1;
    return a.due < b.due ? -1 : 1;
  }
  const [left, right] = [`${a.record} ${a.rule} ${a.about}`, `${b.record} ${b.rule} ${b.about}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** How dangerous a case stands, answered or not: the gravest of its dangers, or empty. */
export function dangerLevel(records: readonly PlainRecord[]): Danger['level'] | '' {
  const levels = dangersOf(records).map(({ level }) => level);
  return levels.includes('critical') ? 'critical' : levels.includes('high') ? 'high' : '';
}
