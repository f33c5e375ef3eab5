import { dayNumbered } from '@dayaq/domain';
import { LIMITS } from '@dayaq/protocol';
import {
  concatBytes,
  epochDropKeys,
  idBytes,
  idText,
  type LetterId,
  openLetter,
  readApplication,
  readLetter,
  readSheetContent,
} from '@dayaq/sealing';
import { EntryRefused } from '@dayaq/journal';
import type { FailureCode, Outcome } from '../client.ts';
import { keepApplication } from '../calls/keep.ts';
import { keptPlace } from '../history/chain.ts';
import type { Ring } from '../space/ring.ts';
import { holdSheet } from '../surveys/hold.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import { isOfTheDevice, keepLetter } from './keep.ts';
import { dueNow, type Listed, owe, settle } from './owed.ts';
import { goesOn, notRead, type Seen } from './seen.ts';

/**
 * `done`: it stands here, or is for nobody here; `owed`: this one is for later; `unread`: it is for this account, and this program
 * cannot read it; `stop`: nothing more is to be had now.
 */
type Taken = 'done' | 'owed' | 'unread' | 'stop';

/** Pieces that are fetched in one turn, and whatever its last letter has more: a flood holds up nothing of one's own. */
const PIECES_A_TURN = 32;

const nameOf = (ring: Ring): string => `letters/${ring.space}`;

const isReader = ({ state, me }: Ring): boolean =>
  state.doorReaders.some(({ account }) => account === me?.account);

/**
 * Looks through the letters that came, and turns those that open here into dossiers, restricted to those readers whom the sender
 * left. Several devices that open one letter write the same words under the same numbers, so it stands once. What breaks off, and
 * what is too much for one turn, goes on with the next; a letter that is for others is passed over; one that cannot be kept now is owed, and holds up no other.
 */
export async function takeLetters(unlocked: Unlocked, ring: Ring): Promise<void> {
  ring.lettersLeft = false;
  if (!isReader(ring) || !mayWrite(ring)) return;
  const { log } = await keptPlace(unlocked.engine, ring.space);
  let seen = goesOn((await unlocked.kept.get(nameOf(ring))) as Seen | null, log);
  for (const listed of await dueNow(unlocked, ring)) {
    const taken = await takeOr(unlocked, ring, listed);
    if (taken === 'stop') return;
    if (taken === 'done') continue;
    seen = notRead(seen, listed.number);
    await unlocked.kept.put(nameOf(ring), seen);
  }
  const space = idBytes(ring.space);
  let pieces = 0;
  for (;;) {
    const page = await unlocked.server.call('letters/list', { space, after: seen.number });
    if (!page.ok || !unlocked.alive) return;
    for (const listed of page.value.letters) {
      if (pieces > PIECES_A_TURN) {
        ring.lettersLeft = true;
        return;
      }
      const taken = await takeOr(unlocked, ring, listed);
      if (taken === 'stop') return;
      pieces += listed.pieces;
      seen = { ...seen, number: listed.number };
      if (taken === 'unread') seen = notRead(seen, listed.number);
      await unlocked.kept.put(nameOf(ring), seen);
    }
    if (!page.value.more) return;
  }
}

/** Takes one letter, and notes it for later where it cannot be kept. */
async function takeOr(unlocked: Unlocked, ring: Ring, listed: Listed): Promise<Exclude<Taken, 'owed'>> {
  const taken = await take(unlocked, ring, listed);
  if (taken === 'stop' || !unlocked.alive) return 'stop';
  if (taken === 'owed') return (await owe(unlocked, ring, listed)) ? 'done' : 'stop';
  await settle(unlocked, ring, listed);
  return taken;
}

async function take(unlocked: Unlocked, ring: Ring, listed: Listed): Promise<Taken> {
  const epochKey = ring.epochKey(listed.epoch);
  // Keys of another time come with the charter or the ones after them; that of today comes first of all.
  if (epochKey === null) return listed.epoch === ring.state.epoch.number ? 'stop' : 'owed';
  const fetched = await fetchLetter(unlocked, ring, listed);
  if (typeof fetched === 'string') return fetched;
  const letter = idText<LetterId>(listed.letter);
  const sealed = await openLetter(fetched, {
    space: ring.space,
    epoch: listed.epoch,
    keys: await epochDropKeys(epochKey),
    letter,
    account: unlocked.account,
  });
  const sheet = sealed.ok ? readSheetContent(sealed.value.content) : sealed;
  if (sheet.ok) {
    const held = await holdSheet(unlocked, ring, letter, sheet.value, listed.day);
    return held.ok ? 'done' : afterFailure(held.failure.code);
  }
  if (!sealed.ok) return 'done';
  const day = dayNumbered(listed.day);
  const application = readApplication(sealed.value.content);
  if (application.ok)
    return keep(() => keepApplication(unlocked, ring, { letter, content: application.value, day }));
  const content = readLetter(sealed.value.content);
  if (!content.ok) return 'unread';
  return keep(() =>
    keepLetter(unlocked, ring, { letter, sealed: sealed.value, content: content.value, day }),
  );
}

async function fetchLetter(
  unlocked: Unlocked,
  ring: Ring,
  { letter, pieces }: Listed,
): Promise<Uint8Array | Taken> {
  const parts: Uint8Array[] = [];
  for (let piece = 0; piece < Math.min(pieces, LIMITS.letterPieces); piece++) {
    const got = await unlocked.server.call('letters/get', { space: idBytes(ring.space), letter, piece });
    if (!unlocked.alive) return 'stop';
    if (!got.ok) return got.code === 'not-found' ? 'done' : got.code === 'internal' ? 'owed' : 'stop';
    parts.push(got.value.sealed);
  }
  return concatBytes(...parts);
}

const afterFailure = (code: FailureCode): Taken => (isOfTheDevice(code) ? 'stop' : 'owed');

async function keep(work: () => Promise<Outcome<null>>): Promise<Taken> {
  try {
    const kept = await work();
    return kept.ok ? 'done' : afterFailure(kept.failure.code);
  } catch (error) {
    // What can be no entry never becomes one.
    if (error instanceof EntryRefused) return 'done';
    throw error;
  }
}
