import { textIn } from '@dayaq/acts/record-values';
import { linksIn } from '@dayaq/domain';
import type { Id, RecordView, Value } from '@dayaq/vault/client';

/** Whom a person does not want near the case: chosen ones by id, and everything in their own words, one a line. */
export interface Exclusions {
  ids: readonly Id[];
  words: string;
}

export function exclusionsOf(person: RecordView): Exclusions {
  return {
    ids: linksIn('person', 'excludedIds', person.fields.excludedIds?.value ?? null),
    words: textIn(person, 'exclusions'),
  };
}

const linesOf = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * An organisation is excluded by its ids and by its name, so that it stays out under every id that it has with us, and
 * so that the name can be read where we are no longer connected.
 */
export function withOrganisation(
  { ids, words }: Exclusions,
  organisation: { ids: readonly Id[]; name: string },
): Exclusions {
  const lines = linesOf(words);
  const name = organisation.name.trim();
  return {
    ids: [...new Set([...ids, ...organisation.ids])],
    words: (name === '' || lines.includes(name) ? lines : [...lines, name]).join('\n'),
  };
}

export function withoutOrganisation(
  { ids, words }: Exclusions,
  organisation: { ids: readonly Id[]; name: string },
): Exclusions {
  return {
    ids: ids.filter((id) => !organisation.ids.includes(id)),
    words: linesOf(words)
      .filter((line) => line !== organisation.name.trim())
      .join('\n'),
  };
}

export function withMember(exclusions: Exclusions, account: Id, out: boolean): Exclusions {
  const others = exclusions.ids.filter((id) => id !== account);
  return { ...exclusions, ids: out ? [...others, account] : others };
}

/** What one person changed between `before` and `after`, done to what stands now: two who exclude at once lose nobody. */
export function mergedExclusions(before: Exclusions, after: Exclusions, now: Exclusions): Exclusions {
  const merge = (had: readonly string[], has: readonly string[], current: readonly string[]): string[] => [
    ...new Set([
      ...current.filter((one) => has.includes(one) || !had.includes(one)),
      ...has.filter((one) => !had.includes(one)),
    ]),
  ];
  return {
    ids: merge(before.ids, after.ids, now.ids),
    words: merge(linesOf(before.words), linesOf(after.words), linesOf(now.words)).join('\n'),
  };
}

/** The fields of the person that keep them. */
export function exclusionFields({ ids, words }: Exclusions): Record<string, Value> {
  const tidy = linesOf(words).join('\n');
  return {
    excludedIds: [...ids],
    exclusions: tidy === '' ? null : tidy,
  };
}

/** Who may still open the case: those who may now, without the excluded ones. */
export function readersWithout(
  members: readonly { account: Id; removed: boolean }[],
  dossier: { restricted: boolean; readers: readonly Id[] },
  excluded: readonly Id[],
): Id[] {
  return members
    .filter((member) => !member.removed && !excluded.includes(member.account))
    .filter((member) => !dossier.restricted || dossier.readers.includes(member.account))
    .map((member) => member.account);
}
