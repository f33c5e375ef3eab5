import type { CountryCode, Language } from '@dayaq/domain';
import type { Change, Id, Role } from '@dayaq/vault/client';
import { course } from './course.ts';
import { DAY, momentOf } from './days.ts';
import { invent } from './invention.ts';
import { Chance } from './random.ts';

/** Somebody in whose name cases are written. */
export interface GeneratingMember {
  account: Id;
  role: Role;
  /** What they write in; the first most of the time. */
  languages: readonly Language[];
  work: 'coordinates' | 'street' | 'law' | 'reads';
}

export interface GenerateOptions {
  /** A whole number; the same options give the same cases, whatever the machine or the count. */
  seed: number;
  count: number;
  country: CountryCode;
  /** Cases are written in these only. */
  languages: readonly Language[];
  members: readonly GeneratingMember[];
  /** The "today" of the world (YYYY-MM-DD): nothing is written after it, and open tasks fall due around it. */
  until?: string;
  years?: number;
}

/** One save by one member. */
export interface GeneratedAct {
  /**
   * Acts of one case in the same round do not know of each other; those of a later round know all before. Two acts of
   * one round are always by different people.
   */
  round: number;
  author: Id;
  /** Milliseconds since 1970. */
  at: number;
  language: Language;
  changes: Change[];
}

export interface GeneratedCase {
  dossier: Id;
  /** Ordered by round and time. The first one makes the case. */
  acts: [GeneratedAct, ...GeneratedAct[]];
  /** The members who may open it; null where all may. */
  restrictedTo: Id[] | null;
}

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
