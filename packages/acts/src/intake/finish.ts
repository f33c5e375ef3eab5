import type { Failure, Id, Outcome, Vault } from '@dayaq/vault/client';
import { type IntakeDraft, MOST_WORDS, readersOf, saidNo } from './draft.ts';
import { leadBecameCase } from '../lead/lead.ts';
import { letterStands } from '../letter/letter.ts';
import { recordsOf } from './records.ts';
import { withIds } from './with-ids.ts';

export interface FinishContext {
  me: Id;
  /** The worker's day, YYYY-MM-DD. */
  today: string;
  /** Keeps the draft with the ids that it was given now, before anything is saved under them. */
  keep: (draft: IntakeDraft) => Promise<void>;
}

export interface FinishedCase {
  id: Id;
  reference: string;
  alias: string;
  /** The tasks that were made, with their days (YYYY-MM-DD or empty). */
  tasks: { what: string; rule: string; due: string }[];
}

/**
 * Turns the draft into a case, in one entry. It can be called again after a failure or a crash: the ids are given
 * once and kept first, so the same case is saved, never a second one.
 */
export async function finishIntake(
  vault: Pick<Vault, 'newId' | 'save' | 'dossier'>,
  draft: IntakeDraft,
  context: FinishContext,
): Promise<Outcome<FinishedCase>> {
  if (saidNo(draft)) throw new Error('of somebody who said no nothing is kept');
  if (draft.words.length > MOST_WORDS) return fail({ code: 'too-large' });
  const ready = await withIds(vault, draft);
  // A draft that has all its ids has them from being kept: nobody has to wait for that twice.
  if (ready !== draft) await context.keep(ready);
  const root = ready.ids['case'] ?? '';
  const changes = recordsOf(ready, { ...context, reference: ready.ids['reference'] ?? '' });
  const finished: FinishedCase = {
    id: root,
    reference: ready.ids['reference'] ?? '',
    alias: textOf(ready.client['alias']),
    tasks: changes.filter(({ kind }) => kind === 'task').map(({ fields }) => taskOf(fields)),
  };
  // Saved already, and the crash came before the draft was put away.
  if ((await vault.dossier(root)).ok) return leadEnds(vault, ready, context, finished);
  const named = readersOf(ready);
  const readers = named === null ? null : [...new Set([context.me, ...named])];
  const saved = await vault.save({
    dossier: root,
    changes,
    ...(readers === null ? {} : { restrictedTo: readers }),
  });
  return saved.ok ? leadEnds(vault, ready, context, finished) : fail(saved.failure);
}

/** What was heard has become a case. The case is kept, whatever comes of this: who sees both can end the lead by hand. */
async function leadEnds(
  vault: Pick<Vault, 'save'>,
  { lead, isLetter }: IntakeDraft,
  { today }: FinishContext,
  finished: FinishedCase,
): Promise<Outcome<FinishedCase>> {
  if (lead !== null) {
    const changes = isLetter === true ? letterStands(lead, 'became-case') : leadBecameCase(lead, today);
    await vault.save({ dossier: lead, changes });
  }
  return { ok: true, value: finished };
}

function taskOf(fields: Record<string, unknown>): FinishedCase['tasks'][number] {
  const [what, rule] = [setTo(fields['what']), setTo(fields['rule'])];
  const due = setTo(fields['due']);
  const day = typeof due === 'object' && due !== null && 'day' in due ? due.day : '';
  return { what: textOf(what), rule: textOf(rule), due: textOf(day) };
}

function setTo(op: unknown): unknown {
  return typeof op === 'object' && op !== null && 'set' in op ? op.set : undefined;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function fail(failure: Failure): { ok: false; failure: Failure } {
  return { ok: false, failure };
}
