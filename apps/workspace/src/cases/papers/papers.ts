import { plainRecord, textIn } from '@dayaq/acts/record-values';
import {
  type Checklist,
  checklistOf,
  type CountryPack,
  documentPath,
  type DocumentPath,
  documentsHeld,
} from '@dayaq/domain';
import type { Id, RecordView } from '@dayaq/vault/client';

/** How far a person is with one thing that an office asks for. */
export type PaperState = 'has' | 'in-progress' | 'impossible' | 'missing';

export interface PaperDemand {
  /** Codes of the list `documents`: any one is enough. */
  anyOf: readonly string[];
  sometimes: boolean;
  state: PaperState;
  /** The person's records of these documents, the one that decides the state first. */
  records: readonly RecordView[];
  /** Goals by which one of them is had. */
  by: readonly string[];
}

export interface GoalView {
  list: Checklist;
  demands: readonly PaperDemand[];
  /** Everything that the goal gives is in hand. */
  reached: boolean;
  path: DocumentPath;
}

const ORDER: readonly PaperState[] = ['has', 'in-progress', 'impossible', 'missing'];

/** The person's document records that were not deleted. */
export function needsOf(records: readonly RecordView[], person: Id): RecordView[] {
  return records.filter(
    (record) => record.kind === 'document-need' && !record.deleted && textIn(record, 'of') === person,
  );
}

/**
 * The country's checklists as this person met them: what an office asked for beyond the list is demanded too, what it
 * asks only sometimes is demanded once somebody wrote that it was, and of several documents those that cannot be had are
 * put last.
 */
export function packAsMet(pack: CountryPack, needs: readonly RecordView[]): CountryPack {
  const impossible = new Set(
    needs.filter((need) => textIn(need, 'state') === 'impossible').map((need) => textIn(need, 'document')),
  );
  return { ...pack, documents: pack.documents.map((list) => asMet(list, needs, impossible)) };
}

function asMet(list: Checklist, needs: readonly RecordView[], impossible: ReadonlySet<string>): Checklist {
  const asked = needs
    .filter((need) => textIn(need, 'goal') === list.goal)
    .map((need) => textIn(need, 'document'));
  const demands = list.demands.map(({ anyOf, sometimes }) => {
    const sorted = [...anyOf].sort((a, b) => Number(impossible.has(a)) - Number(impossible.has(b)));
    const isFirm = sometimes !== true || anyOf.some((code) => asked.includes(code));
    return isFirm ? { anyOf: sorted } : { anyOf: sorted, sometimes: true as const };
  });
  const known = new Set([...list.gives, ...list.demands.flatMap(({ anyOf }) => anyOf)]);
  const further = [...new Set(asked)].filter((code) => code !== '' && !known.has(code));
  return { ...list, demands: [...demands, ...further.map((code) => ({ anyOf: [code] }))] };
}

/** How far a person is with a goal, or null where the country has no checklist for it. */
export function goalView(
  goal: string,
  person: Id,
  records: readonly RecordView[],
  country: CountryPack,
): GoalView | null {
  const needs = needsOf(records, person);
  const pack = packAsMet(country, needs);
  const list = checklistOf(goal, pack);
  const held = documentsHeld(records.map(plainRecord), person);
  const path = documentPath(goal, held, pack);
  if (list === undefined || path === null) return null;
  return {
    list,
    path,
    reached: list.gives.length > 0 && list.gives.every((code) => held.includes(code)),
    demands: list.demands.map(({ anyOf, sometimes }) => {
      const mine = needs
        .filter((need) => anyOf.includes(textIn(need, 'document')))
        .sort((a, b) => ORDER.indexOf(stateOf(a)) - ORDER.indexOf(stateOf(b)));
      return {
        anyOf,
        sometimes: sometimes === true,
        state: demandState(anyOf, mine),
        records: mine,
        by: pack.documents
          .filter((other) => other.goal !== goal && other.gives.some((code) => anyOf.includes(code)))
          .map((other) => other.goal),
      };
    }),
  };
}

function stateOf(need: RecordView): PaperState {
  const state = textIn(need, 'state');
  return ORDER.find((known) => known === state) ?? 'missing';
}

/** One impossible document closes nothing while another would do. */
function demandState(anyOf: readonly string[], needs: readonly RecordView[]): PaperState {
  const states = needs.map(stateOf);
  if (states.includes('has')) return 'has';
  if (states.includes('in-progress')) return 'in-progress';
  const closed = new Set(
    needs.filter((need) => stateOf(need) === 'impossible').map((n) => textIn(n, 'document')),
  );
  return anyOf.every((code) => closed.has(code)) ? 'impossible' : 'missing';
}

/** Goals that somebody is working towards for the person, in the order in which they were begun. */
export function goalsBegun(records: readonly RecordView[], person: Id, pack: CountryPack): string[] {
  const goals = [...needsOf(records, person)]
    .sort((a, b) => a.created.at - b.created.at)
    .map((need) => textIn(need, 'goal'));
  return [...new Set(goals)].filter((goal) => checklistOf(goal, pack) !== undefined);
}

/**
 * Where all documents that are sought in a case stand: `done` when each is in hand, by the country's checklists where a goal
 * has one; `tried` where one cannot be had and nothing else is open. Null where none is sought.
 */
export function papersStand(
  records: readonly RecordView[],
  pack: CountryPack | undefined,
): 'done' | 'planned' | 'tried' | 'none' | null {
  const needs = records.filter((record) => record.kind === 'document-need' && !record.deleted);
  if (needs.length === 0) return null;
  const states: PaperState[] = [];
  const counted = new Set<RecordView>();
  for (const person of new Set(needs.map((need) => textIn(need, 'of')))) {
    if (pack === undefined || person === '') continue;
    for (const goal of goalsBegun(records, person, pack)) {
      const view = goalView(goal, person, records, pack);
      if (view === null) continue;
      for (const demand of view.demands) {
        for (const record of demand.records) counted.add(record);
        if (!view.reached && (!demand.sometimes || demand.records.length > 0)) states.push(demand.state);
      }
    }
  }
  for (const need of needs) if (!counted.has(need)) states.push(stateOf(need));
  if (states.every((state) => state === 'has')) return 'done';
  if (states.some((state) => state === 'in-progress' || state === 'has')) return 'planned';
  return states.includes('missing') ? 'none' : 'tried';
}
