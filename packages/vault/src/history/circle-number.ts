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
import type { CircleNumber, Comparison } from '../client.ts';
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

/** Notes, on this device, that the number was compared with somebody now. */
export async function noteCompared(unlocked: Unlocked, ring: Ring, account: AccountId): Promise<void> {
  const others = (await kept(unlocked, ring)).filter((each) => each.account !== account);
  const { seq, head } = ring.state;
  const compared = { account, at: unlocked.around.now(), acts: seq + 1, head: toBase64url(head) };
  await unlocked.kept.put(keptName(ring), [...others, compared]);
}

export async function comparisons(unlocked: Unlocked, ring: Ring): Promise<Comparison[]> {
  return (await kept(unlocked, ring)).map(({ account, at, acts, head }) => {
    const bytes = fromBase64url(head);
    return { account, at, acts, current: bytes.ok && equalBytes(bytes.value, ring.state.head) };
  });
}
