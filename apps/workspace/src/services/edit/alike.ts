import { foldForIndex, foldForQuery } from '@dayaq/locale/fold';
import type { Listed } from '../directory.ts';

/** Shorter names are like too many. */
const LEAST = 3;
const MOST = 3;

const folded = new WeakMap<Listed, string>();

function soundOf(line: Listed): string {
  const known = folded.get(line);
  if (known !== undefined) return known;
  const sound = ` ${foldForIndex(line.providerName || line.name)}`;
  folded.set(line, sound);
  return sound;
}

/** Providers whose name sounds like this one, in whatever alphabet: perhaps they are here already. At most three. */
export function alikeIn(listed: readonly Listed[], name: string): Listed[] {
  const words = foldForQuery(name).map((word) => ` ${word}`);
  if (name.trim().length < LEAST || words.length === 0) return [];
  const found = new Map<string, Listed>();
  for (const line of listed) {
    if (found.has(line.provider)) continue;
    const own = soundOf(line);
    if (!words.every((word) => own.includes(word))) continue;
    found.set(line.provider, line);
    if (found.size === MOST) break;
  }
  return [...found.values()];
}
