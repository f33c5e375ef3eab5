import {
  type ChosenFields,
  fieldOf,
  maySend,
  partsIn,
  type PlainRecord,
  readSealedFile,
  type ReferralProblem,
  type SealedFile,
  type SharedRecord,
  shareOnly,
  withFiles,
} from '@dayaq/domain';
import type { Change, DossierView, Failure, Id, RecordView, Value, Vault } from '@dayaq/vault/client';
import { recordChange, sameValue, type Values } from '../changes-between.ts';
import { stepChange } from '../file/custody-steps.ts';
import { plainRecord, valuesOf } from '../record-values.ts';
import { fileThatGoes, handoverChanges } from './hand-over.ts';
import { barredBy, type ChosenRecipient } from './recipient.ts';

/** A referral as it was put together, before anything of it is kept. */
export interface ReferralPlan {
  /** Whom: record of the person. */
  of: Id;
  need: string;
  needOther: string;
  needWords: string;
  recipient: ChosenRecipient;
  /** A consent that stands already, or the answers of one that was given now. */
  consent: { standing: Id } | { fresh: Values };
  /** What the last look shows, field by field; of a consent that is given now, what it agrees to. */
  chosen: ChosenFields;
  /** Chosen `file` records. */
  files: readonly Id[];
  /** Code of the list `handover-ways`. */
  way: string;
  contactPerson: string;
  followUp: Value;
}

/** Chosen once, so that trying again after a failure never makes a second referral. */
export interface ReferralIds {
  referral: Id;
  consent: Id;
  dossier: Id;
  reference: string;
}

export type SendOutcome =
  | { ok: true }
  /** The rules stand against it; nothing was kept. */
  | { ok: false; refused: ReferralProblem }
  | { ok: false; failure: Failure };

interface Around {
  vault: Pick<Vault, 'newId' | 'save' | 'share' | 'dossier' | 'openFile' | 'addFile' | 'peers' | 'members'>;
  dossier: DossierView;
  me: Id;
  /** Name of our organisation. */
  from: string;
  now: number;
  /** The worker's day, YYYY-MM-DD. */
  today: string;
}

/** What makes a record of these values; of one that an earlier attempt kept, only what differs. */
function written(kind: string, record: Id, values: Values, records: readonly RecordView[]): Change {
  const kept = records.find((one) => one.id === record);
  return recordChange(kind, record, values, kept === undefined ? {} : valuesOf(kept));
}

const plain = (id: Id, kind: string, fields: Values, now: number): PlainRecord => ({
  id,
  kind,
  deleted: false,
  fields,
  created: { by: '', at: now },
  updated: { by: '', at: now },
});

/** The consent on which a plan stands, as a record: the standing one, or the one that would be kept. */
export function consentOf(
  plan: Pick<ReferralPlan, 'of' | 'consent' | 'recipient' | 'chosen' | 'files'>,
  ids: Pick<ReferralIds, 'consent'>,
  records: readonly RecordView[],
  now: number,
): PlainRecord | null {
  if ('standing' in plan.consent) {
    const { standing } = plan.consent;
    const record = records.find((one) => one.id === standing);
    return record === undefined ? null : plainRecord(record);
  }
  const fields = { ...plan.consent.fresh, ...agreement(plan) };
  // An earlier attempt kept it, and meanwhile somebody may have withdrawn it.
  const kept = records.find((one) => one.id === ids.consent);
  if (kept === undefined) return plain(ids.consent, 'consent', fields, now);
  const before = plainRecord(kept);
  return { ...before, fields: { ...before.fields, ...fields } };
}

/** Who agrees, with whom, and to exactly what. */
function agreement(plan: Pick<ReferralPlan, 'of' | 'recipient' | 'chosen' | 'files'>): Values {
  return {
    of: plan.of,
    to: 'sharing',
    recipient: plan.recipient.name,
    recipientId: plan.recipient.space ?? plan.recipient.service ?? null,
    // A program of before would give whole parts.
    parts: [],
    agreed: stored(withFiles(plan.chosen, plan.files)),
  };
}

const stored = (chosen: ChosenFields): Value =>
  Object.fromEntries(Object.entries(chosen).map(([id, names]) => [id, [...names]]));

/** Exactly the records and fields that would travel. */
export function travelling(
  plan: Pick<ReferralPlan, 'of' | 'consent' | 'recipient' | 'chosen' | 'files'>,
  ids: Pick<ReferralIds, 'consent'>,
  records: readonly RecordView[],
  now: number,
): SharedRecord[] {
  const consent = consentOf(plan, ids, records, now);
  return consent === null
    ? []
    : shareOnly(records.map(plainRecord), consent, withFiles(plan.chosen, plan.files));
}

function referralFields(
  plan: ReferralPlan,
  ids: ReferralIds,
  { consent, shared }: { consent: PlainRecord; shared: readonly SharedRecord[] },
  around: Around,
): Values {
  const { recipient } = plan;
  return {
    of: plan.of,
    target: recipient.target,
    to: recipient.name,
    service: recipient.service ?? null,
    space: recipient.space ?? null,
    reference: ids.reference,
    dossier: recipient.target === 'space' ? ids.dossier : null,
    need: plan.need,
    needOther: plan.needOther,
    needWords: plan.needWords,
    consent: consent.id,
    parts: partsIn(shared),
    carried: stored(withFiles(plan.chosen, plan.files)),
    handover: plan.way,
    owner: around.me,
    proposed: around.now,
    followUp: plan.followUp,
  };
}

/**
 * Keeps the consent and the referral, and hands it over. To another organisation the referral is kept as proposed
 * first and as sent only when the hand-over is on its way: a failure between leaves a referral that says so.
 */
export async function sendReferral(
  plan: ReferralPlan,
  ids: ReferralIds,
  around: Around,
): Promise<SendOutcome> {
  const { vault, dossier, now } = around;
  const consent = consentOf(plan, ids, dossier.records, now);
  if (consent === null) return { ok: false, refused: 'no-consent' };
  const records = dossier.records.map(plainRecord);
  const shared = travelling(plan, ids, dossier.records, now);
  const referral = plain(
    ids.referral,
    'referral',
    referralFields(plan, ids, { consent, shared }, around),
    now,
  );
  const against = maySend(
    [...records.filter(({ id }) => id !== consent.id), consent],
    referral,
    plan.recipient,
  );
  if (against !== null) return { ok: false, refused: against };

  const toSpace = plan.recipient.space;
  const kept = await vault.save({
    dossier: dossier.id,
    changes: [
      ...('fresh' in plan.consent ? [freshConsent(plan, consent, around)] : []),
      written(
        'referral',
        ids.referral,
        { ...(referral.fields as Values), ...(toSpace === undefined ? { sent: now } : {}) },
        dossier.records,
      ),
    ],
  });
  if (!kept.ok) return kept;
  if (toSpace === undefined) return { ok: true };
  return shareWith(toSpace, plan, ids, shared, around);
}

function freshConsent(plan: ReferralPlan, consent: PlainRecord, { dossier, today, me }: Around): Change {
  const answers = 'fresh' in plan.consent ? plan.consent.fresh : {};
  const values = {
    ...answers,
    ...agreement(plan),
    decision: 'yes',
    date: { day: today },
    takenBy: me,
  };
  return written('consent', consent.id, values, dossier.records);
}

async function shareWith(
  space: Id,
  plan: ReferralPlan,
  ids: ReferralIds,
  shared: readonly SharedRecord[],
  around: Around,
): Promise<SendOutcome> {
  const { vault, dossier, now } = around;
  const files = await sealAnew(shared, ids.dossier, around);
  if (!files.ok) return files;
  const copies: Record<Id, Id> = {};
  for (const { from } of shared) copies[from] = await vault.newId();
  const [peers, members] = await Promise.all([vault.peers(), vault.members()]);
  const given = await vault.share({
    dossier: ids.dossier,
    to: space,
    changes: handoverChanges(
      {
        reference: ids.reference,
        from: around.from,
        to: plan.recipient.name,
        contactPerson: plan.contactPerson.trim(),
        need: plan.need,
        needOther: plan.needOther,
        needWords: plan.needWords,
        parts: partsIn(shared),
        sent: now,
      },
      shared,
      { dossier: ids.dossier, copies },
      files.value,
    ),
    barred: barredBy(dossier.records.map(plainRecord), peers, members),
    ...(dossier.restricted ? { restrictedTo: dossier.readers } : {}),
  });
  if (!given.ok && given.failure.code === 'already-here') {
    // An attempt that was cut off after the hand-over was made. What is on its way cannot be agreed anew.
    if (!(await carriesTheSame(shared, ids, around))) return { ok: false, refused: 'already-sent' };
  } else if (!given.ok) {
    return given.failure.code === 'excluded'
      ? { ok: false, refused: 'excluded' }
      : { ok: false, failure: given.failure };
  }
  const saved = await vault.save({
    dossier: dossier.id,
    changes: [
      { kind: 'referral', record: ids.referral, fields: { sent: { set: now } } },
      ...(await stepsOfGiving(plan, ids, around)),
    ],
  });
  return saved.ok ? { ok: true } : saved;
}

/** On the sheet of each file that went: to whom, which copy. As often as it is tried, one step, named like the copy itself. */
async function stepsOfGiving(plan: ReferralPlan, ids: ReferralIds, around: Around): Promise<Change[]> {
  if (plan.files.length === 0) return [];
  const made = await around.vault.dossier(ids.dossier);
  const given = made.ok ? made.value.records.filter(({ kind }) => kind === 'file') : [];
  return plan.files.flatMap((id) => {
    const record = around.dossier.records.find((one) => one.id === id);
    const goes = record === undefined ? null : fileThatGoes(record);
    const sha256 = readSealedFile(goes?.value)?.sha256;
    const at = given.findIndex(
      ({ fields }) => readSealedFile(fields['workingCopy']?.value)?.sha256 === sha256,
    );
    const [copy] = at < 0 ? [] : given.splice(at, 1);
    if (goes === null || sha256 === undefined || copy === undefined) return [];
    return stepChange(copy.id, id, {
      step: 'handed-over',
      when: { day: around.today },
      by: around.me,
      to: plan.recipient.name,
      copy: goes.field === 'workingCopy' ? 'clean-copy' : 'original',
      why: ids.reference,
      sha256,
    });
  });
}

/** What a hand-over that was made holds is what would go now; its ids and keys are its own. */
async function carriesTheSame(
  shared: readonly SharedRecord[],
  ids: ReferralIds,
  around: Around,
): Promise<boolean> {
  const made = await around.vault.dossier(ids.dossier);
  if (!made.ok) return false;
  const held = made.value.records
    .filter(({ id, deleted }) => id !== ids.dossier && !deleted)
    .map((record) => told(record.kind, valuesOf(record)));
  const goes = shared.map(({ kind, fields }) => told(kind, fields as Values));
  return sameValue(held.sort(), goes.sort());
}

/** What a record says by itself, as one text. */
function told(kind: string, values: Values): string {
  const said = Object.entries(values).filter(([name, value]) => {
    const type = fieldOf(kind, name)?.type.is;
    return value !== null && type !== 'reference' && type !== 'references' && type !== 'blob';
  });
  return JSON.stringify([kind, said.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** The chosen files under keys of their own: whoever gets them must not be able to open the case's. */
async function sealAnew(
  shared: readonly SharedRecord[],
  dossier: Id,
  around: Around,
): Promise<{ ok: true; value: Record<Id, SealedFile> } | { ok: false; failure: Failure }> {
  const files: Record<Id, SealedFile> = {};
  for (const { from, kind } of shared) {
    const record = kind === 'file' ? around.dossier.records.find((one) => one.id === from) : undefined;
    const file = record === undefined ? null : readSealedFile(fileThatGoes(record)?.value);
    if (file === null) continue;
    const opened = await around.vault.openFile({ dossier: around.dossier.id, file });
    if (!opened.ok) return opened;
    const { name, mediaType } = file;
    const sealed = await around.vault.addFile({ dossier, name, mediaType, bytes: opened.value });
    if (!sealed.ok) return sealed;
    files[from] = sealed.value;
  }
  return { ok: true, value: files };
}
