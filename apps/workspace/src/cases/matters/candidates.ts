import { mayBeNamed } from '@dayaq/acts/matter/join-institution';
import { foldForIndex, foldForQuery } from '@dayaq/locale/fold';
import type { Id, ListedRecord } from '@dayaq/vault/client';
import type { Institution } from './institutions.ts';

/** Whom something that goes by its name alone may be. */
export interface Candidate {
  key: string;
  /** Of the directory; null: another that goes by its name alone. */
  id: Id | null;
  name: string;
  /** What was written under its name alone, which would come along. */
  records: readonly ListedRecord[];
  /** A name of it sounds like the one that is looked for. */
  isLike: boolean;
}

/** Someone of the directory with every name in which they are known. */
export interface Known {
  id: Id;
  name: string;
  names: readonly string[];
}

const soundOf = (names: readonly string[]): string => ` ${names.map(foldForIndex).join(' ')}`;
const isIn = (sound: string, words: readonly string[]): boolean =>
  words.length > 0 && words.every((word) => sound.includes(` ${word}`));

/**
 * Whom an institution may be: those of the directory and the others that go by a name, in whatever script, those that sound
 * like it first. `words` narrows them.
 */
export function candidatesFor(
  institution: Pick<Institution, 'key' | 'name'>,
  known: readonly Known[],
  others: readonly Institution[],
  words: string,
): Candidate[] {
  const wanted = foldForQuery(words);
  const own = foldForQuery(institution.name);
  const sound = soundOf([institution.name]);
  const all = [
    ...known.map(({ id, name, names }) => ({ key: id, id, name, names, records: [] })),
    ...others
      .filter(
        ({ id, key, name, contacts, matters }) =>
          id === null && key !== institution.key && name !== '' && mayBeNamed([...contacts, ...matters]),
      )
      .map(({ key, name, contacts, matters }) => ({
        key,
        id: null,
        name,
        names: [name],
        records: [...contacts, ...matters],
      })),
  ];
  return all
    .flatMap(({ names, ...candidate }) => {
      const theirs = soundOf(names);
      if (wanted.length > 0 && !isIn(theirs, wanted)) return [];
      const isLike = isIn(theirs, own) || names.some((name) => isIn(sound, foldForQuery(name)));
      return [{ ...candidate, isLike }];
    })
    .sort((a, b) => Number(b.isLike) - Number(a.isLike) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
