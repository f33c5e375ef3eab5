import { judgingOf, kindOf, weighedFieldsOf } from './kinds/index.ts';
import type { PlainRecord, Stamp } from './plain-record.ts';
import { isConclusive, leavesStanding } from './risk/index.ts';
import { nameKey } from './same-name.ts';

/** Whether whoever wrote `later` had seen `earlier`, or wrote both at once. */
export type Saw = (later: Stamp, earlier: Stamp) => boolean;

/** Of records whose authors' sight nobody knows: the clock. */
export const byClock: Saw = (later, earlier) => later.at >= earlier.at;

/** So many records beside each other may have nobody after them; of more, those that were written first are in doubt too. */
const MOST_STANDING = 64;

/**
 * Marks what other records took the place of, and what a closed case has settled. What is newer follows from what its
 * author had seen: a clock that is years fast takes no place, and one that is years slow loses none. Of two that did not
 * know of each other both stand. Records that nothing is said of are the same objects as before.
 * @param records of one dossier, each after those that its author had seen
 */
export function inOrder(records: readonly PlainRecord[], saw: Saw): PlainRecord[] {
  const replaced = replacedAmong(records, saw);
  // A second head, slipped in beside the first, closes nothing: all of them must say so.
  const closed = records.filter((record) => isHead(record) && !record.deleted).map(closingsOf);
  const closings = closed.every((each) => each.length > 0) ? closed.flat() : [];
  const judging = records.filter(
    (record) => record.kind === 'risk' && !record.deleted && !replaced.has(record.id) && isConclusive(record),
  );
  const isJudged = (record: PlainRecord): boolean =>
    record.kind === 'case' &&
    judging.some((risk) => saidOf(risk).every((stamp) => sawAll(saw, stamp, tellingOf(record))));
  const isSettled = (record: PlainRecord): boolean =>
    closings.length > 0 && closings.every((closing) => sawAll(saw, closing, tellingOf(record)));
  return records.map((record) => {
    const [gone, settled, judged] = [replaced.has(record.id), isSettled(record), isJudged(record)];
    const overtaken = isOvertaken(record, saw);
    if (!gone && !settled && !judged && !overtaken) return record;
    return {
      ...record,
      ...(gone && { replaced: true as const }),
      ...(settled && { settled: true as const }),
      ...(judged && { judged: true as const }),
      ...(overtaken && { overtaken: true as const }),
    };
  });
}

/**
 * Whether a judgement is of other words than those that stand: somebody else wrote some that its signer had not seen; or of the
 * signer's own, who wrote what the record is about. Of two that stand, one is enough.
 */
function isOvertaken({ kind, stamps, created }: PlainRecord, saw: Saw): boolean {
  const judging = judgingOf(kind);
  const signed = judging === undefined ? undefined : stamps?.[judging.field];
  if (judging === undefined || signed === undefined) return false;
  const told = Object.entries(stamps ?? {}).filter(([name]) => !judging.judgement.has(name));
  const title = kindOf(kind)?.title ?? [];
  return signed.some((judge) => {
    const others = told.flatMap(([, said]) => said).filter(({ by }) => by !== judge.by);
    const isOwn = told.some(([name, said]) => title.includes(name) && said.some(({ by }) => by === judge.by));
    return isOwn || !sawAll(saw, judge, [created, ...others]);
  });
}

/** Who wrote what makes a record dangerous: whoever made it, whoever said so since, and whoever brought it back. */
export function tellingOf({ kind, created, stamps, kept = [] }: PlainRecord): readonly Stamp[] {
  const said = weighedFieldsOf(kind).danger.flatMap((name) => stamps?.[name] ?? []);
  return [created, ...said, ...kept];
}

/** Who said what stands in a record whose kind has others take its place: whoever made it, and whoever changed it since or brought it back. */
const saidOf = ({ created, stamps, kept = [] }: PlainRecord): readonly Stamp[] => [
  created,
  ...kept,
  ...Object.values(stamps ?? {}).flat(),
];

/** Whether somebody had seen all of it. */
export const sawAll = (saw: Saw, later: Stamp, all: readonly Stamp[]): boolean =>
  all.every((earlier) => saw(later, earlier));

/** Whether a record heads a dossier of which it can say that somebody is in danger: a case, or what was heard of somebody. */
export const isHead = ({ kind }: Pick<PlainRecord, 'kind'>): boolean =>
  kindOf(kind)?.level === 'root' && weighedFieldsOf(kind).danger.length > 0;

/** Who ended what a head stands for (`Kind.held`); empty where it is open, or where two do not agree. */
function closingsOf(head: PlainRecord): readonly Stamp[] {
  if (head.conflict === true) return [];
  for (const { field, in: codes } of kindOf(head.kind)?.held?.until ?? []) {
    const value = head.fields[field];
    if (typeof value === 'string' && codes?.includes(value) === true)
      return head.stamps?.[field] ?? [head.updated];
  }
  return [];
}

/** Ids of records of which another, that answers the same question, knew, with all that was said in them since. */
function replacedAmong(records: readonly PlainRecord[], saw: Saw): Set<string> {
  const standing = new Map<string, PlainRecord[]>();
  const replaced = new Set<string>();
  for (const record of records) {
    const [own, ...also] = record.deleted ? [] : questionsOf(record);
    if (own === undefined) continue;
    for (const question of [own, ...also]) {
      const others = standing.get(question) ?? [];
      const left = others.filter(
        (other) =>
          !sawAll(saw, record.created, saidOf(other)) ||
          (record.kind === 'risk' && leavesStanding(record, other)),
      );
      for (const other of others) if (!left.includes(other)) replaced.add(other.id);
      standing.set(question, left);
    }
    standing.set(own, [...(standing.get(own) ?? []), record].slice(-MOST_STANDING));
  }
  return replaced;
}

/**
 * What a record answers, its own question first: its kind and the fields that say about what. Empty for kinds of which none
 * takes another's place. Whoever was chosen by id is asked about apart from namesakes, and answers for the bare name too.
 */
function questionsOf(record: PlainRecord): string[] {
  const { replaces, chosenBy } = kindOf(record.kind) ?? {};
  if (replaces === undefined) return [];
  const names = replaces.map((name) => nameKey(record.fields[name]));
  const byName = JSON.stringify([record.kind, ...names]);
  const id = chosenBy === undefined ? undefined : record.fields[chosenBy.id];
  if (typeof id !== 'string' || id === '') return [byName];
  const chosen = replaces.map((name, i) => (name === chosenBy?.name ? [id] : names[i]));
  return [JSON.stringify([record.kind, ...chosen]), byName];
}

type Placed = Pick<PlainRecord, 'id' | 'created' | 'replaced'>;

/** Of two records of one kind, whether the first is the newer one: the one that was replaced is not, else the clock says. */
export function isNewer(a: Placed, b: Placed): boolean {
  if (a.replaced !== b.replaced) return a.replaced !== true;
  return a.created.at !== b.created.at ? a.created.at > b.created.at : a.id > b.id;
}
