import { recordChange } from '@dayaq/acts/changes-between';
import { plainRecord } from '@dayaq/acts/record-values';
import { actsMeant, type Suggestion } from '@dayaq/domain/count';
import type { Failure, Id, RecordView, SaveTogether, Vault } from '@dayaq/vault/client';

/** Notes in each case of a suggestion that these acts of it belong to a pattern; null once all of it is kept, or none. */
export async function gatherInto(
  vault: Vault,
  pattern: Id,
  suggestion: Suggestion,
  why: string,
): Promise<Failure | null> {
  const acts: SaveTogether[] = [];
  for (const id of suggestion.cases) {
    const found = await vault.dossier(id);
    // A case that was closed or destroyed meanwhile is left out.
    if (!found.ok) {
      if (found.failure.code === 'not-found') continue;
      return found.failure;
    }
    const { records } = found.value;
    const before = records.find((record) => isOf(record, pattern));
    const meant = actsMeant(id, records.map(plainRecord), suggestion);
    if (meant.length === 0) continue;
    const values = { pattern, acts: meant, why };
    const change =
      before === undefined
        ? recordChange('pattern-case', await vault.newId(), values, {})
        : { kind: 'pattern-case', record: before.id, fields: { acts: { add: meant, del: [] } } };
    acts.push({ dossier: id, changes: [change] });
  }
  if (acts.length === 0) return null;
  const saved = await vault.saveTogether(acts);
  return saved.ok ? null : saved.failure;
}

const isOf = ({ kind, deleted, fields }: RecordView, pattern: Id): boolean =>
  kind === 'pattern-case' && !deleted && fields['pattern']?.value === pattern;
