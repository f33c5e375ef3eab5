import { type AlikeLetters, alikeLetters } from '@dayaq/acts/letter/alike';
import { letterStands } from '@dayaq/acts/letter/letter';
import { toldText } from '@dayaq/domain';
import type { DossierRow, Failure, Id, Vault } from '@dayaq/vault/client';

/** Rows in one page of a list, and letters that are put away in one go. */
const PAGE = 200;
/** Letters that are looked through: as many as a public page holds on its server. */
const MOST = 20_000;

/** Letters that say nearly the same, and how many of them say that somebody is in danger. */
export interface AlikeGroup extends AlikeLetters {
  readonly dangers: number;
}

export interface SortedOut {
  readonly groups: readonly AlikeGroup[];
  /** Those that are like no other. */
  readonly others: readonly DossierRow[];
}

/** Every letter of a space that waits, gathered by what it says. */
export async function sortOut(vault: Pick<Vault, 'dossiers'>, space: Id | null): Promise<SortedOut> {
  const rows: DossierRow[] = [];
  for (let offset = 0; offset < MOST; offset += PAGE) {
    const page = await vault.dossiers({
      kinds: ['letter'],
      text: '',
      filters: { state: ['open'] },
      sort: 'day',
      descending: false,
      offset,
      limit: PAGE,
      space,
    });
    rows.push(...page.rows);
    if (page.rows.length < PAGE) break;
  }
  const saysDanger = new Set(rows.filter(({ told }) => told['danger'] === 'high').map(({ id }) => id));
  const groups = alikeLetters(rows.map((row) => ({ id: row.id, words: toldText(row, 'words') }))).map(
    (group) => ({ ...group, dangers: group.ids.filter((id) => saysDanger.has(id)).length }),
  );
  const gathered = new Set(groups.flatMap(({ ids }) => ids));
  return { groups, others: rows.filter(({ id }) => !gathered.has(id)) };
}

/** Puts letters away, or back among those that wait; what was done before a failure stays done. */
export async function moveLetters(
  vault: Pick<Vault, 'saveTogether'>,
  ids: readonly Id[],
  to: 'put-away' | 'open',
  onProgress: (done: number) => void,
): Promise<Failure | null> {
  for (let at = 0; at < ids.length; at += PAGE) {
    const some = ids.slice(at, at + PAGE);
    const kept = await vault.saveTogether(some.map((id) => ({ dossier: id, changes: letterStands(id, to) })));
    if (!kept.ok) return kept.failure;
    onProgress(Math.min(ids.length, at + PAGE));
  }
  return null;
}
