import { foldForIndex, foldForQuery } from '@dayaq/locale/fold';
import type { KnownProvider } from '../directory.ts';

/** Shorter names are like too many. */
const LEAST = 3;
const MOST = 3;

const folded = new WeakMap<KnownProvider, string>();

function soundOf(provider: KnownProvider): string {
  const known = folded.get(provider);
  if (known !== undefined) return known;
  const sound = ` ${foldForIndex(provider.name)}`;
  folded.set(provider, sound);
  return sound;
}

/** Providers whose name sounds like this one, in whatever alphabet: perhaps they are here already. At most three. */
export function alikeIn(providers: readonly KnownProvider[], name: string): KnownProvider[] {
  const words = foldForQuery(name).map((word) => ` ${word}`);
  if (name.trim().length < LEAST || words.length === 0) return [];
  return providers
    .filter((provider) => words.every((word) => soundOf(provider).includes(word)))
    .slice(0, MOST);
}
