import { type Choosing, NOTHING_CHOSEN } from '@dayaq/acts/referral/choose';
import { valuesOf } from '@dayaq/acts/record-values';
import {
  isChosenFields,
  isCode,
  nameKey,
  newReference,
  perhapsSame,
  recipientOf,
  REFERENCE_BYTES,
  servicesForResponse,
  servicesForWant,
} from '@dayaq/domain';
import type { Id, RecordView, Value, Vault } from '@dayaq/vault/client';
import { textsOf, type Values } from '@dayaq/acts/changes-between';
import { consentsTo, stateOf } from '../../detail/consent-state.ts';
import type { ChosenRecipient } from '@dayaq/acts/referral/recipient';
import type { ReferralIds } from '@dayaq/acts/referral/send';

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
  again?: {
    ids: ReferralIds;
    of: Id;
    recipient: ChosenRecipient;
    choosing: Choosing;
    files: readonly Id[];
  };
}

/** Characters of the name of a contact person. */
export const LONGEST_CONTACT = 160;

export interface FlowState {
  of: Id;
  need: string;
  needOther: string;
  needWords: string;
  recipient: ChosenRecipient | null;
  /** What goes, field by field. */
  choosing: Choosing;
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

/** A referral that is being written, as it is kept until it is sent. */
export interface WrittenFlow extends Record<string, Value> {
  step: string;
  state: Record<string, Value>;
  /** Under these ids it will be saved: once, also where a crash comes between. */
  ids: Record<string, Value>;
}

export const stepOf = (step: Value | undefined): Step => STEPS.find((each) => each === step) ?? 'need';

/** The state as plain values; what may be absent is left out. */
export function storedState(state: FlowState): Record<string, Value> {
  return JSON.parse(JSON.stringify(state)) as Record<string, Value>;
}

export function readIds(ids: Readonly<Record<string, Value>>): ReferralIds | null {
  const { referral, consent, dossier, reference } = ids;
  const isWhole = [referral, consent, dossier, reference].every((id) => typeof id === 'string');
  return isWhole ? (ids as unknown as ReferralIds) : null;
}

/**
 * A referral that was broken off, or null where it is none or was saved already. A consent that stands no longer is
 * asked anew, and nothing is sent before the last look was seen again.
 */
export function readFlow(kept: Value, records: readonly RecordView[]): WrittenFlow | null {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return null;
  const { step, state, ids } = kept;
  if (typeof state !== 'object' || state === null || Array.isArray(state)) return null;
  if (typeof ids !== 'object' || ids === null || Array.isArray(ids)) return null;
  if (typeof state['of'] !== 'string' || typeof state['need'] !== 'string') return null;
  if (records.some((record) => record.id === ids['referral'])) return null;
  const standing = records.find((record) => record.id === state['standing'] && !record.deleted);
  const stands = standing !== undefined && stateOf(standing) === 'yes';
  const choosing = readChoosing(state['choosing']);
  const asks = (state['standing'] !== null && !stands) || choosing === null;
  const at = stepOf(step);
  return {
    step: asks && at === 'preview' ? 'consent' : at,
    state: {
      ...state,
      standing: stands ? (state['standing'] ?? null) : null,
      choosing: storedChoosing(asks || choosing === null ? NOTHING_CHOSEN : choosing),
    },
    ids,
  };
}

const storedChoosing = (choosing: Choosing): Value => JSON.parse(JSON.stringify(choosing)) as Value;

/** What was chosen; null of a draft from before fields were chosen, or of another shape. */
function readChoosing(kept: Value | undefined): Choosing | null {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return null;
  const { chosen, parts } = kept;
  return isChosenFields(chosen) ? { chosen, parts: textsOf(parts) } : null;
}

/** Whether anything but the need would go. */
export const isAnythingChosen = ({ choosing: { chosen, parts } }: Pick<FlowState, 'choosing'>): boolean =>
  Object.keys(chosen).length > 0 || parts.includes('files');

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

/** The yes that stands for exactly this recipient, if there is one: no "no" may mean them too. */
export function standingConsent(
  records: readonly RecordView[],
  of: Id,
  recipient: ChosenRecipient | null,
): RecordView | undefined {
  if (recipient === null) return undefined;
  const to = { id: recipient.space ?? recipient.service ?? '', name: recipient.name };
  const whom = (consent: RecordView) => recipientOf({ fields: valuesOf(consent) });
  const concerned = consentsTo(records, of, 'sharing').filter((consent) => perhapsSame(whom(consent), to));
  if (concerned.some((consent) => stateOf(consent) !== 'yes')) return undefined;
  return concerned
    .filter((consent) => nameKey(whom(consent).name) === nameKey(to.name))
    .filter((consent) => ['', to.id].includes(whom(consent).id))
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
