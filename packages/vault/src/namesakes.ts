import { foldForIndex, looksLike } from '@dayaq/locale/fold';
import { type AccountId, idBytes, type SpaceId, toHex } from '@dayaq/sealing';

/** A member, or an organisation. */
interface Named<Id extends AccountId | SpaceId = AccountId | SpaceId> {
  id: Id;
  name: string;
}

/** Hex digits of an id that stand behind a name; more where these are alike too. */
const SHORTEST_MARK = 4;
/** What somebody may have written behind their own name to pass for another's mark. */
const MARKS = /(?:\s*·\s*[0-9a-f]+)+\s*$/i;

/**
 * Of those whose names sound or look alike, what each is called so that they can be told apart: the name and a mark
 * from their id. Others are not in the answer, nor those without a name.
 */
export function toldApart<Id extends AccountId | SpaceId>(all: readonly Named<Id>[]): Map<Id, string> {
  const told = new Map<Id, string>();
  for (const group of groupsOf(all)) {
    if (group.length < 2) continue;
    const marks = group.map(({ id }) => toHex(idBytes(id)).toUpperCase());
    const length = lengthThatDiffers(marks);
    group.forEach(({ id, name }, i) => told.set(id, `${name} · ${marks[i]?.slice(0, length)}`));
  }
  return told;
}

/** Those who are alike to one another, also by a third who is alike to both. */
function groupsOf<One extends Named>(all: readonly One[]): ReadonlySet<One[]> {
  const groups = new Set<One[]>();
  const groupOf = new Map<One, One[]>();
  /** Of those with a key, the first: the others are in its group. */
  const first = new Map<string, One>();
  for (const person of all) {
    const keys = keysOf(person.name);
    const met = keys.flatMap((key) => first.get(key) ?? []);
    const together = [...new Set(met.map((one) => groupOf.get(one) ?? []))].flat();
    for (const one of together) groups.delete(groupOf.get(one) ?? []);
    const group = [...together, person];
    for (const one of group) groupOf.set(one, group);
    groups.add(group);
    for (const key of keys) if (!first.has(key)) first.set(key, person);
  }
  return groups;
}

/** How a name sounds, its words in any order, and how it looks. Signs alone are what they are. */
function keysOf(name: string): string[] {
  const bare = name.replace(MARKS, '').trim();
  if (bare === '') return [];
  const sound = foldForIndex(bare).split(' ').filter(Boolean).sort().join(' ');
  const plain = bare.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
  const look = looksLike(plain);
  return [`sound ${sound}`, `look ${look}`, `signs ${bare}`].filter((key) => !key.endsWith(' '));
}

function lengthThatDiffers(marks: readonly string[]): number {
  const longest = Math.max(...marks.map((mark) => mark.length));
  for (let length = SHORTEST_MARK; length < longest; length++) {
    if (new Set(marks.map((mark) => mark.slice(0, length))).size === marks.length) return length;
  }
  return longest;
}
