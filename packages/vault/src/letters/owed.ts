import type { Reply } from '@dayaq/protocol';
import { fromBase64url, toBase64url } from '@dayaq/sealing';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

export type Listed = Reply<'letters/list'>['letters'][number];

/** Letters of a space that are owed at once; while there are as many, those behind wait. */
export const MOST_OWED = 200;
/** Milliseconds until the first try again; each further one waits twice as long, up to a day. */
const TRY_AGAIN = 10 * 60_000;
const LONGEST = 86_400_000;

/** A letter that could not be kept when it came, and is tried again beside those that come. */
interface Owed {
  readonly number: number;
  readonly letter: string;
  readonly epoch: number;
  readonly pieces: number;
  readonly day: number;
  readonly tries: number;
  /** Milliseconds since 1970. */
  readonly due: number;
}

const nameOf = ({ space }: Ring): string => `letters-owed/${space}`;
/** Spaces of which everything owed was tried once since the device was opened. */
const tried = new WeakMap<Unlocked, Set<string>>();

async function owedOf(unlocked: Unlocked, ring: Ring): Promise<Owed[]> {
  return ((await unlocked.kept.get(nameOf(ring))) as Owed[] | null) ?? [];
}

/** Notes a letter for later; false where there are too many of them. */
export async function owe(unlocked: Unlocked, ring: Ring, listed: Listed): Promise<boolean> {
  const all = await owedOf(unlocked, ring);
  const letter = toBase64url(listed.letter);
  const others = all.filter((each) => each.letter !== letter);
  if (others.length >= MOST_OWED) return false;
  const tries = all.find((each) => each.letter === letter)?.tries ?? 0;
  const due = unlocked.around.now() + Math.min(LONGEST, TRY_AGAIN * 2 ** tries);
  const { number, epoch, pieces, day } = listed;
  await unlocked.kept.put(nameOf(ring), [
    ...others,
    { number, letter, epoch, pieces, day, tries: tries + 1, due } satisfies Owed,
  ]);
  return true;
}

/** It stands here, or is no more. */
export async function settle(unlocked: Unlocked, ring: Ring, listed: Listed): Promise<void> {
  const letter = toBase64url(listed.letter);
  const all = await owedOf(unlocked, ring);
  const left = all.filter((each) => each.letter !== letter);
  if (left.length === all.length) return;
  if (left.length === 0) await unlocked.kept.delete(nameOf(ring));
  else await unlocked.kept.put(nameOf(ring), left);
}

/** What is owed and may be tried now: everything once after the device was opened, then each in its time. */
export async function dueNow(unlocked: Unlocked, ring: Ring): Promise<Listed[]> {
  const spaces = tried.get(unlocked) ?? new Set<string>();
  const isFirst = !spaces.has(ring.space);
  tried.set(unlocked, spaces.add(ring.space));
  const now = unlocked.around.now();
  return (await owedOf(unlocked, ring))
    .filter(({ due }) => isFirst || due <= now)
    .flatMap(({ number, letter, epoch, pieces, day }) => {
      const bytes = fromBase64url(letter);
      return bytes.ok ? [{ number, letter: bytes.value, epoch, pieces, day }] : [];
    });
}
