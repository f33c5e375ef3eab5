import { LIMITS } from '@dayaq/protocol';
import { verifyPoll } from '@dayaq/sealing/verify';
import { dayNumberOf } from '../../days.ts';
import type { Parts } from '../../parts.ts';
import { repliesAt } from '../../storage/letters.ts';
import type { Handler } from '../handler.ts';

/** Days by which the clock of whoever asks may be off. */
const OFF = 1;
/** Checked where there is no mailbox, so that an answer takes as long. */
const NOBODY = new Uint8Array(32).fill(1);

/** A slot with nothing in it: random, as what is sealed looks to whoever cannot open it. */
function emptySlot(parts: Parts): Uint8Array {
  const slot = new Uint8Array(parts.random(LIMITS.reply));
  slot[0] = 1;
  return slot;
}

/** Answers alike for a mailbox with mail, one without, one that is not there, and somebody who does not hold its receipt. */
export const poll: Handler<'mailboxes/poll'> = async (body, { parts }) => {
  const found = await repliesAt(parts.db.tables, body.space, body.address);
  const isToday = Math.abs(dayNumberOf(parts.clock()) - body.day) <= OFF;
  const theirs: Uint8Array[] = [];
  const verifiers = new Map(found.map(({ verifier }) => [Buffer.from(verifier).toString('hex'), verifier]));
  const proven = new Set<string>();
  for (const [name, verifier] of verifiers.size === 0 ? [['', NOBODY] as const] : verifiers)
    if (await verifyPoll(verifier, body)) proven.add(name);
  for (const { verifier, sealed } of found)
    if (isToday && proven.has(Buffer.from(verifier).toString('hex'))) theirs.push(sealed);
  return {
    slots: Array.from({ length: LIMITS.mailboxSlots }, (_, i) => theirs[i] ?? emptySlot(parts)),
  };
};
