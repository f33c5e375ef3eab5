import { namesOf } from '@dayaq/domain';
import type { Change, Id, ListedRecord, SaveTogether, Value } from '@dayaq/vault/client';

/** Where a record says by a link and by words with whom it was. */
export const WITH_WHOM = {
  contact: { link: 'institutionIs', name: 'institution' },
  matter: { link: 'forumIs', name: 'forumName' },
} as const;
type WithWhom = keyof typeof WITH_WHOM;
export const isWithWhom = (kind: string): kind is WithWhom => Object.hasOwn(WITH_WHOM, kind);

/** Characters of all names together, as the directory takes them; what does not fit is in the records still. */
const MOST_NAMES = 1000;

/** Whom records are to be joined to: somebody of the directory, or somebody new in it. */
export interface JoinedTo {
  id: Id;
  /** What stands of it now; null where it is made by this. */
  fields: Readonly<Record<string, Value>> | null;
  /** What it is called, where it is made by this. */
  name: string;
}

/** What joins records to one institution, each dossier's part for itself, and what takes all of it back. */
export interface Joining {
  there: SaveTogether[];
  back: SaveTogether[];
}

/** Whether a name may head somebody new in the directory, which every member reads: it was said where all may read. */
export const mayBeNamed = (records: readonly Pick<ListedRecord, 'restricted'>[]): boolean =>
  records.some(({ restricted }) => !restricted);

/**
 * All that was written under some names leads to one institution of the directory from now on. What was said stays as it was
 * said; the names become names of the institution.
 */
export function joinInstitution(records: readonly ListedRecord[], to: JoinedTo): Joining {
  const said = new Set<string>();
  const there = new Map<Id, Change[]>();
  const back = new Map<Id, Change[]>();
  const put = (acts: Map<Id, Change[]>, dossier: Id, change: Change): void => {
    acts.set(dossier, [...(acts.get(dossier) ?? []), change]);
  };
  for (const { kind, record, dossier, fields, restricted } of records) {
    if (!isWithWhom(kind)) continue;
    const { link, name } = WITH_WHOM[kind];
    const words = fields[name];
    // The directory is everybody's: what was said where only some may read does not go there.
    if (!restricted && typeof words === 'string' && words.trim() !== '') said.add(words.trim());
    const change = (value: Value): Change => ({ kind, record, fields: { [link]: { set: value } } });
    put(there, dossier, change(to.id));
    put(back, dossier, change(fields[link] ?? null));
  }
  const provider = (fields: Readonly<Record<string, Value>>): Change => ({
    kind: 'provider',
    record: to.id,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { set: value }])),
  });
  const known = new Set(to.fields === null ? [to.name] : namesOf(to.fields));
  const fresh = [...said].filter((name) => !known.has(name));
  const before = to.fields?.alternateNames ?? null;
  const named = [...(typeof before === 'string' ? [before] : []), ...fresh].join('\n');
  const isNamed = fresh.length > 0 && named.length <= MOST_NAMES;
  const names: Record<string, Value> = isNamed ? { alternateNames: named } : {};
  if (to.fields === null) {
    put(there, to.id, provider({ name: to.name, ...names }));
    put(back, to.id, { ...provider({}), deleted: true });
  } else if (isNamed) {
    put(there, to.id, provider(names));
    put(back, to.id, provider({ alternateNames: before }));
  }
  const acts = (of: Map<Id, Change[]>): SaveTogether[] =>
    [...of].map(([dossier, changes]) => ({ dossier, changes }));
  return { there: acts(there), back: acts(back) };
}
