import type { Outcome } from './failure.ts';
import type { SharedRow } from './sharing.ts';
import type { Asked, Change, Id, Value } from './values.ts';
import type { HeldReason } from './waiting.ts';

export interface FieldView {
  value: Value;
  by: Id;
  at: number;
  /** Two or more standing values that did not know of each other. Empty when there is no conflict. */
  alternatives: { value: Value; by: Id; at: number }[];
  /** How many more standing values, or elements, there are than are shown; absent where all are here. */
  more?: number;
}

export interface RecordView {
  id: Id;
  kind: string;
  deleted: boolean;
  fields: Record<string, FieldView>;
  created: { by: Id; at: number };
  updated: { by: Id; at: number };
  /** Another record took its place, by somebody who knew of it. */
  replaced?: true;
  /** The case was closed by somebody who knew of it. */
  settled?: true;
  /** Of a case: somebody who knew what was said of its danger has assessed it since. */
  judged?: true;
  /** Somebody who knew of its danger protected the person from it. */
  met?: true;
  /** Kinds of which somebody who knew of it wrote another record since, as far as rules ask. */
  followedBy?: readonly string[];
  /** It was judged by one who wrote what it says, or who had not seen all that stands in it. */
  overtaken?: true;
  /** It was destroyed for good, by whom, when (ms, by their clock) and why (code of the list `erasure-reasons`): nothing of it is told. */
  destroyed?: { by: Id; at: number; why: string };
}

export interface DossierView {
  id: Id;
  /** Of this account's spaces, the one in which it is worked on. */
  space: Id;
  /** Kind of the root record. */
  kind: string;
  records: RecordView[];
  restricted: boolean;
  /** Accounts that may open a restricted dossier; empty when every member may. */
  readers: Id[];
  /** Members who could open it before and were left out since; empty when every member may. */
  leftOut: Id[];
  /** Entries kept here that the server has not acknowledged. */
  waiting: number;
  /** Why what waits here is not taken; null where nothing is held. */
  held: HeldReason | null;
  /** This account may not open it any more: what stands here is what came before that, and what it wrote and was not taken. */
  closed: boolean;
  /** False while entries that others have seen are missing here. */
  complete: boolean;
  /** Null for what stays within this organisation. */
  shared: Pick<SharedRow, 'direction' | 'peer' | 'state'> | null;
}

export interface HistoryItem {
  entry: Id;
  by: Id;
  at: number;
  changes: Change[];
  /** Not yet acknowledged by the server. */
  waiting: boolean;
  /**
   * `at` cannot be right: it is still to come, earlier than something that its author had already seen, or its device had
   * found its clock to be wrong by more than a day.
   */
  clockInDoubt: boolean;
}

export interface SaveRequest extends Asked {
  /** Omit for a new dossier: the id of the root record becomes its id. */
  dossier: Id;
  changes: Change[];
  /** Only for the first save of a dossier: restrict it from its first generation on. Includes the author. */
  restrictedTo?: Id[];
}

/** One of several acts that are kept together. */
export interface SaveTogether extends Asked {
  dossier: Id;
  changes: Change[];
  /**
   * Only where the dossier is not here yet: one that is, was deleted or destroyed, or is there and closed to this account, is
   * left as it stands.
   */
  begins?: true;
}

/** Whether a dossier stands, was deleted (what deletes it can be taken back), or was destroyed for good. */
export type Presence = 'here' | 'deleted' | 'destroyed';

/** One dossier: what is written into it, what stands in it, who may open it. */
export interface Dossiers {
  /** Saved here when it returns; sending follows by itself. */
  save(request: SaveRequest, at?: Id): Promise<Outcome<null>>;
  /**
   * Acts of several dossiers (at most 250), saved together or not at all, as a register brings them. Answers which were written.
   */
  saveTogether(acts: SaveTogether[], at?: Id): Promise<Outcome<Id[]>>;
  newId(): Promise<Id>;
  /**
   * The ids that the members of a space have for these names, always the same ones: what is brought in twice, by one or by
   * several at once, is there once. Nobody who was never a member can tell them from the names.
   */
  idsFor(names: string[], at?: Id): Promise<Id[]>;
  /** What is known here of dossiers (at most 1000), by id; of one that never was here, or is closed to this account, nothing. */
  presence(ids: Id[], at?: Id): Promise<Record<Id, Presence>>;
  /** `at`: `not-found` where it is worked on in another space; omitted, wherever it is. */
  dossier(id: Id, at?: Id): Promise<Outcome<DossierView>>;
  history(id: Id, at?: Id): Promise<Outcome<HistoryItem[]>>;
  /** The roster: organisation record and member profiles. */
  roster(at?: Id): Promise<Outcome<DossierView>>;
  /** Of this account's spaces, the one in which a dossier is worked on; null where it is not here. */
  spaceOf(dossier: Id): Promise<Id | null>;
  /** Restricts a dossier, and what went before it (`counts.into`), to these members (null: every member again); nobody comes to read by it what they did not read before as those of this one did. `cannot-be-closed` where its kind is `open`, `cannot-be-opened` where it is `closed`, `concerns-them` where it is about one of them. */
  restrict(request: { dossier: Id; to: Id[] | null } & Asked): Promise<Outcome<null>>;
}
