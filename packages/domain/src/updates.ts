import type { FuzzyDate } from './kind.ts';

/** In the order in which they stand side by side: who answers for it first. */
export const VOICE_ORDER = ['state', 'ours', 'organisation', 'independent'] as const;
export type Voice = (typeof VOICE_ORDER)[number];

/** What somebody said of how far a commitment came. */
export interface Update {
  id: string;
  voice: string;
  /** Which office or organisation; empty where the voice says enough. */
  who: string;
  rating: string;
  date: FuzzyDate;
}

/** One who speaks, with what they said last, and before. */
export interface Spoken<R extends Update> {
  voice: string;
  who: string;
  last: R;
  /** The newest first. */
  before: readonly R[];
}

/**
 * What each one said last, by voice and then by name. Two who differ stand beside each other, and so do two readings of one
 * day by the same: nothing is put together, nothing is averaged.
 */
export function spoken<R extends Update>(readings: readonly R[]): Spoken<R>[] {
  const bySpeaker = new Map<string, R[]>();
  for (const each of readings) {
    const name = `${each.voice} ${each.who.trim().toLowerCase()}`;
    const said = bySpeaker.get(name);
    if (said === undefined) bySpeaker.set(name, [each]);
    else said.push(each);
  }
  const place = (voice: string): number => {
    const at = VOICE_ORDER.findIndex((known) => known === voice);
    return at < 0 ? VOICE_ORDER.length : at;
  };
  return [...bySpeaker.values()]
    .flatMap((said) => {
      const inOrder = [...said].sort((a, b) => compare(b.date.day, a.date.day));
      const newest = inOrder.filter(({ date }) => date.day === inOrder[0]?.date.day);
      const before = inOrder.slice(newest.length);
      return newest.map((last) => ({ voice: last.voice, who: last.who, last, before }));
    })
    .sort((a, b) => place(a.voice) - place(b.voice) || compare(a.who, b.who));
}

/** Whether those who spoke do not say the same. */
export const differ = (said: readonly Spoken<Update>[]): boolean =>
  new Set(said.map(({ last }) => last.rating)).size > 1;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
