import { fieldOf, kindOf } from '@dayaq/domain';
import { foldForIndex, foldForQuery } from '@dayaq/locale/fold';
import type { FoundRow, Id } from '@dayaq/vault/client';
import { marked } from '../list/marks.ts';
import { kindLabel, type Surroundings, valueText } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { addressOf } from '../kind-places.ts';
import { PLACES } from '../shell/places.ts';

/** One thing to go to. */
export interface JumpRow {
  key: string;
  href: string;
  title: string;
  /** What it is: a case, a member, a page. */
  what: string;
  line: string;
  /** Where it is kept; null for a page of the program. */
  space: Id | null;
}

const LONGEST = 160;
const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text);

/** Pages whose names have all the words, by their beginnings; without words all. */
export function pagesNamed(text: string, mayWrite: boolean): JumpRow[] {
  const words = foldForQuery(text);
  if (words.length === 0 && text.trim() !== '') return [];
  return PLACES.filter(({ writing }) => mayWrite || writing !== true)
    .map(({ href, name }) => ({ href, name: name() }))
    .filter(({ name }) => {
      const named = foldForIndex(name).split(' ');
      return words.every((word) => named.some((form) => form.startsWith(word)));
    })
    .map(({ href, name }) => ({
      key: `page ${href}`,
      href,
      title: name,
      what: t('shell.jump.page'),
      line: '',
      space: null,
    }));
}

/** What was found, in words. What has no page of its own is left out. */
export function foundRows(
  found: readonly FoundRow[],
  text: string,
  aroundIn: (space: Id) => Surroundings,
): JumpRow[] {
  return found.flatMap((row) => {
    const address = addressOf(row.kind, row);
    if (address === undefined) return [];
    const around = aroundIn(row.space);
    const said = (name: string): string =>
      fieldOf(row.kind, name) === undefined
        ? ''
        : valueText({ ...around, kind: row.kind, field: name, value: row.told[name], values: row.told });
    const { title = [], card } = kindOf(row.kind) ?? {};
    const what = kindLabel(around.translator, row.kind);
    const name = title.map(said).filter(Boolean).join(' · ') || what;
    const line = (card?.line ?? []).map(said).filter(Boolean).join(' · ');
    const finds = (where: string): boolean => marked(where, text).some((piece) => piece.found);
    // The words that were found are shown where the name does not show them.
    const told = !finds(name) && !finds(line) && finds(row.snippet) ? row.snippet : line;
    return [
      {
        key: `${row.kind} ${row.dossier} ${row.id}`,
        href: address,
        title: cut(name),
        what,
        line: cut(told),
        space: row.space,
      },
    ];
  });
}
