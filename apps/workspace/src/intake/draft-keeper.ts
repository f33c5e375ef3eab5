import type { Id, Vault } from '@dayaq/vault/client';
import { DraftKeeper, type Keeping } from '../drafts/draft-keeper.ts';
import { draftTitle, type IntakeDraft, isBlank, storedDraft } from '@dayaq/acts/intake/draft';
import { withIds } from '@dayaq/acts/intake/with-ids';

export const DRAFT_KIND = 'case';

interface Telling {
  onKeeping?: (keeping: Keeping) => void;
  /** The ids under which the draft's records will be saved: they are kept now. */
  onIds?: (ids: IntakeDraft['ids']) => void;
}

/** Keeps an intake while it is written, with the ids that its records will have, so that saving it waits for neither. */
export function intakeKeeper(
  vault: Pick<Vault, 'saveDraft' | 'dropDraft' | 'newId'>,
  id: Id,
  onDisk: boolean,
  { onKeeping, onIds }: Telling = {},
): DraftKeeper<IntakeDraft> {
  let given: IntakeDraft['ids'] = {};
  return new DraftKeeper<IntakeDraft>(vault, {
    id,
    kind: DRAFT_KIND,
    onDisk,
    async ready(draft) {
      // What was written before the ids were told is about the same records.
      const whole = await withIds(vault, { ...draft, ids: { ...given, ...draft.ids } });
      given = whole.ids;
      return whole;
    },
    write: (draft) => (isBlank(draft) ? null : { title: draftTitle(draft), data: storedDraft(draft) }),
    ...(onKeeping === undefined ? {} : { onKeeping }),
    onKept: ({ ids }) => onIds?.(ids),
  });
}
