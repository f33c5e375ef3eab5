import type { Outcome } from './failure.ts';
import type { Id } from './values.ts';

export interface EraseRequest {
  dossier: Id;
  /** Only these of its records, whose kinds may be destroyed alone (`Kind.erasable`), at most 100; omitted: all of it. */
  parts?: Id[];
  /** Other dossiers that go with it, in the same act, at most 100. */
  along?: Id[];
  /** The dossier in which what stays of it was written anew. */
  instead?: Id;
  /** Code of the list `erasure-reasons`. */
  why: string;
}

/**
 * `said`: every device that has it destroys it. `refused`: whoever signed it could not read it, and this device keeps it.
 * `unsaid`: the server destroyed its part because somebody asked it to, and nothing was said to the team.
 */
export type ErasureStanding = 'said' | 'refused' | 'unsaid';

/** What stays of something that was destroyed: no content. */
export interface ErasureView {
  id: Id;
  standing: ErasureStanding;
  /** The dossier that is here of it, where it was not destroyed here or only a part of it was; empty where none is. */
  here: Id;
  /** Name of that dossier's kind. */
  hereKind: string;
  /** Name of the kind that it was; empty where that is not known. */
  what: string;
  /** What stays of it was written anew, in a dossier that may be closed to this account. */
  isAnew: boolean;
  /** Code of the list `erasure-reasons`; empty where nobody said. */
  why: string;
  /** Empty where nobody knows. */
  by: Id;
  /** Milliseconds since 1970, by the clock of whoever did it; of what is unsaid the day, by the server's, 0 where it knows none. */
  at: number;
  isGoneFromServer: boolean;
  /** How many devices have said that it is gone there. */
  devices: number;
  /** Members of whom no device has said so yet. */
  waitingFor: Id[];
  /** Members whose devices destroy it and cannot say so, as they may not write. */
  viewers: number;
}

/** Destroying for good. */
export interface Erasures {
  /**
   * Destroys a dossier, or files of it: its keys and words on this device at once, on every other one and on the server as soon as they are
   * reached. For keyholders. Failures: `not-allowed` for others, for what every member needs, and for what another
   * organisation has or had; `not-found`; `too-large` for too many parts or dossiers; `leaves-joined` where another one went before
   * it (`counts.into`), could be destroyed, and is not among `along`: then nothing was.
   */
  erase(request: EraseRequest, at?: Id): Promise<Outcome<null>>;
  /** What was destroyed, latest first; at most 200. */
  erasures(at?: Id): Promise<ErasureView[]>;
}
