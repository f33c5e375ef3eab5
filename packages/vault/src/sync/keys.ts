import { type AccountId, idBytes, idText, readCharterEntry, rotateAct, wrapEpochKey } from '@dayaq/sealing';
import { startOfDay } from '../days.ts';
import { keptPlace } from '../history/chain.ts';
import { restoredAt } from '../history/lives.ts';
import { ownView } from '../history/own-view.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/** Milliseconds after a restore within which colleagues' devices have told the server what it lost. */
const TOLD_SOON = 10 * 60_000;

/** Somebody was faster: read on and sign again. */
const MOVED = new Set(['charter-moved', 'log-moved']);

/** Hands the current epoch's key to members who joined and have none yet. Any member's device does this. */
export async function handOverKeys(unlocked: Unlocked, ring: Ring): Promise<void> {
  const key = ring.epochKey(ring.state.epoch.number);
  if (key === null || ring.state.rotationOwed) return;
  const space = idBytes(ring.space);
  const answer = await unlocked.server.call('epochs/missing', { space });
  if (!answer.ok || answer.value.epoch !== ring.state.epoch.number) return;
  const lacking = new Set<AccountId>();
  const view = await ownView(unlocked, ring, null);
  for (const bytes of answer.value.accounts) {
    const account = idText<AccountId>(bytes);
    // The server only says who lacks it; who is a member, and with which key, is the charter's word.
    const member = ring.state.members.get(account);
    if (member === undefined || member.removedSeq !== null) continue;
    lacking.add(account);
    if (account === unlocked.account.id) continue;
    const wrap = await wrapEpochKey(key, ring.state.epoch.number, ring.space, member, view);
    const given = await unlocked.server.call('epochs/wrap', {
      space,
      epoch: ring.state.epoch.number,
      account: bytes,
      wrap,
    });
    if (given.ok) lacking.delete(account);
  }
  ring.lacking = lacking;
}

/**
 * Whether a server that was put back just now is perhaps told soon that the keys were changed already: two changes would
 * part the charter, and shut out everybody who knows of the first. Somebody who is removed after the restore is not waited with.
 */
async function isPerhapsDone({ engine, around }: Unlocked, ring: Ring): Promise<boolean> {
  const since = around.now() - restoredAt(engine, ring.space);
  if (since < 0 || since > TOLD_SOON) return false;
  const { log } = await keptPlace(engine, ring.space);
  const began = ring.state.epochs.get(ring.state.epoch.number)?.seq ?? 0;
  const acts = engine.all<{ act: Uint8Array }>(
    'select act from charter where space = ? and seq > ?',
    ring.space,
    began,
  );
  return !acts.some(({ act }) => {
    const read = readCharterEntry(act);
    return read.ok && read.value.act.type === 'remove' && read.value.place?.log === log;
  });
}

/**
 * Rotates the epoch key while a removal's rotation is owed. It is read off the charter each time, so an interrupted
 * rotation goes on by itself, on any keyholder's device. Answers whether the charter moved.
 */
export async function rotateIfOwed(unlocked: Unlocked, ring: Ring): Promise<boolean> {
  if (!ring.state.rotationOwed || ring.me?.keyholder !== true) return false;
  const old = ring.epochKey(ring.state.epoch.number);
  if (old === null || (await isPerhapsDone(unlocked, ring))) return false;
  const rotated = await rotateAct(
    ring.state,
    unlocked.account,
    old,
    startOfDay(unlocked.around.now()),
    unlocked.around.random,
    await keptPlace(unlocked.engine, ring.space),
  );
  if (!rotated.ok) return false;
  const { entry, state, key, wraps } = rotated.value;
  const answer = await unlocked.server.call('charter/append', {
    space: idBytes(ring.space),
    acts: [entry],
    wraps: wraps.map(({ account, wrap }) => ({ account: idBytes(account), wrap })),
  });
  if (!unlocked.alive || !answer.ok) return !answer.ok && MOVED.has(answer.code);
  unlocked.engine.transaction(() => {
    ring.accept(unlocked.engine, entry, state);
    ring.keepKey(unlocked.engine, state.epoch.number, key);
  });
  return true;
}
