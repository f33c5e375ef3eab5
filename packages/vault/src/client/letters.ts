import type { DoorNotice } from '@dayaq/domain';

import type { Outcome } from './failure.ts';
import type { Asked, Id } from './values.ts';

/** A public door: what its visitors read, and who opens what comes through it. */
export interface DoorView {
  /** Of its proposal in the charter. */
  seq: number;
  by: Id;
  /** Null where a keyholder's program wrote none that this one can read. */
  notice: DoorNotice | null;
  readers: { account: Id; name: string }[];
}

export interface DoorStanding {
  open: (DoorView & { openedBy: Id }) | null;
  /** Waits for another one to sign. */
  proposed: DoorView | null;
  /** Where visitors find it, on this server. */
  address: string;
}

/** What comes through the public door of a space, and what is answered. */
export interface Letters {
  door(at?: Id): Promise<DoorStanding | null>;
  /** Signs a door; it opens when another keyholder or coordinator signs it too. Keyholders alone. */
  proposeDoor(
    request: { notice: DoorNotice; readers: { account: Id; name: string }[] },
    at?: Id,
  ): Promise<Outcome<null>>;
  /** Signs the proposal of another one, by its `seq`. */
  openDoor(seq: number, at?: Id): Promise<Outcome<null>>;
  closeDoor(at?: Id): Promise<Outcome<null>>;
  /** Keeps a reply with its letter and sends it as soon as there is a network. Failure: `not-found` where there is no such letter. */
  answerLetter(request: { dossier: Id; words: string; today: string } & Asked): Promise<Outcome<null>>;
}
