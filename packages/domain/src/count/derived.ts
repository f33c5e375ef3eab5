import { ACTS, PERSONS } from './declared.ts';
import type { Facts } from './facts.ts';
import { AGREED } from './narrow.ts';

/** What follows from all facts together, and is reckoned anew when one of them changes. */
export interface Derived {
  /** By row of the persons: which of all people it is; the same for those who are the same. */
  readonly who: Int32Array;
  /** Rows of the persons in the order of who they are: those of `i` from `starts[i]` up to `starts[i + 1]`. */
  readonly rows: Int32Array;
  readonly starts: Int32Array;
  /** 1 where all whom it concerns agreed to be in statistics. */
  readonly agreed: { readonly person: Uint8Array; readonly act: Uint8Array; readonly dossier: Uint8Array };
  /** By dossier: 1 where it is here and does not go on in another one that is. */
  readonly stands: Uint8Array;
}

const known = new WeakMap<Facts, { version: number; derived: Derived }>();

/** What follows from the facts as they are now. */
export function derivedOf(facts: Facts): Derived {
  const before = known.get(facts);
  if (before?.version === facts.version) return before.derived;
  const derived = derive(facts);
  known.set(facts, { version: facts.version, derived });
  return derived;
}

function derive(facts: Facts): Derived {
  const stands = standing(facts);
  const who = samePeople(facts);
  const people = who.reduce((most, each) => Math.max(most, each + 1), 0);
  const starts = new Int32Array(people + 1);
  for (const each of who) starts[each + 1] = (starts[each + 1] ?? 0) + 1;
  for (let i = 0; i < people; i += 1) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const next = starts.slice();
  const rows = new Int32Array(who.length);
  for (const [row, each] of who.entries()) {
    const place = next[each] as number;
    rows[place] = row;
    next[each] = place + 1;
  }
  return { who, rows, starts, agreed: agreedIn(facts, who, people), stands };
}

/** Steps from one dossier to that in which it goes on, and so on: more than anybody made on purpose. */
const MOST_STEPS = 50;

function standing({ here, into, at }: Facts): Uint8Array {
  const stands = new Uint8Array(here.length);
  for (let dossier = 0; dossier < here.length; dossier += 1) {
    if (here.data[dossier] !== 1) continue;
    let last = dossier;
    let isRound = false;
    for (let step = 0; step < MOST_STEPS && !isRound; step += 1) {
      const next = into[last] === '' ? undefined : at.get(into[last] ?? '');
      if (next === undefined) break;
      last = next;
      isRound = next === dossier;
    }
    // Of those that lead round in a circle none would be counted: then each is.
    stands[dossier] = last === dossier || isRound ? 1 : 0;
  }
  return stands;
}

/** Numbers people from 0 on: rows that were said to be the same person are one. */
function samePeople(facts: Facts): Int32Array {
  const { ids, same, here } = facts;
  const { dossier, length } = facts.table(PERSONS.kind);
  const above = Int32Array.from({ length }, (_, row) => row);
  const top = (row: number): number => {
    let at = row;
    while (above[at] !== at) {
      above[at] = above[above[at] as number] as number;
      at = above[at] as number;
    }
    return at;
  };
  const isHere = (row: number): boolean => here.data[dossier.data[row] as number] === 1;
  const wanted = new Set<string>();
  for (let row = 0; row < length; row += 1) if (isHere(row)) for (const id of same[row] ?? []) wanted.add(id);
  const byId = new Map<string, number[]>();
  // Most people stand in one case alone.
  for (let row = 0; wanted.size > 0 && row < length; row += 1) {
    const id = ids[row] as string;
    if (!wanted.has(id) || !isHere(row)) continue;
    const others = byId.get(id);
    if (others === undefined) byId.set(id, [row]);
    else others.push(row);
  }
  for (let row = 0; row < length; row += 1)
    if (isHere(row))
      for (const id of same[row] ?? []) for (const other of byId.get(id) ?? []) above[top(other)] = top(row);
  const numbers = new Int32Array(length).fill(-1);
  const who = new Int32Array(length);
  let people = 0;
  for (let row = 0; row < length; row += 1) {
    const first = top(row);
    if (numbers[first] === -1) numbers[first] = people++;
    who[row] = numbers[first] as number;
  }
  return who;
}

function agreedIn(facts: Facts, who: Int32Array, people: number): Derived['agreed'] {
  const { said, counts } = facts;
  const persons = facts.table(PERSONS.kind);
  const acts = facts.table(ACTS.kind);
  const isHere = (dossier: number): boolean => facts.here.data[dossier] === 1;
  // Whoever said no anywhere is counted nowhere.
  const refused = new Uint8Array(people);
  for (const [row, each] of who.entries())
    if (said.data[row] === AGREED.no && isHere(persons.dossier.data[row] as number)) refused[each] = 1;
  const person = Uint8Array.from(who, (each, row) =>
    said.data[row] === AGREED.yes && refused[each] === 0 ? 1 : 0,
  );
  const dossier = new Uint8Array(facts.here.length);
  for (let at = 0; at < dossier.length; at += 1) {
    const [from, to] = [persons.starts.data[at] as number, persons.starts.data[at + 1] as number];
    let clients = 0;
    let clientsAgreed = 1;
    let allAgreed = 1;
    for (let row = from; row < to; row += 1) {
      const own = person[row] as number;
      allAgreed &= own;
      if (counts.data[row] !== 1) continue;
      clients += 1;
      clientsAgreed &= own;
    }
    dossier[at] = clients > 0 ? clientsAgreed : allAgreed;
  }
  const { starts, values } = facts.linked.get(PERSONS.kind) ?? { starts: null, values: null };
  const act = new Uint8Array(acts.length);
  for (let at = 0; at < act.length; at += 1) {
    const from = starts?.data[at] ?? 0;
    const to = starts?.data[at + 1] ?? 0;
    let all = 1;
    for (let i = from; i < to; i += 1) all &= person[values?.data[i] as number] as number;
    act[at] = from === to ? (dossier[acts.dossier.data[at] as number] as number) : all;
  }
  return { person, act, dossier };
}
