/**
 * The whole contract between the pages and the vault. Types only: the workspace imports nothing else of this room.
 * Every method may be called from any tab; only the leader tab's Worker runs it.
 */
import type { Escalation, Language, OpenTask, Order, OverstepRule, SealedFile } from '@dayaq/domain';

export type Id = string;
export type Role = 'coordinator' | 'caseworker' | 'viewer';

export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
/** `set` replaces (null clears); `add`/`del` change a set of codes or references by element. */
export type FieldOp = { set: Value } | { add: string[]; del: string[] };
export interface Change {
  kind: string;
  record: Id;
  fields: Record<string, FieldOp>;
  deleted?: boolean;
}

/** A failure that a person can act on. The page words `code` in the user's language. */
export interface Failure {
  code: FailureCode;
  /** e.g. which word of the kit is wrong (1-based) and what it may have been, seconds to wait, bytes over the limit. */
  detail?: string;
}
export type FailureCode =
  | 'wrong-passphrase'
  /** The passphrase opened this device, and the server does not take it: it was changed elsewhere, or the server was put back. */
  | 'sign-in-refused'
  | 'weak-passphrase'
  | 'wrong-kit'
  | 'link-malformed'
  | 'founding-unknown'
  | 'founding-used'
  | 'invitation-unknown'
  | 'invitation-used'
  | 'invitation-expired'
  | 'invitation-forged'
  | 'introduction-expired'
  | 'not-allowed'
  | 'last-keyholder'
  /** Every member reads it, always. */
  | 'cannot-be-closed'
  | 'removed'
  /** The server refuses this account, of which the charter says that it belongs here. It is asked again. */
  | 'server-refuses'
  /** The server was put back to before this account came, and nobody has told it yet what changed in the team since. */
  | 'not-known-yet'
  /** The server was put back, and nobody who holds the keys came since: nobody joins or leaves before. */
  | 'team-unsettled'
  | 'offline'
  | 'server-unavailable'
  /** What answered speaks no Dayaq: a network's sign-in page, a proxy's error page, a redirect. */
  | 'not-the-server'
  /** A Dayaq, but not the one that this device belongs to: accounts and spaces are unknown there. */
  | 'another-server'
  /** The server knows no account with this kit and passphrase: one of the two is mistyped, or it is another server. */
  | 'account-not-here'
  | 'server-lies'
  /** It said that it took what was sent, and does not have it. */
  | 'server-forgets'
  | 'version-mismatch'
  | 'rate-limited'
  | 'disk-full'
  /** The browser closed or cleared its store while it was open. */
  | 'store-lost'
  /** The vault's Worker did not answer in time; it is being started anew. Whether it was done is not known. */
  | 'no-answer'
  /** A defect of the program. */
  | 'unexpected'
  | 'file-too-large'
  | 'file-not-here'
  | 'file-damaged'
  /** Chosen again, it is not the same file. */
  | 'file-differs'
  | 'not-found'
  | 'too-large'
  | 'already-here'
  | 'already-member'
  /** This dossier cannot be worked out on this device; it is listed by `apart`, and everything else goes on. */
  | 'set-apart'
  /** The person does not want this organisation, or somebody in it, to see it. */
  | 'excluded'
  /** The other organisation's keys do not follow from those that were exchanged: nothing goes there. */
  | 'peer-changed'
  /** What two members compared is not the number any more: the team changed meanwhile. */
  | 'number-changed'
  | 'locked';
export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export interface SpaceSummary {
  id: Id;
  /** Sealed name, known to members only. Empty until the roster has arrived. */
  name: string;
  country: string;
  me: { role: Role; keyholder: boolean };
  /** This device has the current key. False: waiting for a colleague's device to hand it over. */
  ready: boolean;
  /** A removal's key rotation is still to be done (keyholders' devices do it on their own). */
  rotationOwed: boolean;
  removed: boolean;
  /** Not ready because what colleagues' devices handed over does not open: others are asked. */
  keyUnusable: boolean;
  /** How many proofs are kept here that somebody was shown another history. */
  disputes: number;
  /**
   * How far the log is here, in items, while it has never been here as a whole: lists are not everything yet. Null once it
   * has. `total` is 0 while it is not known.
   */
  fetching: { done: number; total: number } | null;
  /**
   * The last life of the server's log that ended while this device followed it: the server was put back from a backup
   * then, and this device taught it again what it knew. Null where that never happened. A higher number is a later time.
   */
  restored: number | null;
  /** Why the last exchange of this space with the server did not end well; of others it says nothing. */
  problem: Failure | null;
}

export interface SyncStatus {
  state: 'idle' | 'syncing' | 'offline' | 'problem';
  /** What is kept here and was not seen to be on the server: entries that have not come back in its log, files not whole there. */
  waiting: number;
  /** The same, but not taken now, each for a reason of its own: see `waiting()`. */
  held: number;
  /** While a large pull runs. */
  progress: { done: number; total: number } | null;
  problem: Failure | null;
  /** Entries whose signature or place in the log did not check out; they are not shown. */
  refused: number;
}

export interface VaultStatus {
  phase:
    | 'starting'
    /** This browser lacks something; `missing` says what. */
    | 'unsupported'
    /** No account on this device. */
    | 'empty'
    | 'locked'
    | 'open';
  missing: ('crypto' | 'worker' | 'wasm' | 'store')[];
  /** `memory`: nothing is kept after the tab closes (private window). */
  storage: 'disk' | 'memory';
  account: Id | null;
  spaces: SpaceSummary[];
  /** The space that was chosen last on this device: where a page begins, and what is meant where a call names none. */
  space: Id | null;
  sync: SyncStatus;
  /** How many dossiers this device cannot work out (`Vault.apart`); all else goes on without them. */
  apart: number;
  /** The local database was damaged and is being, or has been, rebuilt from the server. */
  repaired: 'no' | 'rebuilding' | 'rebuilt';
  /** While somebody comes in and dossiers are worked out anew before anything is shown: how many are done, of how many. */
  preparing: { done: number; total: number } | null;
  /** The browser's small store was cleared while this was open: what could be put back was; drafts and unsent files are gone. */
  emptied: boolean;
  /** Days by which this device's clock is ahead of the server's (negative: behind); 0 while they agree or it is not known. */
  clockAhead: number;
  /** The server says that it is another one than before, and takes this account all the same. */
  serverChanged: boolean;
}

/** What changed since the last event, so that pages ask again only for what they show. */
export type VaultEvent =
  | { type: 'status'; status: VaultStatus }
  | { type: 'changed'; dossiers: Id[] | 'many'; kinds: string[] };

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
  what: 'entry' | 'generation' | 'act' | 'log' | 'key';
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
export interface InviteView {
  invite: Id;
  role: Role;
  keyholder: boolean;
  expires: number;
  by: Id;
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
  /** Entries kept here that the server has not acknowledged. */
  waiting: number;
  /** Why what waits here is not taken; null where nothing is held. */
  held: HeldReason | null;
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
  /** `at` cannot be right: it is still to come, or earlier than something that its author had already seen. */
  clockInDoubt: boolean;
}

/** What a list shows of a dossier, computed when it changes, never when it is listed. */
export interface DossierRow {
  id: Id;
  /** Of the root. */
  kind: string;
  space: Id;
  /** Values of the root's fields that name it and tell of it (`Kind.title`, `Kind.card.line`), by field. */
  told: Record<string, Value>;
  /** Codes by filter (`Kind.card.facets`); of a place the innermost first, of a code its first level before it. */
  codes: Record<string, string[]>;
  /** YYYY-MM-DD: `Kind.card.day`, or the day on which it was made. */
  day: string;
  /** Milliseconds since 1970. */
  updated: number;
  /** Nearest open task's due day (YYYY-MM-DD), or empty. */
  due: string;
  /** How dangerous it stands. */
  danger: '' | 'high' | 'critical';
  restricted: boolean;
  waiting: boolean;
  conflict: boolean;
  /** The matched words in context when searching; plain text. */
  snippet: string;
}
export interface DossierQuery {
  /** Root kinds; others are passed over. */
  kinds: string[];
  /**
   * Each word is found by its beginning, however it is spelt, in what was written, and in what rows print in any language.
   * Telephone numbers and codes are found as people type them.
   */
  text: string;
  /** Filter → any of these codes; filters combine with "and". A kind without a filter that is named has no rows. */
  filters: Record<string, string[]>;
  /** `day` as of `DossierRow`. */
  sort: Order;
  descending: boolean;
  offset: number;
  /** At most 200. */
  limit: number;
  /** Null: in every space of this account. */
  space: Id | null;
  /** Filters whose codes are to be counted, whatever else is asked; none when omitted. */
  count?: string[];
}
export interface DossierPage {
  rows: DossierRow[];
  /** Exact up to 10 000, then 10 000 and `more`. */
  total: number;
  more: boolean;
  /** By filter, the most frequent first; at most 500 of each. */
  facets: Record<string, { code: string; dossiers: number }[]>;
}

/** Something that was looked for across everything: a dossier, a record inside one that is found by itself, or a member. */
export interface FoundRow {
  /** Of the record. */
  kind: string;
  /** Of the record; a member's account. */
  id: Id;
  dossier: Id;
  /** Of the dossier's root. */
  root: string;
  space: Id;
  /** Values of its fields that name it and tell of it, by field. */
  told: Record<string, Value>;
  /** The matched words in context; empty where they stand in what is told. */
  snippet: string;
}
export interface FoundPage {
  /** Dossiers before what is inside them, of each the newest first. */
  rows: FoundRow[];
  /** There is more than is shown. */
  more: boolean;
}

/** What the list shows of a case: the same, by the names of its fields. */
export interface CaseRow {
  id: Id;
  reference: string;
  alias: string;
  summary: string;
  status: string;
  outcome: string;
  channel: string;
  area: string;
  opened: string;
  updated: number;
  populations: string[];
  /** First-level violation codes and their detail. */
  violations: string[];
  owner: Id;
  /** Nearest open task's due day, or empty. */
  due: string;
  qualification: string;
  /** How dangerous it stands. */
  danger: '' | 'high' | 'critical';
  restricted: boolean;
  waiting: boolean;
  conflict: boolean;
  /** The matched words in context when searching; plain text. */
  snippet: string;
}
export interface CaseQuery {
  /** Folded by the vault; prefix search. */
  text: string;
  /** Field name → any of these codes; fields combine with "and". Names: those of `Kind.card.facets`, danger, restricted, conflict. */
  filters: Record<string, string[]>;
  sort: 'updated' | 'opened' | 'alias' | 'due';
  descending: boolean;
  offset: number;
  /** At most 200. */
  limit: number;
}
export interface CasePage {
  rows: CaseRow[];
  /** Exact up to 10 000, then 10 000 and `more`. */
  total: number;
  more: boolean;
}

/** The case of a row that stands for a part of it. */
export interface CaseMention {
  reference: string;
  alias: string;
  status: string;
}

/** The case over a row that says what is to be done in it: what it is called, and what it is about. */
export interface CaseSketch extends CaseMention {
  /** The beginning of what was written about it; at most 160 characters. */
  summary: string;
  /** Codes of what happened, first-level ones too; at most 6. */
  violations: string[];
}

/** Something to be done, across cases; `record` is empty where a rule asks for it and nobody has taken it up yet. */
export interface TaskRow extends Omit<OpenTask, 'told'> {
  dossier: Id;
  space: Id;
  /** What is shown of the record that it is about, by field. */
  told: Record<string, Value>;
  case: CaseSketch;
  /** How dangerous its case stands. */
  danger: '' | 'high' | 'critical';
  restricted: boolean;
}
export interface TaskQuery {
  /** Null: everybody's. Empty: nobody's. */
  owner: Id | null;
  /** Due on this day (YYYY-MM-DD) or before; null: whenever. */
  until: string | null;
  /** Due on this day (YYYY-MM-DD) or later, or without a day; omitted: whenever. */
  from?: string;
  /** Only what somebody outside owes us (`TaskRule.owed`). */
  owed?: true;
  /** Only of this case. */
  dossier?: Id;
  /** At most 500. */
  limit: number;
}

/** How much lies with one member; `owner` is empty for what nobody holds. */
export interface Workload {
  owner: Id;
  open: number;
  /** Due before today. */
  overdue: number;
  /** The part of these that has been late for more than `LONG_LATE` days. */
  long: number;
  today: number;
  /** In cases that stand dangerous. */
  dangerous: number;
  /** Cases that they lead and that are not closed. */
  cases: number;
}

/** A case in which something dangerous is not acted on: who must act now, and when it moves on. */
export interface DangerRow {
  dossier: Id;
  space: Id;
  case: CaseSketch;
  restricted: boolean;
  escalation: Exclude<Escalation, { state: 'answered' }>;
  /** The record that says so: a threat, an assessment, or the case itself. */
  about: { kind: string; fields: Record<string, Value> };
}

/** A record of a kind that is looked at across dossiers (`Kind.listed`), as the merge leaves it. */
export interface ListedRecord {
  record: Id;
  dossier: Id;
  kind: string;
  fields: Record<string, Value>;
  created: { by: Id; at: number };
  updated: { by: Id; at: number };
  conflict: boolean;
  /** Who signed the last change of the fields of which that matters (`Field.signed`). */
  writers?: Record<string, Id>;
  /** Null where its dossier is no case. */
  case: CaseMention | null;
  restricted: boolean;
}

/** What stands at an end of a link: a dossier, or a record in one. */
export interface LinkEnd {
  id: Id;
  kind: string;
  dossier: Id;
  /** Kind of the dossier. */
  root: string;
  /** What the dossier is called. */
  mention: CaseMention;
  /** Of a kind that is looked at across dossiers (`Kind.listed`), else null. */
  fields: Record<string, Value> | null;
  restricted: boolean;
}
export interface LinkRow {
  /** The near end: what was asked about, or a record of the dossier that was. */
  record: Id;
  kind: string;
  /** The field that holds the link, of the end where it stands. */
  field: string;
  /** The far end. */
  end: LinkEnd;
}
export interface LinkedPage {
  /** What it leads to. */
  to: LinkRow[];
  /** What leads to it. */
  from: LinkRow[];
  /** Of what it leads to, dossiers that this person could see until they were deleted. */
  gone: Id[];
  /** There is more than was asked for. */
  more: boolean;
}

export interface RecordQuery {
  kinds: string[];
  /** `next` of the page before; null for the first. */
  after: string | null;
  /** At most 1000. */
  limit: number;
}
export interface RecordPage {
  /** By kind, then by record. */
  records: ListedRecord[];
  /** Null when there are no more. */
  next: string | null;
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

/** Why something that was written here is not taken, or cannot be sent. */
export type HeldReason =
  /** Its case was closed to this account. */
  | 'closed-to-you'
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

/** What the removal of a member would leave behind. */
export interface RemovalEffects {
  /** Restricted dossiers that nobody could open any more; also those that this device does not know. */
  unreadable: number;
  /** Those of them that this device can name. */
  cases: { dossier: Id; title: string }[];
  /** Open tasks that become nobody's, as far as this device knows. */
  tasks: number;
}

export interface SaveRequest {
  /** Omit for a new dossier: the id of the root record becomes its id. */
  dossier: Id;
  changes: Change[];
  /** Only for the first save of a dossier: restrict it from its first generation on. Includes the author. */
  restrictedTo?: Id[];
}

export interface Draft {
  id: Id;
  kind: string;
  title: string;
  updated: number;
  data: Value;
  /** Where it was begun; absent in what was kept before this was noted. */
  space?: Id;
}
export interface SavedView {
  id: Id;
  name: string;
  query: CaseQuery;
  /** The space whose list it is of; absent in what was kept before this was noted. */
  space?: Id;
}

/** Where and under which keys a browser takes messages (RFC 8291). */
export interface PushAddress {
  endpoint: string;
  /** 65 bytes. */
  p256dh: Uint8Array;
  /** 16 bytes. */
  auth: Uint8Array;
}

export interface Vault {
  status(): Promise<VaultStatus>;

  // Coming in
  /**
   * Founds an organisation: makes account, space and kit, or uses the open account (then without a kit, and `passphrase`
   * is not asked for). `token` is the founding link's fragment. Called again after a broken connection it goes on.
   */
  begin(request: {
    token: string;
    passphrase: string;
    organisation: string;
    name: string;
    country: string;
    language: Language;
  }): Promise<Outcome<{ kit: string[]; space: Id }>>;
  /** `clockAhead`: days by which this device's clock is ahead of the server's; the invitation is judged by the server's. */
  inspectInvitation(
    link: string,
  ): Promise<
    Outcome<{ organisation: string; inviter: string; role: Role; expires: number; clockAhead: number }>
  >;
  /**
   * Makes an account, or uses the open one (then without a kit), and joins. Whoever joined on another device, or before
   * the answer was lost, has the space brought here; `already-member` when it is here.
   */
  join(request: {
    link: string;
    passphrase: string;
    name: string;
  }): Promise<Outcome<{ kit: string[]; space: Id }>>;
  /** Second device, or a device whose data was lost. */
  restore(request: { kit: string; passphrase: string }): Promise<Outcome<null>>;
  unlock(passphrase: string): Promise<Outcome<null>>;
  lock(): Promise<void>;
  /** Destroys what is on this device: device secret, database, caches. Unsent work goes too. */
  wipe(): Promise<void>;
  changePassphrase(request: { old: string; new: string }): Promise<Outcome<null>>;
  kit(passphrase: string): Promise<Outcome<{ kit: string[] }>>;
  /** The number of each kit word in the list, 1 to 2048. */
  kitNumbers(kit: readonly string[]): Promise<number[]>;
  /** Six words of that language, by chance. Rejects when the words cannot be fetched. */
  suggestPassphrase(language: Language): Promise<string>;
  /** Rejects when the estimator cannot be fetched. */
  passphraseStrength(text: string): Promise<'weak' | 'fair' | 'strong'>;

  // The circle
  /** Remembers which space is worked in. */
  chooseSpace(space: Id): Promise<void>;
  /** Of this account's spaces, the one in which a dossier is worked on; null where it is not here. */
  spaceOf(dossier: Id): Promise<Id | null>;

  // From here on, `at` says of which space something is asked or where it is done, and null asks of all of this account's.
  // Omitted it is the one chosen last. What is done to a dossier that exists is done in its own space, whatever is meant.

  members(at?: Id): Promise<MemberView[]>;
  invitations(at?: Id): Promise<InviteView[]>;
  invite(
    request: {
      role: Role;
      keyholder: boolean;
      days: number;
    },
    at?: Id,
  ): Promise<Outcome<{ link: string; expires: number }>>;
  revokeInvitation(invite: Id, at?: Id): Promise<Outcome<null>>;
  setRole(request: { account: Id; role: Role; keyholder: boolean }, at?: Id): Promise<Outcome<null>>;
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
  /** Looks for organisations that this account joined on another device. Answers those that came here. */
  findSpaces(): Promise<Outcome<Id[]>>;
  introduce(at?: Id): Promise<Outcome<{ link: string; expires: number }>>;
  acceptIntroduction(link: string, at?: Id): Promise<Outcome<PeerView>>;
  peers(at?: Id): Promise<PeerView[]>;

  // Records
  /** Saved here when it returns; sending follows by itself. */
  save(request: SaveRequest, at?: Id): Promise<Outcome<null>>;
  newId(): Promise<Id>;
  /** `at`: `not-found` where it is worked on in another space; omitted, wherever it is. */
  dossier(id: Id, at?: Id): Promise<Outcome<DossierView>>;
  history(id: Id, at?: Id): Promise<Outcome<HistoryItem[]>>;
  /** The roster: organisation record and member profiles. */
  roster(at?: Id): Promise<Outcome<DossierView>>;
  /** Rows of every root kind, over one space or all. */
  dossiers(query: DossierQuery): Promise<DossierPage>;
  /** Everything that a person may look for: at most 100 rows. Never what it may not open. */
  find(query: { text: string; limit: number }, at?: Id | null): Promise<FoundPage>;
  /** `dossiers` of the kind `case`. */
  cases(query: CaseQuery, at?: Id): Promise<CasePage>;
  /** How many cases have each code of a filter, for the filters' labels. */
  facets(names: string[], at?: Id): Promise<Record<string, { code: string; cases: number }[]>>;
  /** The most dangerous cases first, then by day. */
  tasks(query: TaskQuery, at?: Id | null): Promise<TaskRow[]>;
  /** @param today YYYY-MM-DD */
  workload(today: string, at?: Id): Promise<Workload[]>;
  /** At most 500, the most dangerous first. */
  dangers(at?: Id | null): Promise<DangerRow[]>;
  records(query: RecordQuery, at?: Id): Promise<RecordPage>;
  /**
   * What a record or dossier leads to by its links, and what leads to it, at most `limit` (500) each way; of a dossier those of
   * its records, too. What this person may not see, was deleted, or is not here, is left out without a sign. Members and
   * organisations, to whom a link may lead as well, are known by `members` and `peers`; asked about, they answer who leads to them.
   */
  linked(query: { id: Id; limit: number }, at?: Id): Promise<LinkedPage>;
  /** What ids of links stand for, of at most 500; what this person may not see, or is not here, is not among them. */
  named(ids: Id[], at?: Id): Promise<Record<Id, LinkEnd>>;
  /** What was written by people who may not, at most 200, newest first; `total` counts all. Keyholders alone are told. */
  overstepped(at?: Id): Promise<{ total: number; listed: OverstepView[] }>;
  /** Restricts a dossier to these members (null: every member again). `cannot-be-closed` where its kind is `open`. */
  restrict(request: { dossier: Id; to: Id[] | null }): Promise<Outcome<null>>;

  // Between organisations
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
    },
    at?: Id,
  ): Promise<Outcome<null>>;
  /**
   * Takes a given dossier back: what was written before this call still reaches the recipient, nothing after it does.
   * For good: a dossier is not shared twice.
   */
  endShare(request: { dossier: Id }): Promise<Outcome<null>>;
  /** What is shared with others or by them; at most 500, newest first. */
  shares(at?: Id | null): Promise<SharedRow[]>;

  // Files
  /** Seals and keeps the bytes here; sending follows. Returns the value for a `blob` field. */
  addFile(
    request: {
      dossier: Id;
      name: string;
      mediaType: string;
      bytes: Uint8Array;
    },
    at?: Id,
  ): Promise<Outcome<SealedFile>>;
  openFile(request: { dossier: Id; file: SealedFile }): Promise<Outcome<Uint8Array>>;
  /** Puts back the parts of a waiting file that are missing here, from the same file. Failures: `file-differs`, `not-found`. */
  mendFile(request: { blob: Id; bytes: Uint8Array }): Promise<Outcome<null>>;
  /**
   * Destroys a file that was sealed here for a record that was never saved. Failures: `not-found` where it does not wait
   * here, `not-allowed` where a record names it.
   */
  dropFile(request: { dossier: Id; blob: Id }): Promise<Outcome<null>>;

  // Kept on this device only, sealed
  drafts(): Promise<Draft[]>;
  /** One of them; null when it is not there. */
  draft(id: Id): Promise<Draft | null>;
  saveDraft(draft: { id: Id; kind: string; title: string; data: Value }, at?: Id): Promise<Outcome<null>>;
  dropDraft(id: Id): Promise<void>;
  savedViews(at?: Id): Promise<SavedView[]>;
  saveView(view: SavedView, at?: Id): Promise<void>;
  dropView(id: Id): Promise<void>;
  preference(name: string): Promise<Value>;
  setPreference(name: string, value: Value): Promise<void>;

  // Being woken while the app is closed
  /** The server's key for Web Push, 65 bytes; null where the server wakes nobody. */
  pushKey(): Promise<Outcome<Uint8Array | null>>;
  /** This device wants to be woken: what its browser gave for that. Repeat it at each opening: servers are restored. */
  turnPushOn(subscription: PushAddress): Promise<Outcome<null>>;
  turnPushOff(endpoint: string): Promise<Outcome<null>>;
  /** Whether this account is also woken in the morning of days on which tasks of its own are due. */
  remindOfTasks(wanted: boolean): Promise<void>;

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

export interface VaultConnection extends Vault {
  subscribe(listener: (event: VaultEvent) => void): () => void;
  /** For quick exit: drops keys at once, without waiting for an answer. */
  abandon(): void;
}
