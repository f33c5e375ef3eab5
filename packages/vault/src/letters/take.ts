import { dayNumbered } from '@dayaq/domain';
import { LIMITS, type Reply } from '@dayaq/protocol';
import {
  concatBytes,
  epochDropKeys,
  idBytes,
  idText,
  type LetterId,
  openLetter,
  readLetter,
} from '@dayaq/sealing';
import { keptPlace } from '../history/chain.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import { keepLetter } from './keep.ts';

type Listed = Reply<'letters/list'>['letters'][number];

/** Up to where the letters of a space were looked through on this device, in one life of its log. */
interface Seen {
  log: string;
  number: number;
  /** Those among them whose key was not here yet: they hold up none behind them. */
  later: Listed[];
}

/** Of letters whose key is waited for the newest. */
const MOST_LATER = 64;
/** Pieces that are fetched in one turn, and whatever its last letter has more: a flood holds up nothing of one's own. */
const PIECES_A_TURN = 32;

const nameOf = (ring: Ring): string => `letters/${ring.space}`;

const isReader = ({ state, me }: Ring): boolean =>
  state.doorReaders.some(({ account }) => account === me?.account);

/**
 * Looks through the letters that came, and turns those that open here into dossiers, restricted to the door's readers but those
 * whom the sender bars. Several devices that open one letter write the same words under the same numbers, so it stands once.
 * What breaks off, and what is too much for one turn, goes on with the next; a letter that is for others is passed over.
 */
export async function takeLetters(unlocked: Unlocked, ring: Ring): Promise<void> {
  ring.lettersLeft = false;
  if (!isReader(ring) || !mayWrite(ring)) return;
  const { log } = await keptPlace(unlocked.engine, ring.space);
  const kept = (await unlocked.kept.get(nameOf(ring))) as Seen | null;
  // After a restore numbers may be given a second time.
  const seen: Seen = kept?.log === log ? { ...kept, later: kept.later ?? [] } : { log, number: 0, later: [] };
  const note = () => unlocked.kept.put(nameOf(ring), seen);
  let pieces = 0;
  for (const listed of seen.later.filter(({ epoch }) => ring.epochKey(epoch) !== null)) {
    if (!(await take(unlocked, ring, listed)) || !unlocked.alive) return;
    seen.later = seen.later.filter((each) => each !== listed);
    await note();
    pieces += listed.pieces;
  }
  for (;;) {
    const after = seen.number;
    const page = await unlocked.server.call('letters/list', {
      space: idBytes(ring.space),
      after,
    });
    if (!page.ok || !unlocked.alive) return;
    for (const listed of page.value.letters) {
      if (pieces > PIECES_A_TURN) {
        ring.lettersLeft = true;
        return;
      }
      const isKeyHere = ring.epochKey(listed.epoch) !== null;
      if (isKeyHere && !(await take(unlocked, ring, listed))) return;
      if (!unlocked.alive) return;
      if (!isKeyHere) seen.later = [...seen.later, listed].slice(-MOST_LATER);
      else pieces += listed.pieces;
      seen.number = Math.max(seen.number, listed.number);
      await note();
    }
    if (!page.value.more || seen.number === after) return;
  }
}

/** `false`: the network or the device could not. Else it stands here, or is not for this account. */
async function take(unlocked: Unlocked, ring: Ring, listed: Listed): Promise<boolean> {
  const epochKey = ring.epochKey(listed.epoch);
  if (epochKey === null) return true;
  const sealed = await fetchLetter(unlocked, ring, listed);
  if (sealed === null) return false;
  if (sealed === 'gone') return true;
  const letter = idText<LetterId>(listed.letter);
  const opened = await openLetter(sealed, {
    space: ring.space,
    epoch: listed.epoch,
    keys: await epochDropKeys(epochKey),
    letter,
    account: unlocked.account,
  });
  const content = opened.ok ? readLetter(opened.value.content) : opened;
  if (!opened.ok || !content.ok) return true;
  const day = dayNumbered(listed.day);
  return keepLetter(unlocked, ring, { letter, opened: opened.value, content: content.value, day });
}

async function fetchLetter(
  unlocked: Unlocked,
  ring: Ring,
  { letter, pieces }: Listed,
): Promise<Uint8Array | 'gone' | null> {
  const parts: Uint8Array[] = [];
  for (let piece = 0; piece < Math.min(pieces, LIMITS.letterPieces); piece++) {
    const got = await unlocked.server.call('letters/get', { space: idBytes(ring.space), letter, piece });
    if (!unlocked.alive) return null;
    if (!got.ok) return got.code === 'not-found' ? 'gone' : null;
    parts.push(got.value.sealed);
  }
  return concatBytes(...parts);
}
