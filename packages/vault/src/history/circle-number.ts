import {
  type AccountId,
  concatBytes,
  currentMembers,
  equalBytes,
  fromBase64url,
  hashOf,
  idBytes,
  toBase64url,
} from '@dayaq/sealing';
import type { CircleNumber, Comparison, Outcome } from '../client.ts';
import { failed, success } from '../failure.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

const GROUPS = 6;
/** Five digits of each group come out of four bytes: together 99 bits. */
const DIGITS = 100_000;

async function fingerprint(ring: Ring): Promise<Uint8Array> {
  const { state } = ring;
  const members = currentMembers(state).flatMap(({ account, signKey, encKey }) => [
    idBytes(account),
    signKey,
    encKey,
  ]);
  return hashOf('circle-number', idBytes(state.space), state.head, concatBytes(...members));
}

/** The number that two members compare: over the charter's head, which stands for all that it says, and everybody's keys. */
export async function circleNumber(ring: Ring): Promise<CircleNumber> {
  const bytes = await fingerprint(ring);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const groups = Array.from({ length: GROUPS }, (_, i) =>
    String(view.getUint32(4 * i) % DIGITS).padStart(5, '0'),
  );
  return { groups, acts: ring.state.seq + 1 };
}

interface Kept {
  account: AccountId;
  at: number;
  acts: number;
  head: string;
}

const keptName = (ring: Ring) => `compared/${ring.space}`;

async function kept(unlocked: Unlocked, ring: Ring): Promise<Kept[]> {
  return ((await unlocked.kept.get(keptName(ring))) ?? []) as Kept[];
}

/**
 * Notes, on this device, that the number was compared with somebody now. Only what was compared is noted: while two people
 * read digits to each other, the team may change.
 */
export async function noteCompared(
  unlocked: Unlocked,
  ring: Ring,
  account: AccountId,
  compared: readonly string[],
): Promise<Outcome<null>> {
  const { groups, acts } = await circleNumber(ring);
  if (groups.join() !== compared.join()) return failed('number-changed');
  const others = (await kept(unlocked, ring)).filter((each) => each.account !== account);
  const noted = { account, at: unlocked.around.now(), acts, head: toBase64url(ring.state.head) };
  await unlocked.kept.put(keptName(ring), [...others, noted]);
  return success(null);
}

export async function comparisons(unlocked: Unlocked, ring: Ring): Promise<Comparison[]> {
  return (await kept(unlocked, ring)).map(({ account, at, acts, head }) => {
    const bytes = fromBase64url(head);
    return { account, at, acts, current: bytes.ok && equalBytes(bytes.value, ring.state.head) };
  });
}
