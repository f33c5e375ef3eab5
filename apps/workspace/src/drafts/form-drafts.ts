import type { Draft, Id, Value, Vault } from '@dayaq/vault/client';

/** Drafts of forms; unfinished intakes are of another kind, and listed where a case is begun. */
export const FORM_KIND = 'form';
/** Most forms whose words are kept unsaved on one device: of more, the oldest goes. */
export const MOST_FORMS = 40;

/** Where a form stands, so that its words are found again by the same form and no other. */
export interface FormPlace {
  /** The dossier that it writes to; null where that is only about to be. */
  dossier: Id | null;
  /** What it is about: a record's id, or the kind of a new one. */
  about: string;
  /** What is done there: two forms about the same thing have two purposes. */
  purpose: string;
}

/** Names lie open in the browser's store: this one tells neither the case nor what is written about it. */
export async function formId({ dossier, about, purpose }: FormPlace): Promise<Id> {
  const place = new TextEncoder().encode(JSON.stringify([dossier, about, purpose]));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', place));
  return `${FORM_KIND}-${Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** What is typed as it is kept. `form` tells the shape. */
export function storedForm({ dossier }: FormPlace, typed: Value): Value {
  return { form: 1, dossier, typed };
}

/** What was typed, or null where this is none of ours or a newer version's. */
export function typedIn(draft: Draft | null): Value {
  const data = draft?.data;
  if (draft?.kind !== FORM_KIND || typeof data !== 'object' || data === null || Array.isArray(data))
    return null;
  return data['form'] === 1 ? (data['typed'] ?? null) : null;
}

/** The oldest form that has to go before one more is kept; null while there is room. */
export async function oldestToGo(vault: Pick<Vault, 'drafts'>, id: Id): Promise<Draft | null> {
  const others = (await vault.drafts()).filter((draft) => draft.kind === FORM_KIND && draft.id !== id);
  if (others.length < MOST_FORMS) return null;
  return others.reduce((oldest, draft) => (draft.updated < oldest.updated ? draft : oldest));
}

/** Forgets the words of forms whose case is not here any more, or was closed to this account. */
export async function forgetClosed(
  vault: Pick<Vault, 'drafts' | 'dropDraft' | 'dossier'>,
  account: Id,
): Promise<void> {
  const open = new Map<Id, boolean>();
  for (const draft of await vault.drafts()) {
    const dossier = draft.kind === FORM_KIND ? dossierOf(draft) : null;
    if (dossier === null) continue;
    if (!open.has(dossier)) open.set(dossier, await isOpen(vault, dossier, account));
    if (open.get(dossier) === false) await vault.dropDraft(draft.id);
  }
}

function dossierOf({ data }: Draft): Id | null {
  const dossier = typeof data === 'object' && data !== null && !Array.isArray(data) ? data['dossier'] : null;
  return typeof dossier === 'string' ? dossier : null;
}

/** Only a clear "no" counts: what cannot be opened for another reason may open again. */
async function isOpen(vault: Pick<Vault, 'dossier'>, dossier: Id, account: Id): Promise<boolean> {
  const found = await vault.dossier(dossier);
  if (!found.ok) return found.failure.code !== 'not-found';
  return !found.value.restricted || found.value.readers.includes(account);
}
