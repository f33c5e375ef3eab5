import { dayNumbered } from '../day.ts';
import { isSpecialArea } from '../packs/index.ts';
import type { PlainRecord } from '../plain-record.ts';
import { ACTS, COUNTED, NAMED, NOT_KNOWN } from './declared.ts';
import { derivedOf } from './derived.ts';
import { Facts, NO_DAY } from './facts.ts';
import { foldedWords } from './folded-words.ts';
import { narrowOf } from './narrow.ts';
import { placeColumn } from './selection.ts';

/** What acts have in common; null: that is not asked of them. */
export interface Traits {
  /** The unit that did it, as one of them has it; the same in other letters is the same (`foldedWords`). */
  readonly unit: string | null;
  /** Code of `perpetrator-types`. */
  readonly by: string | null;
  /** Code of an area. */
  readonly area: string | null;
  /** Code of `violation-types`. */
  readonly type: string | null;
}

/** Acts of several cases that are alike: what a person may look at and say whether it is a pattern. */
export interface Suggestion extends Traits {
  /** First and last day, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  readonly acts: number;
  readonly cases: readonly string[];
}

/** So many acts, of so many cases, within so many days are worth a look. */
export const FEWEST_ACTS = 3;
export const FEWEST_CASES = 2;
export const WITHIN_DAYS = 92;
/** What is older is history: it is gathered by hand. */
const LOOKS_BACK = 730;
/** A date that may mean more days than this says nothing of when. */
const MOST_DOUBT = 31;
export const MOST_SUGGESTIONS = 30;

type Trait = keyof Traits;
/** What must be alike, the strongest first. Without a unit, only what has place and method in common too. */
const ALIKE: readonly (readonly Trait[])[] = [
  ['unit', 'area', 'type'],
  ['unit', 'area'],
  ['unit', 'type'],
  ['by', 'area', 'type'],
];

const PERPETRATORS = NAMED.kind;
/** Codes that say no more than that it is none of the others. */
const isVague = (code: string): boolean =>
  code === NOT_KNOWN || /(^|-)(other|unknown)$/.test(code) || isSpecialArea(code);

interface Act extends Record<Trait, readonly string[]> {
  readonly row: number;
  readonly dossier: number;
  readonly from: number;
  readonly to: number;
}

/** Every act that stands, whose day is known well enough, with what it may have in common with others. */
function* actsOf(facts: Facts, since: number): Generator<Act> {
  const acts = facts.table(ACTS.kind);
  const { stands } = derivedOf(facts);
  const perpetrators = facts.linked.get(PERPETRATORS);
  const codes = (kind: string, name: string) => {
    const at =
      COUNTED.find((each) => each.kind === kind)?.fields.findIndex((field) => field.name === name) ?? -1;
    return at < 0 ? null : (facts.table(kind).columns[at] ?? null);
  };
  const read = (column: ReturnType<typeof codes>, row: number): string[] => {
    if (column === null) return [];
    const { starts, values } = column.lists;
    const found: string[] = [];
    for (let i = starts.data[row] as number; i < (starts.data[row + 1] as number); i += 1) {
      const code = column.codes[values.data[i] as number] ?? '';
      if (!isVague(code)) found.push(code);
    }
    return found;
  };
  const [type, by] = [codes(ACTS.kind, 'type'), codes(PERPETRATORS, 'type')];
  const [area, ofCase] = [placeColumn(facts, 'act'), placeColumn(facts, 'case')];
  for (let row = 0; row < acts.length; row += 1) {
    const [from, to] = [acts.from.data[row] as number, acts.to.data[row] as number];
    const dossier = acts.dossier.data[row] as number;
    if (from === NO_DAY || from < since || to - from > MOST_DOUBT || stands[dossier] !== 1) continue;
    const who: number[] = [];
    for (let i = perpetrators?.starts.data[row] ?? 0; i < (perpetrators?.starts.data[row + 1] ?? 0); i += 1)
      who.push(perpetrators?.values.data[i] as number);
    const here = read(area, row);
    yield {
      row,
      dossier,
      from,
      to,
      unit: [...new Set(who.flatMap((each) => facts.named[each] || []))],
      by: [...new Set(who.flatMap((each) => read(by, each)))],
      area: here.length > 0 ? here : read(ofCase, dossier),
      type: read(type, row),
    };
  }
}

/** Every way in which an act has all of these traits: one of each. */
function ways(act: Act, traits: readonly Trait[]): Traits[] {
  let made: Traits[] = [{ unit: null, by: null, area: null, type: null }];
  for (const trait of traits)
    made = made.flatMap((each) => act[trait].map((value) => ({ ...each, [trait]: value })));
  return made;
}

/** Of acts in the order of their days those stretches, the newest first, that are close enough and enough of them. */
function stretches(acts: readonly Act[], days: number): Act[][] {
  const found: Act[][] = [];
  let end = acts.length;
  while (end >= FEWEST_ACTS) {
    const last = acts[end - 1] as Act;
    let start = end - 1;
    let until = last.to;
    while (start > 0) {
      const before = acts[start - 1] as Act;
      until = Math.max(until, before.to);
      if (until - before.from >= days) break;
      start -= 1;
    }
    const stretch = acts.slice(start, end);
    if (
      stretch.length >= FEWEST_ACTS &&
      new Set(stretch.map(({ dossier }) => dossier)).size >= FEWEST_CASES
    ) {
      found.push(stretch);
      end = start;
    } else end -= 1;
  }
  return found;
}

/**
 * Acts of several cases that have unit, place or method in common and lie close together, the most first. What is all part of
 * another suggestion is none, and what was gathered before is none until another case has come in. It says nothing of why.
 * @param today days since 1970
 * @param gathered for each pattern that somebody made, its cases
 */
export function suggestPatterns(
  facts: Facts,
  today: number,
  gathered: readonly ReadonlySet<string>[] = [],
  days = WITHIN_DAYS,
): { suggestions: readonly Suggestion[]; more: number } {
  const alike = new Map<string, { traits: Traits; count: number; acts: Act[] }>();
  for (const act of actsOf(facts, today - LOOKS_BACK))
    for (const asked of ALIKE)
      for (const traits of ways(act, asked)) {
        const key = JSON.stringify([traits.unit, traits.by, traits.area, traits.type]);
        const known = alike.get(key);
        if (known === undefined) alike.set(key, { traits, count: asked.length, acts: [act] });
        else known.acts.push(act);
      }
  const found = [...alike.values()].flatMap(({ traits, count, acts }) =>
    acts.length < FEWEST_ACTS
      ? []
      : stretches(
          [...acts].sort((a, b) => a.from - b.from || a.row - b.row),
          days,
        ).map((stretch) => ({
          traits,
          // A unit says more than what sort of body it was.
          weight: count + (traits.unit === null ? 0 : 1),
          stretch,
        })),
  );
  found.sort((a, b) => b.stretch.length - a.stretch.length || b.weight - a.weight);
  const kept: { rows: ReadonlySet<number>; suggestion: Suggestion }[] = [];
  let more = 0;
  for (const { traits, stretch } of found) {
    if (kept.some(({ rows }) => stretch.every(({ row }) => rows.has(row)))) continue;
    const cases = [...new Set(stretch.map(({ dossier }) => facts.names[dossier] ?? ''))];
    if (gathered.some((each) => cases.every((one) => each.has(one)))) continue;
    if (kept.length === MOST_SUGGESTIONS) {
      more += 1;
      continue;
    }
    const from = dayNumbered(Math.min(...stretch.map((act) => act.from)));
    const to = dayNumbered(Math.max(...stretch.map((act) => act.to)));
    kept.push({
      rows: new Set(stretch.map(({ row }) => row)),
      suggestion: {
        ...traits,
        unit: facts.words.get(traits.unit ?? '') ?? null,
        from,
        to,
        acts: stretch.length,
        cases,
      },
    });
  }
  return { suggestions: kept.map(({ suggestion }) => suggestion), more };
}

/** Which acts of a case a suggestion means: ids of their records. */
export function actsMeant(root: string, records: readonly PlainRecord[], asked: Suggestion): string[] {
  const narrow = narrowOf(root, records);
  if (narrow === null) return [];
  const facts = new Facts();
  // Whether it goes on in another one is asked of all cases together.
  facts.put(root, { rows: narrow.rows });
  const ids = records.flatMap(({ id, kind, deleted }) => (kind === ACTS.kind && !deleted ? [id] : []));
  const wanted = { ...asked, unit: asked.unit === null ? null : foldedWords(asked.unit) };
  const has = (act: Act, trait: Trait): boolean =>
    wanted[trait] === null || act[trait].includes(wanted[trait] ?? '');
  return [...actsOf(facts, Number.NEGATIVE_INFINITY)].flatMap((act) => {
    const isWithin = dayNumbered(act.from) >= asked.from && dayNumbered(act.to) <= asked.to;
    const isMeant = isWithin && (['unit', 'by', 'area', 'type'] as const).every((trait) => has(act, trait));
    return isMeant ? (ids[act.row] ?? []) : [];
  });
}
