import type { Outcome } from './failure.ts';
import type { Id } from './values.ts';

export interface EraseRequest {
  dossier: Id;
  /** Code of the list `erasure-reasons`. */
  why: string;
}

/** What stays of something that was destroyed: no content. */
export interface ErasureView {
  id: Id;
  /** Name of the kind that it was. */
  what: string;
  /** Code of the list `erasure-reasons`. */
  why: string;
  by: Id;
  /** Milliseconds since 1970, by the clock of whoever did it. */
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
   * Destroys a dossier: its keys and words on this device at once, on every other one and on the server as soon as they are
   * reached. For keyholders. Failures: `not-allowed` for others, for what every member needs, and for what another
   * organisation has or had; `not-found`.
   */
  erase(request: EraseRequest, at?: Id): Promise<Outcome<null>>;
  /** What was destroyed, latest first; at most 200. */
  erasures(at?: Id): Promise<ErasureView[]>;
}
