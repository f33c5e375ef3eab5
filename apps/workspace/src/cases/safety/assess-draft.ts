import type { Answers, Instrument, RiskAnswer } from '@dayaq/domain';
import type { Id, Value, Vault } from '@dayaq/vault/client';

/** An assessment that is not finished: kept on this device, so that a lock or a crash in the middle loses no answer. */
export interface AssessDraft {
  person: Id;
  answers: Answers;
  /** Index of the question that is asked next. */
  at: number;
}

const KIND = 'assessment';
const ANSWERS: readonly RiskAnswer[] = ['yes', 'no', 'unknown', 'prefers-not'];

/** One for each case and set of questions: whoever goes on finds it where it was left. */
const draftId = (dossier: Id, instrument: Instrument): Id => `${KIND}-${instrument.instrument}-${dossier}`;

type Keeping = Pick<Vault, 'drafts' | 'saveDraft' | 'dropDraft'>;

/** Writes that are under way: each waits for the one before, so that the newest state stays. */
const writing = new Map<Id, Promise<unknown>>();

function inTurn(id: Id, write: () => Promise<unknown>): Promise<void> {
  const turn = (writing.get(id) ?? Promise.resolve()).then(write, write);
  writing.set(id, turn);
  return turn.then(
    () => undefined,
    () => undefined,
  );
}

/** A draft that could not be kept is no reason to stop: the answers are on the screen, and the next one tries again. */
export function keepAssessment(
  vault: Keeping,
  dossier: Id,
  instrument: Instrument,
  { person, answers, at }: AssessDraft,
): Promise<void> {
  const id = draftId(dossier, instrument);
  const data = { version: instrument.version, person, answers: { ...answers }, at };
  return inTurn(id, () => vault.saveDraft({ id, kind: KIND, title: '', data }));
}

export function dropAssessment(vault: Keeping, dossier: Id, instrument: Instrument): Promise<void> {
  const id = draftId(dossier, instrument);
  return inTurn(id, () => vault.dropDraft(id));
}

/** What was kept of an assessment by the same questions, or null. */
export async function keptAssessment(
  vault: Keeping,
  dossier: Id,
  instrument: Instrument,
): Promise<AssessDraft | null> {
  const id = draftId(dossier, instrument);
  await writing.get(id)?.catch(() => undefined);
  const draft = (await vault.drafts()).find((each) => each.id === id);
  return draft === undefined ? null : readDraft(draft.data, instrument);
}

/** Answers to questions that this edition does not ask are left out; an older edition's draft is none. */
export function readDraft(data: Value, instrument: Instrument): AssessDraft | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  const { version, person, answers, at } = data;
  if (version !== instrument.version || typeof person !== 'string') return null;
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) return null;
  const read: Record<string, RiskAnswer> = {};
  for (const { question } of instrument.questions) {
    const said = ANSWERS.find((answer) => answer === answers[question]);
    if (said !== undefined) read[question] = said;
  }
  const last = instrument.questions.length;
  const place = typeof at === 'number' && Number.isInteger(at) ? Math.min(Math.max(0, at), last) : 0;
  return { person, answers: read, at: place };
}
