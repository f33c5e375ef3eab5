import { codeOf } from '../code-lists/index.ts';
import type { CountUnit, Counts, Field, Kind } from '../kind.ts';
import { KINDS } from '../kinds/index.ts';
import { areaOf, areaWithAncestors, isSpecialArea } from '../packs/index.ts';

/** A kind that figures know of. */
export interface CountedKind {
  readonly kind: string;
  readonly counts: Counts;
  /** Fields by whose codes others are counted, in the kind's order. */
  readonly fields: readonly CountedField[];
}

export interface CountedField {
  readonly name: string;
  /** The code list; null for places, whose codes are those of the packs. */
  readonly list: string | null;
}

/** Under which a code stands that this version does not know: a newer colleague's. */
export const NOT_KNOWN = '?';
/** Under which stands what says nothing. */
export const NOT_SAID = '';
/** Under which stands what is several at once, where each is counted once. */
export const SEVERAL = '&';

function countedField({ name, type, release }: Field): CountedField[] {
  if (release !== 'free') return [];
  if (type.is === 'code' || type.is === 'codes') return [{ name, list: type.list }];
  if (type.is === 'answer') return [{ name, list: 'answer' }];
  return type.is === 'place' ? [{ name, list: null }] : [];
}

/** Every kind that says how it is counted. */
export const COUNTED: readonly CountedKind[] = Object.values<Kind>(KINDS).flatMap(
  ({ kind, counts, fields }) =>
    counts === undefined ? [] : [{ kind, counts, fields: fields.flatMap(countedField) }],
);

const thatIs = (as: Exclude<CountUnit, 'victims'>): CountedKind => {
  const found = COUNTED.find(({ counts }) => counts.as === as);
  if (found === undefined) throw new Error(`no kind is counted as ${as}`);
  return found;
};
export const CASES = thatIs('cases');
export const ACTS = thatIs('acts');
export const PERSONS = thatIs('persons');
/** The kind that is known by its words in several dossiers: who did it. */
export const NAMED: CountedKind = (() => {
  const found = COUNTED.find(({ counts }) => counts.named !== undefined);
  if (found === undefined) throw new Error('no kind is known by its words');
  return found;
})();
/** Fields of an act that name its victims, and who else has a part in it, by the kind that they lead to. */
export const ACT_LINKS: readonly { readonly field: string; readonly kind: string }[] =
  (KINDS as Readonly<Record<string, Kind>>)[ACTS.kind]?.fields.flatMap(({ name, type }) =>
    type.is === 'references' && COUNTED.some(({ kind }) => kind === type.kind && kind !== ACTS.kind)
      ? [{ field: name, kind: type.kind }]
      : [],
  ) ?? [];

/** A code as it is counted: one that the list does not have is one that nobody here knows. */
export function countedCode({ list }: CountedField, code: string): string {
  if (list !== null) return codeOf(list, code) === undefined ? NOT_KNOWN : code;
  return isSpecialArea(code) || areaOf(code) !== undefined ? code : NOT_KNOWN;
}

/** A code, or what holds it at the first level: of a place its region. */
export function rolledUp({ list }: Pick<CountedField, 'list'>, code: string, isFine: boolean): string {
  if (isFine) return code;
  if (list !== null) return codeOf(list, code)?.parent ?? code;
  return areaWithAncestors(code).findLast((each) => areaOf(each) !== undefined) ?? code;
}
