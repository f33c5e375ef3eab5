import type { Answers } from './standing.ts';

/** What looks as if somebody answered many times. It is shown, and takes nothing out: people may well say the same on one day. */
export interface Spoiling {
  /** Sheets that say exactly what another one says, of those with at least `TELLING` answers said. */
  readonly copies: number;
  /** Days on which far more came than on most, with how many; YYYY-MM-DD. */
  readonly bursts: readonly { readonly day: string; readonly count: number }[];
}

/** Answers said that two people seldom share all of. */
const TELLING = 4;
/** How many times as many as on the day in the middle, and how many at least. */
const FAR_MORE = 5;
const LEAST = 20;

export function spoilingOf(sheets: readonly { readonly answers: Answers; readonly day: string }[]): Spoiling {
  const seen = new Set<string>();
  let copies = 0;
  const byDay = new Map<string, number>();
  for (const { answers, day } of sheets) {
    byDay.set(day, (byDay.get(day) ?? 0) + 1);
    const said = [...answers].filter(([, answer]) => 'said' in answer).length;
    if (said < TELLING) continue;
    const written = JSON.stringify([...answers].sort(([a], [b]) => (a < b ? -1 : 1)));
    if (seen.has(written)) copies += 1;
    seen.add(written);
  }
  const counts = [...byDay.values()].sort((a, b) => a - b);
  const middle = counts[Math.floor((counts.length - 1) / 2)] ?? 0;
  const bursts = [...byDay]
    .filter(([, count]) => counts.length > 1 && count >= LEAST && count >= FAR_MORE * middle)
    .map(([day, count]) => ({ day, count }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  return { copies, bursts };
}
