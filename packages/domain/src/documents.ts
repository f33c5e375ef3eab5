import type { PlainRecord } from './plain-record.ts';
import type { Checklist, Demand } from './packs/checklist.ts';
import type { CountryPack } from './packs/pack.ts';

export interface Missing {
  /** Codes of the list `documents`: any one of them is enough. */
  anyOf: readonly string[];
  /** Only sometimes asked for. */
  sometimes: boolean;
  /** Goals (list `document-goals`) by which one of them is had; empty where no checklist gives any. */
  by: readonly string[];
}

/** The checklist of a goal, or undefined where the country has none. */
export function checklistOf(goal: string, pack: CountryPack): Checklist | undefined {
  return pack.documents.find((list) => list.goal === goal);
}

const isMet = (demand: Demand, has: ReadonlySet<string>): boolean =>
  demand.anyOf.some((code) => has.has(code));

/**
 * What is missing for a goal.
 * @param has codes of the list `documents` that the person holds
 * @returns null where the country has no checklist for the goal
 */
export function documentsMissing(goal: string, has: readonly string[], pack: CountryPack): Missing[] | null {
  const list = checklistOf(goal, pack);
  if (list === undefined) return null;
  const held = new Set(has);
  return list.demands
    .filter((demand) => !isMet(demand, held))
    .map((demand) => ({
      anyOf: demand.anyOf,
      sometimes: demand.sometimes === true,
      by: pack.documents
        .filter((other) => other.goal !== goal && other.gives.some((code) => demand.anyOf.includes(code)))
        .map((other) => other.goal),
    }));
}

export interface DocumentPath {
  /** Goals to reach one after the other; the last is the goal itself. */
  goals: readonly string[];
  /**
   * Goals that wait for each other: for each of these, another one is needed that needs it in turn. This is where a
   * person is stuck, and where somebody has to speak with the office.
   */
  circle: readonly string[];
  /** Documents that no checklist gives and that are missing on the way: they come from elsewhere. */
  fromElsewhere: readonly string[];
}

/**
 * In which order to go about it. What is only sometimes asked for is left out; where any of several documents is
 * enough, the way leads to the first of them: nobody is sent for an ART card only because it would do as well.
 * @returns null where the country has no checklist for the goal
 */
export function documentPath(goal: string, has: readonly string[], pack: CountryPack): DocumentPath | null {
  if (checklistOf(goal, pack) === undefined) return null;
  const held = new Set(has);
  const goals: string[] = [];
  const circle = new Set<string>();
  const elsewhere = new Set<string>();
  const onTheWay: string[] = [];
  const go = (at: string): void => {
    if (goals.includes(at)) return;
    if (onTheWay.includes(at)) {
      for (const stuck of onTheWay.slice(onTheWay.indexOf(at))) circle.add(stuck);
      return;
    }
    onTheWay.push(at);
    for (const demand of checklistOf(at, pack)?.demands ?? []) {
      const [first] = demand.anyOf;
      if (demand.sometimes === true || first === undefined || isMet(demand, held)) continue;
      const by = pack.documents.find((list) => list.goal !== at && list.gives.includes(first));
      if (by !== undefined) go(by.goal);
      else elsewhere.add(first);
    }
    onTheWay.pop();
    goals.push(at);
    for (const given of checklistOf(at, pack)?.gives ?? []) held.add(given);
  };
  go(goal);
  return { goals, circle: [...circle], fromElsewhere: [...elsewhere] };
}

/** What a document opens: the goals that ask for it, and the services (list `services`) that those goals open. */
export function unlockedBy(document: string, pack: CountryPack): { goals: string[]; services: string[] } {
  const lists = pack.documents.filter(
    (list) => list.gives.includes(document) || list.demands.some((demand) => demand.anyOf.includes(document)),
  );
  return {
    goals: lists
      .filter((list) => list.demands.some((demand) => demand.anyOf.includes(document)))
      .map((list) => list.goal),
    services: [...new Set(lists.flatMap((list) => list.opens))],
  };
}

/** The documents that a person holds, after the case's `document-need` records. */
export function documentsHeld(records: readonly PlainRecord[], person: string): string[] {
  const held = new Set<string>();
  for (const { kind, deleted, fields } of records)
    if (kind === 'document-need' && !deleted && fields.of === person && fields.state === 'has')
      if (typeof fields.document === 'string') held.add(fields.document);
  return [...held];
}
