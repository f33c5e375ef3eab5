import type { AccountId, InviteId, SpaceId } from './ids.ts';
import type { LogPlace } from './log-place.ts';
import type { MemberKeys } from './member-keys.ts';

export type Role = 'coordinator' | 'caseworker' | 'viewer';
export const ROLES: readonly Role[] = ['coordinator', 'caseworker', 'viewer'];

/** What everyone may know of an epoch: enough to check its key and to seal a drop to its members. */
export interface EpochPublic {
  /** From 1, without gaps. */
  readonly number: number;
  /** 32 bytes. */
  readonly commitment: Uint8Array;
  /** X-Wing, 1216 bytes. */
  readonly dropKey: Uint8Array;
}

export type CharterAct =
  | {
      readonly type: 'create';
      readonly founder: MemberKeys;
      readonly role: Role;
      readonly salt: Uint8Array;
      readonly epoch: EpochPublic;
    }
  | {
      readonly type: 'invite';
      readonly invite: InviteId;
      /** The public half of the link's key pair. */
      readonly verifier: Uint8Array;
      readonly role: Role;
      readonly keyholder: boolean;
      /** Milliseconds since 1970. */
      readonly expires: number;
      /** For the link's holder: opened with `linkKeys(…).open`. */
      readonly sealed: Uint8Array;
    }
  | { readonly type: 'revoke'; readonly invite: InviteId }
  | {
      readonly type: 'join';
      readonly invite: InviteId;
      readonly member: MemberKeys;
      readonly proof: Uint8Array;
    }
  | { readonly type: 'role'; readonly account: AccountId; readonly role: Role; readonly keyholder: boolean }
  | { readonly type: 'remove'; readonly account: AccountId }
  | {
      readonly type: 'rotate';
      readonly epoch: EpochPublic;
      readonly members: readonly AccountId[];
      readonly link: Uint8Array;
    }
  | {
      readonly type: 'introduce';
      readonly peer: SpaceId;
      /** The peer's charter head when it was introduced, 32 bytes. */
      readonly head: Uint8Array;
      readonly dropKey: Uint8Array;
      readonly sealed: Uint8Array;
    }
  | {
      /** One keyholder's proposal of a public door: it opens when another one signs `door-open`. */
      readonly type: 'door';
      /** What visitors read, as `door-notice.ts` writes it; open to everybody. */
      readonly notice: Uint8Array;
      readonly readers: readonly DoorReader[];
    }
  | {
      readonly type: 'door-open';
      /** `seq` of the proposal. */
      readonly door: number;
    }
  | { readonly type: 'door-close' };

/** One who opens what comes through the door. */
export interface DoorReader {
  readonly account: AccountId;
  /** As visitors are told, so that they can keep a letter from somebody. */
  readonly name: string;
}

/** A door as proposed, or as it stands open. */
export interface Door {
  /** The proposal's. */
  readonly seq: number;
  readonly by: AccountId;
  readonly notice: Uint8Array;
  /** Those of the proposal who have not left since. */
  readonly readers: readonly DoorReader[];
}

/** A door that somebody else than its proposer signed for. */
export interface OpenDoor extends Door {
  readonly openedBy: AccountId;
  readonly openedSeq: number;
}

export type CharterActType = CharterAct['type'];

/** A charter entry as read: its shape is right; whether it may stand is `extendCharter`'s to say. */
export interface CharterEntry {
  /** The space that it continues; null in the first entry, whose hash is the space. */
  readonly space: SpaceId | null;
  /** 0 in the first entry. */
  readonly seq: number;
  readonly prev: Uint8Array;
  readonly time: number;
  readonly author: AccountId;
  /**
   * The log as the author's device had verified it: the act stands right behind, so that nothing can be put in front of it
   * later. Null in `create` and `join`, whose authors have no log yet.
   */
  readonly place: LogPlace | null;
  readonly act: CharterAct;
  /** The signed bytes. */
  readonly body: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Member extends MemberKeys {
  readonly role: Role;
  readonly keyholder: boolean;
  readonly joinedSeq: number;
  /** Null while the member is one. */
  readonly removedSeq: number | null;
}

export interface Invite {
  readonly verifier: Uint8Array;
  readonly role: Role;
  readonly keyholder: boolean;
  readonly expires: number;
  readonly sealed: Uint8Array;
  readonly by: AccountId;
  readonly usedBy: AccountId | null;
  readonly revoked: boolean;
}

export interface Peer {
  readonly head: Uint8Array;
  readonly dropKey: Uint8Array;
  readonly sealed: Uint8Array;
}

export interface EpochRecord extends EpochPublic {
  /** The charter entry that started the epoch. */
  readonly seq: number;
  /** The previous epoch's key, sealed under this one; null in the first. */
  readonly link: Uint8Array | null;
}

/** Everything that a charter says, up to its head. */
export interface CharterState {
  readonly space: SpaceId;
  readonly seq: number;
  readonly head: Uint8Array;
  /** Present and former members. */
  readonly members: ReadonlyMap<AccountId, Member>;
  readonly invites: ReadonlyMap<InviteId, Invite>;
  readonly epoch: EpochPublic;
  readonly epochs: ReadonlyMap<number, EpochRecord>;
  /** Someone left since the last rotation: until it is done, they still hold the newest epoch's key. */
  readonly rotationOwed: boolean;
  readonly peers: ReadonlyMap<SpaceId, Peer>;
  /** Proposed and not signed for yet. */
  readonly proposedDoor: Door | null;
  /** Null while the public door is shut. */
  readonly door: OpenDoor | null;
  /** Of the door that stands open or was the last to: what came before it was shut is still theirs. */
  readonly doorReaders: readonly DoorReader[];
}

/** Those who are members now, in the order in which they joined. */
export function currentMembers(state: CharterState): Member[] {
  return [...state.members.values()]
    .filter((member) => member.removedSeq === null)
    .sort((a, b) => a.joinedSeq - b.joinedSeq);
}

/** Bounds of the format. A charter that would pass them is refused by everyone alike. */
export const CHARTER_LIMITS = {
  entryBytes: 65_536,
  acts: 10_000,
  members: 3000,
  sealedBytes: 16_384,
  linkBytes: 256,
  noticeBytes: 16_384,
  doorReaders: 12,
  /** Characters of what a reader is called towards visitors. */
  doorName: 60,
  /** Milliseconds since 1970; the end of the year 2199. */
  latest: Date.UTC(2200, 0, 1) - 1,
  /** Milliseconds from an invitation's act to its end: 400 days. */
  inviteLife: 400 * 86_400_000,
} as const;
