import type { Outcome } from './failure.ts';
import type { Asked, Change, Id, Value } from './values.ts';

/** A dossier that was given to another organisation, or received from one. */
export interface SharedRow {
  dossier: Id;
  /** Of this account's own, the one that gave or received it. */
  space: Id;
  direction: 'given' | 'received';
  /** The other organisation. */
  peer: Id;
  peerName: string;
  /** `waiting`: given, and not on its way yet. `ended`: nothing new reaches the recipient. */
  state: 'waiting' | 'live' | 'ended';
  /** The recipient has said that it knows of the end. */
  acknowledged: boolean;
  /** The root record's. Of a received dossier that has ended only what is neither identifying nor sensitive, nor words. */
  fields: Record<string, Value>;
  /** Milliseconds since 1970. */
  updated: number;
  /** Something of it is still to be sent. */
  unsent: boolean;
}

/** Between organisations. */
export interface Sharing {
  /**
   * Makes a dossier and shares it with an introduced organisation, from its beginning on; no existing dossier can be.
   * It waits here until it can be sent. `barred` names whom it must never be granted to, then or later: organisations,
   * and accounts in this one or the other. `restrictedTo` names its readers in this organisation (else every member who
   * is not barred). Failures: `excluded` when `to` is barred or has a barred member, `peer-changed`, `not-found` when it was
   * never introduced, `already-here` when the dossier exists.
   */
  share(
    request: {
      dossier: Id;
      to: Id;
      changes: Change[];
      barred: { spaces: Id[]; accounts: Id[] };
      restrictedTo?: Id[];
    } & Asked,
    at?: Id,
  ): Promise<Outcome<null>>;
  /**
   * Takes a given dossier back: what was written before this call still reaches the recipient, nothing after it does.
   * For good: a dossier is not shared twice.
   */
  endShare(request: { dossier: Id }): Promise<Outcome<null>>;
  /** What is shared with others or by them; at most 500, newest first. */
  shares(at?: Id | null): Promise<SharedRow[]>;
}
