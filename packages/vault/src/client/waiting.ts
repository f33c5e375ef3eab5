import type { Outcome } from './failure.ts';
import type { Change, Id } from './values.ts';

/** Why something that was written here is not taken, or cannot be sent. */
export type HeldReason =
  /** Its case was closed to this account. */
  | 'closed-to-you'
  /** Its case was deleted while it was written. */
  | 'deleted'
  /** This account may only read now. */
  | 'viewer'
  /** This account does not belong to the organisation any more. */
  | 'removed'
  /** From before this account was removed and invited anew: a person decides whether it is still to go. */
  | 'returned'
  /** It would reach somebody whom the client excluded. */
  | 'excluded'
  | 'too-large'
  /** Somebody has chosen other readers meanwhile: what was asked for would open more than they did. */
  | 'readers-moved'
  /** The other organisation's keys do not follow from those that were exchanged. */
  | 'peer-changed'
  /** A part of the file is not on this device any more, and not on the server. */
  | 'chunk-missing'
  /** The server does not take it and does not say why. */
  | 'refused';

/** A dossier that this device cannot work out, and that is therefore in no list. Nothing of it is lost. */
export interface ApartRow {
  dossier: Id;
  /** Kind of the root record as far as it is known, or empty. */
  kind: string;
  /** Where it was known before, else empty. */
  reference: string;
  /** Where it went wrong: joining what was written, the rules, the lists; or there is too much of it. `twin`: another space’s has the same id and is shown. */
  reason: 'merge' | 'rules' | 'rows' | 'too-large' | 'twin';
  /** How many entries it has. */
  entries: number;
  /** Of such a kind, or of an unknown one, that somebody in it may be in danger: doubt counts as danger. */
  mayBeDanger: boolean;
  space: Id;
}

/** One thing that waits to be sent; where `held` is not null, it does not go by itself now. */
export interface WaitingItem {
  /** `entry`: acts on one dossier, or one single act where it is held. `readers`: who may open a dossier. `sharing`: with whom it is shared. */
  kind: 'entry' | 'file' | 'readers' | 'sharing' | 'rotation';
  /** What `heldWords`, `sendHeld` and `dropHeld` are asked with; empty where nothing is held. */
  id: Id;
  dossier: Id | null;
  /** Of this account's spaces, the one in whose name it is sent. */
  space: Id;
  title: string;
  at: number;
  bytes: number;
  held: HeldReason | null;
}

/** One act that is held, for a person to read, hand on or copy. */
export interface HeldAct {
  dossier: Id;
  title: string;
  /** Milliseconds since 1970. */
  at: number;
  changes: Change[];
}

/** What waits to be sent, and what this device cannot work out. */
export interface Waiting {
  /** What waits, oldest first; at most 500 of a kind. */
  waiting(): Promise<WaitingItem[]>;
  heldAct(id: Id): Promise<Outcome<HeldAct>>;
  /** Tries to send what is held, at once; what waits for a decision may go from now on. */
  sendHeld(id: Id): Promise<Outcome<null>>;
  /** What is held is never sent, and gone from this device. What was written after it stays and goes without it. */
  dropHeld(id: Id): Promise<Outcome<null>>;
  /** What is set apart; at most 200 of a space. */
  apart(at?: Id | null): Promise<ApartRow[]>;
  /** For those who mend the program: shapes and counts of a dossier that is set apart, and nothing of its content. */
  apartReport(dossier: Id): Promise<Outcome<string>>;
  /** Tries to send and fetch now. */
  syncNow(): Promise<void>;
}
