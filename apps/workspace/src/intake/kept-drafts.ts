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

/** What was begun in this organisation and became no case, newest first. */
export async function keptDrafts(vault: Vault, space: Id | null): Promise<KeptDraft[]> {
  const { kept } = await draftsOf(vault, space);
  return kept;
}

/** Puts away drafts whose case was saved, just before a crash. */
export async function putAwaySaved(vault: Vault, space: Id | null): Promise<void> {
  const { saved } = await draftsOf(vault, space);
  for (const id of saved) await vault.dropDraft(id);
}

async function draftsOf(vault: Vault, space: Id | null): Promise<{ kept: KeptDraft[]; saved: Id[] }> {
  const kept: KeptDraft[] = [];
  const saved: Id[] = [];
  for (const { id, kind, data, space: of, updated } of await vault.drafts()) {
    const draft = kind === DRAFT_KIND ? readDraft(data) : null;
    if (draft === null || (of ?? space) !== space) continue;
    if (await becameCase(vault, draft)) saved.push(id);
    else kept.push({ id, updated, draft });
  }
  return { kept: kept.sort((one, other) => other.updated - one.updated), saved };
}

async function becameCase(vault: Vault, draft: IntakeDraft): Promise<boolean> {
  const id = draft.ids['case'];
  return id !== undefined && (await vault.dossier(id)).ok;
}
