import type { OverstepRule } from '@dayaq/domain';
import type { Outcome } from './failure.ts';
import type { Id, Role } from './values.ts';

export interface MemberView {
  account: Id;
  /** With a short mark of the account behind it where another one is called alike. */
  name: string;
  /** There is another member, or was one, who is called alike. */
  namesake: boolean;
  /** The keyholder who last wrote the name, where that was not the member; else null. */
  correctedBy: Id | null;
  /** Their device was shown something that names another history than theirs: by whom, and when (ms). */
  sawOtherHistory: { by: Id; at: number } | null;
  role: Role;
  keyholder: boolean;
  removed: boolean;
  /** Has the current key (a wrap was handed over), as far as this device knows. */
  ready: boolean;
}

/** Something that contradicts the history that this device was shown, kept as a proof. */
export interface DisputeView {
  id: string;
  /** See `history/disputes.ts`. */
  what: 'entry' | 'generation' | 'act' | 'log' | 'key' | 'number';
  /** Who signed it; empty where nobody did. */
  author: Id;
  /** Log, position and running hash that its author names; empty where there is none. */
  claim: string;
  /** The same as this device had it then. */
  own: string;
  /** Milliseconds since 1970. */
  noticed: number;
  /** What was signed, in base64url. */
  proof: string;
}

/** A short number over the charter's head and all members' keys: the same for everybody who was shown the same charter. */
export interface CircleNumber {
  /** 30 digits in six groups. */
  groups: string[];
  /** How many acts the charter has: two devices of which one is behind differ in it. */
  acts: number;
}

/** When somebody compared that number with a colleague, on this device. */
export interface Comparison {
  account: Id;
  /** Milliseconds since 1970. */
  at: number;
  acts: number;
  /** The charter has not changed since. */
  current: boolean;
}

/** The public key with which a member signs, in base64url, and what people compare of it. */
export interface SignKeyView {
  account: Id;
  key: string;
  /** Eight groups of four hex digits; see `keyFingerprint` of sealing. */
  fingerprint: string;
}

export interface InviteView {
  invite: Id;
  role: Role;
  keyholder: boolean;
  expires: number;
  by: Id;
  /** Who came in by it. */
  usedBy: Id | null;
  state: 'open' | 'used' | 'expired' | 'revoked';
}

export interface PeerView {
  space: Id;
  name: string;
  /**
   * `ready`: its charter was fetched and follows from what was exchanged at the introduction. `checking`: not fetched
   * yet, or the other side has not finished the introduction. `changed`: it does not follow; nothing is sent there.
   */
  trust: 'ready' | 'checking' | 'changed';
}

/** Something that somebody signed although they may not write it. It is kept as it came, and counts for nothing. */
export interface OverstepView {
  dossier: Id;
  entry: Id;
  record: Id;
  kind: string;
  /** Names of the fields that it would have set. */
  fields: string[];
  by: Id;
  /** By the author's clock, milliseconds since 1970. */
  at: number;
  rule: OverstepRule;
}

/** What the removal of a member would leave behind. */
export interface RemovalEffects {
  /** Restricted dossiers that nobody could open any more; also those that this device does not know. */
  unreadable: number;
  /** Those of them that this device can name. */
  cases: { dossier: Id; title: string }[];
  /** Open tasks that become nobody's, as far as this device knows. */
  tasks: number;
}

/** What a member can open, of what this device knows. */
export interface OpenTo {
  /** Dossiers that every member opens, by kind. */
  everybodys: { kind: string; count: number }[];
  /** Restricted ones of which they are a reader, at most 200; `namedInAll` counts all. */
  named: { dossier: Id; kind: string; title: string }[];
  namedInAll: number;
  /** Restricted ones that are open here and closed to them. */
  closedToThem: number;
}

/** The spaces of this account, who belongs to them, and with whom they are introduced. */
export interface Circle {
  /** Remembers which space is worked in. */
  chooseSpace(space: Id): Promise<void>;
  /** Looks for organisations that this account joined on another device. Answers those that came here. */
  findSpaces(): Promise<Outcome<Id[]>>;
  members(at?: Id): Promise<MemberView[]>;
  invitations(at?: Id): Promise<InviteView[]>;
  invite(
    request: {
      role: Role;
      keyholder: boolean;
      days: number;
    },
    at?: Id,
  ): Promise<Outcome<{ invite: Id; link: string; expires: number }>>;
  revokeInvitation(invite: Id, at?: Id): Promise<Outcome<null>>;
  setRole(request: { account: Id; role: Role; keyholder: boolean }, at?: Id): Promise<Outcome<null>>;
  /** By the readers whom each dossier's newest key names. What is closed to this account is not counted: only they know of it. */
  openTo(account: Id, at?: Id): Promise<OpenTo>;
  /** What `removeMember` would leave behind. The server's part of the answer is a hint. */
  removalEffects(account: Id, at?: Id): Promise<Outcome<RemovalEffects>>;
  /** Removes and rotates; the rotation goes on by itself if it is interrupted. */
  removeMember(account: Id, at?: Id): Promise<Outcome<null>>;
  /** Proofs that histories differ, newest first; at most 200. */
  disputes(at?: Id): Promise<DisputeView[]>;
  circleNumber(at?: Id): Promise<CircleNumber | null>;
  /**
   * The number was compared with this member, by voice or by QR code, and is the same. `groups` is the number that was
   * compared: `number-changed` where it is not this device's any more.
   */
  noteCompared(request: { account: Id; groups: string[] }, at?: Id): Promise<Outcome<null>>;
  comparisons(at?: Id): Promise<Comparison[]>;
  signKeys(at?: Id): Promise<SignKeyView[]>;
  /** Signature of this account over the manifest of a custody bundle. Failure: `too-large`. */
  signBundle(manifest: Uint8Array): Promise<Outcome<Uint8Array>>;
  introduce(at?: Id): Promise<Outcome<{ link: string; expires: number }>>;
  acceptIntroduction(link: string, at?: Id): Promise<Outcome<PeerView>>;
  peers(at?: Id): Promise<PeerView[]>;
  /** What was written by people who may not, at most 200, newest first; `total` counts all. Keyholders alone are told. */
  overstepped(at?: Id): Promise<{ total: number; listed: OverstepView[] }>;
}
