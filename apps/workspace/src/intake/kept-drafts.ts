import { type IntakeDraft, readDraft } from '@dayaq/acts/intake/draft';
import type { Id, Vault } from '@dayaq/vault/client';
import { DRAFT_KIND } from './draft-keeper.ts';

/** An intake that was begun and not finished. */
export interface KeptDraft {
  id: Id;
  /** Milliseconds since 1970. */
  updated: number;
  draft: IntakeDraft;
}

/** What was begun in this organisation, newest first. A draft whose case was saved, just before a crash, is put away instead of offered. */
export async function keptDrafts(vault: Vault, space: Id | null): Promise<KeptDraft[]> {
  const kept: KeptDraft[] = [];
  for (const { id, kind, data, space: of, updated } of await vault.drafts()) {
    const draft = kind === DRAFT_KIND ? readDraft(data) : null;
    if (draft === null || (of ?? space) !== space) continue;
    if (await becameCase(vault, draft)) await vault.dropDraft(id);
    else kept.push({ id, updated, draft });
  }
  return kept.sort((a, b) => b.updated - a.updated);
}

async function becameCase(vault: Vault, draft: IntakeDraft): Promise<boolean> {
  const id = draft.ids['case'];
  return id !== undefined && (await vault.dossier(id)).ok;
}
