import type { IntakeDraft } from '@dayaq/acts/intake/draft';
import { toldOf } from '@dayaq/acts/intake/draft';
import { actsOf } from '@dayaq/acts/intake/violation-types';
import type { AlikeQuery } from '@dayaq/vault/client';

/** The client of an intake, with what was told so far by which they may be known. */
export function clientOfDraft(draft: IntakeDraft): Omit<AlikeQuery, 'limit'> {
  const { area } = draft.act;
  const acts = actsOf(draft.types).map((type) => ({
    id: `act ${type}`,
    kind: 'violation',
    fields: { ...draft.act, ...toldOf(draft, type).fields, type },
  }));
  return {
    root: 'case',
    record: 'client',
    records: [
      {
        id: 'case',
        kind: 'case',
        fields: { ...draft.case, opened: { day: draft.opened }, area: area ?? null },
      },
      { id: 'client', kind: 'person', fields: { ...draft.client, role: 'client' } },
      ...acts,
    ],
  };
}
