import type { CountryCode, Language } from '@dayaq/domain';
import type { Change, Id, Role } from '@dayaq/vault/client';

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
