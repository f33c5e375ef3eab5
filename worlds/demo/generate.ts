import { course } from './course.ts';
import { DAY, momentOf } from './days.ts';
import type { GeneratedCase, GenerateOptions } from './generated.ts';
import { invent } from './invention.ts';
import { Chance } from './random.ts';

const UNTIL = '2026-11-21';

/**
 * Fictional cases, one after the other, so that 100 000 of them need no room. Nothing in them happened to anybody:
 * people, words and dates come from the seed.
 */
export function* generateCases(options: GenerateOptions): Generator<GeneratedCase> {
  const until = options.until ?? UNTIL;
  const now = momentOf(until, 20, 0, options.country);
  const span = (options.years ?? 3) * 365 * DAY;
  for (let i = 0; i < options.count; i++) {
    const chance = new Chance(options.seed, i);
    // More of late than at the beginning: the organisation grew.
    const opened = now - DAY - Math.floor(span * (1 - chance.share() ** 0.75));
    yield generateCase(options, chance, opened, now);
  }
}

function generateCase(options: GenerateOptions, chance: Chance, opened: number, now: number): GeneratedCase {
  const from = invent(options, chance, opened, now);
  const restricted = chance.maybe(from.scenario.restricted ?? 0.03);
  const [first, ...rest] = course(from);
  if (first === undefined) throw new Error('a case begins with its intake');
  const readers = new Set([from.author, from.coordinator, from.owner].map((member) => member.account));
  return { dossier: from.dossier, acts: [first, ...rest], restrictedTo: restricted ? [...readers] : null };
}
