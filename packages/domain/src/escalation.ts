import { standing as said } from './careful.ts';
import { codeOf } from './code-lists/index.ts';
import { isFuzzyDate } from './fuzzy-date.ts';
import { withFollowers } from './followed.ts';
import { kindOf, weighedFieldsOf } from './kinds/index.ts';
import { inOrder, isHead, type Saw, sawAll, tellingOf } from './order.ts';
import type { PlainRecord, Stamp } from './plain-record.ts';
import { graver, LEVELS, type RiskLevel, standingLevel } from './risk/index.ts';

/**
 * Who must act on a dangerous case, and when it moves to the next person. All of it follows from the records, the order
 * of members and the time, so every device that can open the case comes to the same answer by itself.
 */

/** Something dangerous that calls for an answer. */
export interface Danger {
  /** Id of the record that says so. */
  record: string;
  level: 'high' | 'critical';
  /** When it was said (ms): by its author's clock, and no later than a device heard of it. */
  at: number;
}

/** What somebody did about it. Anything else that was done or tried leaves the danger where it was. */
export interface Answer {
  /** Account id. */
  by: string;
  at: number;
  /** `taken`: "I take it", which buys time. `protected`: the person is safe, which answers every danger that was known. */
  what: 'taken' | 'protected';
  /** Records of the dangers that they had seen. A clock says nothing of that; of any other nobody knows. */
  knew: readonly string[];
}

export type Escalation =
  /** Nothing to do: no danger, or somebody protected the person from it. */
  | { state: 'answered' }
  /** Somebody took it and has until `until` (ms) to act. */
  | {
      state: 'taken';
      by: string;
      danger: Danger;
      /** When it was taken (ms). */
      since: number;
      until: number;
      /** Whose turn it is if nothing is done until then; null where there is nobody else. */
      next: string | null;
    }
  | {
      state: 'open';
      danger: Danger;
      /** When its time began to run (ms): when it was written down, or when whoever took it let their time pass. */
      since: number;
      /** Who must act now; null only where there is no member at all. */
      who: string | null;
      /** Everybody who has been told by now, in the order in which it moved. */
      told: readonly string[];
      /** When it moves on (ms); where all have been told, when all are told again. */
      nextAt: number;
      /** To whom it moves then; null where all have been told. */
      next: string | null;
    };

const HOUR = 3_600_000;

/** Hours: until it first moves on, between later moves, and how long "I take it" keeps it still. */
export const ESCALATION: Readonly<Record<Danger['level'], { first: number; every: number; hold: number }>> = {
  critical: { first: 2, every: 2, hold: 12 },
  high: { first: 24, every: 12, hold: 48 },
};

/** The most dangerous first; of two alike the one that has waited longer. */
function byDanger(a: Danger, b: Danger): number {
  if (a.level !== b.level) return a.level === 'critical' ? -1 : 1;
  return a.at - b.at || (a.record < b.record ? -1 : a.record > b.record ? 1 : 0);
}

/**
 * @param dangers of one case, in any order
 * @param answers of one case, in any order; each answers what it knew
 * @param order account ids of those who can open the case, the first to act first; each once
 * @param now milliseconds since 1970
 */
export function escalate(
  dangers: readonly Danger[],
  answers: readonly Answer[],
  order: readonly string[],
  now: number,
): Escalation {
  const open = unmet(dangers, answers).sort(byDanger);
  const stands = open.map((danger) =>
    standing(
      danger,
      lastTaken(
        answers.filter(({ knew }) => knew.includes(danger.record)),
        now,
      ),
      order,
      now,
    ),
  );
  // Whoever took one danger did not take another: the case is still only when every one of them is.
  return (
    stands.find((stand) => stand.state === 'open') ??
    stands.reduce<Escalation>((soonest, stand) => earlier(soonest, stand), { state: 'answered' })
  );
}

/** The dangers from which nobody protected the person who knew of them. */
export function unmet(dangers: readonly Danger[], answers: readonly Answer[]): Danger[] {
  const met = new Set(answers.flatMap(({ what, knew }) => (what === 'protected' ? knew : [])));
  return dangers.filter(({ record }) => !met.has(record));
}

/** The last "I take it". One in the future (a clock that is wrong) keeps nothing still. */
function lastTaken(answers: readonly Answer[], now: number): Answer | undefined {
  return answers
    .filter((answer) => answer.what === 'taken' && answer.at <= now)
    .reduce<Answer | undefined>((last, answer) => {
      if (last === undefined || answer.at > last.at) return answer;
      return answer.at === last.at && answer.by < last.by ? answer : last;
    }, undefined);
}

function earlier(a: Escalation, b: Escalation): Escalation {
  if (a.state !== 'taken') return b;
  return b.state === 'taken' && b.until < a.until ? b : a;
}

/** One danger from which nobody has protected the person. */
function standing(
  danger: Danger,
  taken: Answer | undefined,
  order: readonly string[],
  now: number,
): Escalation {
  const pace = ESCALATION[danger.level];
  // After a taking that came to nothing, it goes on with the person after the taker.
  const start = taken === undefined ? 0 : order.indexOf(taken.by) + 1;
  const turn = [...order.slice(start), ...order.slice(0, start)];
  if (taken !== undefined && now < taken.at + pace.hold * HOUR) {
    const { by, at } = taken;
    const next = turn.find((account) => account !== by) ?? null;
    return { state: 'taken', by, danger, since: at, until: at + pace.hold * HOUR, next };
  }

  const since = taken === undefined ? danger.at : taken.at + pace.hold * HOUR;
  const waited = Math.max(0, now - since) - pace.first * HOUR;
  const step = waited < 0 ? 0 : 1 + Math.floor(waited / (pace.every * HOUR));
  const nextAt = since + (pace.first + step * pace.every) * HOUR;
  const told = turn.slice(0, step + 1);
  const next = turn[step + 1] ?? null;
  return { state: 'open', danger, since, who: told.at(-1) ?? null, told, nextAt, next };
}

/** What cannot be taken back once it is done: such a threat is dangerous while nobody says that it is unlikely. */
const GRAVE = [
  'kill',
  'injure',
  'rape',
  'kidnap',
  'harm-family',
  'take-children',
  'forced-return',
  'outing',
  'publish-intimate',
  'arrest',
];
/** Nobody knows with what, or nobody asked: doubt counts as danger. */
const isUntold = (types: readonly string[]): boolean =>
  types.every((type) => ['unknown', 'prefers-not'].includes(type));
const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');

/**
 * What in a case is dangerous: the assessments that stand, threats that can be believed, and an intake that said "high".
 * @param records of one case, as `weighed` marks them
 * @param hourOf when something was said, where more is known of that than its author's clock
 */
export function dangersOf(records: readonly PlainRecord[], hourOf: HourOf = byAuthorsClock): Danger[] {
  const live = records.filter(({ deleted, replaced }) => !deleted && replaced !== true);
  const dangers: Danger[] = [];
  const says = (record: PlainRecord, level: Danger['level']): void => {
    // Closing the case is an answer too, by whoever knew.
    if (record.settled !== true) dangers.push({ record: record.id, level, at: saidAt(record, hourOf) });
  };
  const risks = live.filter(({ kind }) => kind === 'risk');
  for (const risk of risks) {
    const level = gravestLevel(risk);
    if (isGrave(level)) says(risk, level);
  }
  for (const record of live) {
    const isCredible = (how: unknown): boolean => how !== 'unlikely';
    // Something done about it (a call, a complaint) is told in the threat itself and does not make anybody safe.
    if (record.kind === 'threat' && said(record, 'credible').some(isCredible)) {
      const types = said(record, 'type').flatMap(texts);
      const grave = isUntold(types) || types.some((type) => GRAVE.includes(type));
      const isLikely = said(record, 'credible').includes('likely');
      const killing = types.includes('kill') && isLikely;
      if (grave || isLikely) says(record, killing ? 'critical' : 'high');
    }
    // Said of the whole at its beginning: of a case, or of somebody whom nobody has spoken to yet.
    if (isHead(record) && said(record, 'danger').includes('high') && record.judged !== true)
      says(record, 'high');
  }
  return dangers;
}

/**
 * How grave what is dangerous in a case is: of what nobody protected the person from; where somebody did, of what was said
 * before. Null where nothing was.
 * @param records of one case, as `weighed` marks them
 */
export function gravestDanger(records: readonly PlainRecord[]): Danger['level'] | null {
  const unmetNow = dangersOf(records.filter(({ met }) => met !== true));
  const dangers = unmetNow.length > 0 ? unmetNow : dangersOf(records);
  if (dangers.length === 0) return null;
  return dangers.some(({ level }) => level === 'critical') ? 'critical' : 'high';
}

/**
 * How dangerous a case stands until the next assessment: the gravest that assessments and intake say and from which nobody
 * protected the person, or the level of an assessment that is no danger; null where nobody said anything.
 * @param records of one case, as `weighed` marks them
 */
export function levelBefore(records: readonly PlainRecord[]): RiskLevel | null {
  const unmetNow = records.filter(
    ({ met, deleted, replaced }) => met !== true && !deleted && replaced !== true,
  );
  const said = unmetNow.filter(({ kind }) => kind === 'risk').map(gravestLevel);
  const dangers = dangersOf(unmetNow.filter(({ kind }) => kind !== 'threat')).map(({ level }) => level);
  return [...said, ...dangers].reduce<RiskLevel | null>(
    (before, level) => (level === null ? before : graver(level, before)),
    null,
  );
}

/** When something was said (ms). */
export type HourOf = (stamp: Stamp) => number;
const byAuthorsClock: HourOf = ({ at }) => at;

/** When it was said last that somebody is in danger (ms). */
const saidAt = (record: PlainRecord, hourOf: HourOf): number =>
  tellingOf(record).reduce((latest, stamp) => Math.max(latest, hourOf(stamp)), hourOf(record.created));

/** The level of an assessment; where two versions of it stand, the gravest that anybody said. */
export function gravestLevel(risk: PlainRecord): RiskLevel | null {
  if (risk.versions?.level === undefined && risk.versions?.override === undefined) return standingLevel(risk);
  const all = [...said(risk, 'level'), ...said(risk, 'override')];
  return LEVELS.findLast((level) => all.includes(level)) ?? null;
}

/**
 * What a record says where it must say one thing, as it is written anew elsewhere: of versions that stand beside each other
 * the most dangerous, since doubt counts as danger. Fields of which one version stands are as they are.
 */
export function gravestReading(record: PlainRecord): PlainRecord['fields'] {
  const { kind, versions = {} } = record;
  if (kind === 'risk') {
    const level = gravestLevel(record);
    const isLess = level !== standingLevel({ fields: record.fields });
    return isLess ? { ...record.fields, override: level } : record.fields;
  }
  const disputed = weighedFieldsOf(kind).danger.filter((name) => versions[name] !== undefined);
  return disputed.reduce((fields, name) => graverReading(record, fields, name), record.fields);
}

/** With the version of one field by which the record is the most dangerous: of lists all that any of them says. */
function graverReading(
  record: PlainRecord,
  fields: PlainRecord['fields'],
  name: string,
): PlainRecord['fields'] {
  const all = said(record, name);
  if (all.some(Array.isArray)) return { ...fields, [name]: [...new Set(all.flatMap(texts))] };
  const { versions: _, ...rest } = record;
  const read = (value: unknown): PlainRecord['fields'] => ({ ...fields, [name]: value });
  const rank = (value: unknown): number => {
    const [danger] = dangersOf([{ ...rest, fields: read(value), conflict: false }]);
    return danger === undefined ? 0 : danger.level === 'critical' ? 2 : 1;
  };
  return all
    .map(read)
    .reduce((gravest, each) => (rank(each[name]) > rank(gravest[name]) ? each : gravest), fields);
}

function isGrave(level: RiskLevel | null): level is Danger['level'] {
  return level === 'high' || level === 'critical';
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '');
const hasWords = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/**
 * The record that speaks for a case's dangers, on every page the same: of those of one level that nobody has met, the oldest
 * threat in its own words; else what was concluded; else the case itself.
 * @param dangers of one case, in any order
 * @param said records of the case, in any order; those that are no danger of this level are passed over
 */
export function speakerOf<Said extends Pick<PlainRecord, 'id' | 'kind' | 'fields'>>(
  dangers: readonly Danger[],
  answers: readonly Answer[],
  level: Danger['level'],
  said: readonly Said[],
): Said | undefined {
  const byId = new Map(said.map((each) => [each.id, each]));
  const open = unmet(dangers, answers)
    .filter((danger) => danger.level === level)
    .sort(byDanger)
    .flatMap(({ record }) => byId.get(record) ?? []);
  return (
    open.find(({ kind, fields }) => kind === 'threat' && hasWords(fields.words)) ??
    open.find(({ kind }) => kind !== 'case') ??
    open[0]
  );
}

/** Rules whose tasks are about a danger: taking one of them is "I take it". */
export const DANGER_RULES: readonly string[] = ['risk-act', 'threat-act', 're-contact-urgent'];

/** Results of a deed that leave open whether it came to anything. */
const CAME_TO_NOTHING = ['refused', 'not-possible', 'person-declined', 'no-contact', 'waiting'];

/**
 * Whether a response kept the person safe: a deed that can (the code list says which), done, of which whoever did it says
 * that the person is safe for now, and why. Two versions that stand must both say so.
 */
export function hasProtected(response: PlainRecord): boolean {
  const { kind, deleted, fields } = response;
  const all = (name: string, holds: (value: unknown) => boolean): boolean =>
    said(response, name).every(holds);
  return (
    kind === 'response' &&
    !deleted &&
    isFuzzyDate(fields.done) &&
    all('type', (type) => codeOf('response-types', word(type))?.protects === true) &&
    all('safe', (safe) => safe === 'for-now') &&
    all('result', (result) => !CAME_TO_NOTHING.includes(word(result))) &&
    all('note', hasWords)
  );
}

/** So many of each are weighed against the dangers, those that came last in the order of what their authors had seen. */
const MOST_ANSWERS = 100;

/**
 * What members did: responses that protected, and tasks about the danger that were taken.
 * @param records of one case, each after those that its author had seen
 * @param dangers those to be answered
 */
export function answersIn(records: readonly PlainRecord[], dangers: readonly Danger[], saw: Saw): Answer[] {
  const deeds = [
    ...deedsIn(records, 'taken').slice(-MOST_ANSWERS),
    ...deedsIn(records, 'protected').slice(-MOST_ANSWERS),
  ];
  if (dangers.length === 0) return [];
  const byId = new Map(records.map((record) => [record.id, record]));
  const told = dangers.map(({ record }) => ({ record, said: tellingOf(byId.get(record) as PlainRecord) }));
  return deeds.map(({ stamps, ...deed }) => ({
    ...deed,
    knew: told
      .filter(({ said }) => stamps.every((stamp) => sawAll(saw, stamp, said)))
      .map(({ record }) => record),
  }));
}

/** Something that was done, and who wrote so. */
interface Deed extends Omit<Answer, 'knew'> {
  stamps: readonly Stamp[];
}

function deedsIn(records: readonly PlainRecord[], what: Answer['what']): Deed[] {
  return records.flatMap((record) => (record.deleted ? [] : (deedOf(record, what) ?? [])));
}

function deedOf(record: PlainRecord, what: Answer['what']): Deed | null {
  const { fields, created, stamps } = record;
  if (what === 'protected') {
    if (!hasProtected(record)) return null;
    // Whoever said that it was done, and whoever said that the person is safe, must have known.
    const said = [...(stamps?.done ?? []), ...(stamps?.safe ?? [])];
    return { by: created.by, at: created.at, what, stamps: said.length === 0 ? [created] : said };
  }
  if (record.kind !== 'task' || !DANGER_RULES.includes(word(fields.rule))) return null;
  const at = fields.taken;
  if (typeof at !== 'number') return null;
  const by = typeof fields.owner === 'string' ? fields.owner : created.by;
  return { by, at, what, stamps: stamps?.taken ?? [{ by, at }] };
}

/** So many records that may say that somebody is in danger are weighed; of more, the later ones stand as not met. */
const MOST_WEIGHED = 2000;

/**
 * Records as `inOrder` marks them, of those that say that somebody is in danger which were met, and what was followed by what.
 * @param records of one dossier, each after those that its author had seen
 */
export function weighed(records: readonly PlainRecord[], saw: Saw): PlainRecord[] {
  const ordered = inOrder(records, saw);
  const telling = ordered
    .filter(({ kind, deleted }) => !deleted && weighedFieldsOf(kind).danger.length > 0)
    .slice(0, MOST_WEIGHED)
    .map(({ id, created }): Danger => ({ record: id, level: 'high', at: created.at }));
  const open = new Set(unmet(telling, answersIn(ordered, telling, saw)).map(({ record }) => record));
  const met = new Set(telling.flatMap(({ record }) => (open.has(record) ? [] : [record])));
  const weighed = ordered.map((record) => (met.has(record.id) ? { ...record, met: true as const } : record));
  const marked = withFollowers(weighed, saw);
  return marked.some(isDeletedRoot) ? withUnseenDanger(marked, saw) : marked;
}

const isDeletedRoot = ({ kind, deleted }: PlainRecord): boolean => deleted && kindOf(kind)?.level === 'root';

/** A dossier that was deleted by who did not know of a danger in it stands again: it would be heard nowhere else. */
function withUnseenDanger(records: readonly PlainRecord[], saw: Saw): PlainRecord[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const told = dangersOf(records.filter(({ met }) => met !== true)).flatMap(({ record }) => {
    const telling = byId.get(record);
    return telling === undefined ? [] : [tellingOf(telling)];
  });
  return records.map((record) => {
    if (!isDeletedRoot(record) || told.length === 0) return record;
    const { deletions = [record.updated] } = record;
    const isKnown = deletions.some((deletion) => told.every((said) => sawAll(saw, deletion, said)));
    return isKnown ? record : { ...record, deleted: false };
  });
}
