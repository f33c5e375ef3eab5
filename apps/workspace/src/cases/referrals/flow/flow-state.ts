import { isCode, newReference, REFERENCE_BYTES, servicesForResponse, servicesForWant } from '@dayaq/domain';
import type { Id, RecordView, Value, Vault } from '@dayaq/vault/client';
import type { Values } from '../../../fields/changes-between.ts';
import { consentsTo, stateOf } from '../../detail/consent-state.ts';
import { textIn } from '../../detail/open-case.ts';
import type { ChosenRecipient } from '../recipient.ts';
import type { ReferralIds } from '../send.ts';

export const STEPS = ['need', 'recipient', 'consent', 'preview'] as const;
export type Step = (typeof STEPS)[number];

/** With what a referral begins: from a wish of the person, or anew after somebody declined. */
export interface FlowStart {
  /** Codes of the list `services` that are likely. */
  needs: readonly string[];
  /** The need is decided already. */
  need?: { need: string; needOther: string; needWords: string };
  /** Who declined before; not to be asked by mistake again. */
  declined?: string;
  /** A referral that was kept and did not go: the same once more. */
  again?: { ids: ReferralIds; of: Id; recipient: ChosenRecipient };
}

export interface FlowState {
  of: Id;
  need: string;
  needOther: string;
  needWords: string;
  recipient: ChosenRecipient | null;
  /** Answers of a consent that is given now. */
  fresh: Values;
  /** Consent that stands already and is used; null: asked now. */
  standing: Id | null;
  files: readonly Id[];
  way: string;
  contactPerson: string;
  /** A date, or null. */
  followUp: Value;
}

/** Services that a word of the address means: a service, a wish of the person, or a planned response. */
export function needsFor(word: string): readonly string[] {
  if (isCode('services', word)) return [word];
  const wanted = servicesForWant(word);
  return wanted.length > 0 ? wanted : servicesForResponse(word);
}

/** Services that may give what the person wants, each once. */
export function needsForWants(wants: readonly string[]): string[] {
  return [...new Set(wants.flatMap((want) => servicesForWant(want)))];
}

/** The yes that stands for exactly this recipient, if there is one. */
export function standingConsent(
  records: readonly RecordView[],
  of: Id,
  recipient: string,
): RecordView | undefined {
  const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
  return consentsTo(records, of, 'sharing')
    .filter((consent) => stateOf(consent) === 'yes' && same(textIn(consent, 'recipient'), recipient))
    .at(-1);
}

export async function newIds(vault: Pick<Vault, 'newId'>): Promise<ReferralIds> {
  const [referral, consent, dossier] = await Promise.all([vault.newId(), vault.newId(), vault.newId()]);
  return {
    referral,
    consent,
    dossier,
    reference: newReference(crypto.getRandomValues(new Uint8Array(REFERENCE_BYTES))),
  };
}
