import { type Randomness, systemRandomness } from './bytes.ts';

const OFFERED_WORDS = 6;
/** With fewer, six words would be under 64 bits. */
const LEAST_LISTED = 1626;

/** A number under `bound` (at most 2^16), each as likely as the other: what would make some likelier is drawn again. */
function evenly(bound: number, random: Randomness): number {
  const fair = 65_536 - (65_536 % bound);
  for (;;) {
    const [high = 0, low = 0] = random(2);
    const drawn = (high << 8) | low;
    if (drawn < fair) return drawn % bound;
  }
}

/** Six different words of a list of at least 1 626, by chance: at least 64 bits. */
export function generatePassphrase(words: readonly string[], random: Randomness = systemRandomness): string {
  if (words.length < LEAST_LISTED || words.length > 65_536) throw new Error('not a list to draw from');
  const drawn = new Set<string>();
  while (drawn.size < OFFERED_WORDS) drawn.add(words[evenly(words.length, random)] as string);
  return [...drawn].join(' ');
}

export interface PassphraseStrength {
  /** The logarithm of the guesses that it takes, a cautious estimate. */
  readonly bits: number;
  readonly level: 'weak' | 'fair' | 'strong';
}

/**
 * A guess costs 64 MiB and three passes of Argon2id. With a thousand a second on a graphics card that is rented for
 * 0.4 dollars an hour, 2^44 guesses are two million dollars, and 2^50 a hundred and twenty millions.
 */
const WEAK_UNDER = 44;
const STRONG_FROM = 50;

/**
 * How hard a passphrase is to guess; `weak` ones are refused. The estimator is loaded for it, so this rejects where it
 * cannot be (no network and never used here). At most some hundredths of a second, whatever the text.
 */
export async function passphraseStrength(text: string): Promise<PassphraseStrength> {
  const { estimateBits } = await import('./strength/estimate.ts');
  const bits = Math.floor(estimateBits(text));
  return { bits, level: bits < WEAK_UNDER ? 'weak' : bits < STRONG_FROM ? 'fair' : 'strong' };
}
