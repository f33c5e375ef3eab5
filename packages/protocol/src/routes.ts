import * as v from 'valibot';
import { LIMITS } from './limits.ts';

const bytes = (length: number) =>
  v.pipe(
    v.custom<Uint8Array>((value) => value instanceof Uint8Array),
    v.check((b) => b.length === length),
  );
const bytesUpTo = (max: number, min = 1) =>
  v.pipe(
    v.custom<Uint8Array>((value) => value instanceof Uint8Array),
    v.check((b) => b.length >= min && b.length <= max),
  );
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
/** Numbers that stay small: seqs, epochs, generations, indexes. */
const small = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1));
const listOf = <S extends v.GenericSchema>(item: S, max: number) => v.pipe(v.array(item), v.maxLength(max));

const id16 = bytes(16);
const id32 = bytes(32);
/** As browsers spell an address: letters beyond ASCII stand in it as others. */
const endpoint = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.pushEndpoint), v.regex(/^[!-~]+$/));
const page = v.pipe(count, v.minValue(1), v.maxValue(LIMITS.itemsPerPull));
const pageBytes = v.optional(v.pipe(count, v.minValue(1), v.maxValue(LIMITS.bytesPerPull)));

/** A moment to wake somebody, in milliseconds: a whole quarter of an hour, so that it says little. */
const quarter = v.pipe(
  count,
  v.maxValue(LIMITS.timerStep * (2 ** 31 - 1)),
  v.check((at) => at % LIMITS.timerStep === 0),
);

/**
 * Why the server should create an account: a founding token, an invitation that the caller can prove to hold, or that a
 * charter names the account already: its server was put back to before it came, and forgot it.
 */
const admission = v.variant('by', [
  v.strictObject({ by: v.literal('founding'), token: id32 }),
  v.strictObject({
    by: v.literal('invitation'),
    space: id32,
    invite: id16,
    /** Signature by the invitation's key over label `dayaq/1/admission` and the account id. */
    proof: bytes(64),
  }),
  v.strictObject({
    by: v.literal('charter'),
    space: id32,
    /** The act by which it joined: perhaps the server's charter lacks no other one. */
    join: bytesUpTo(LIMITS.charterAct),
    /** Signature by the member's key over label `dayaq/1/readmission`, the account id, `verifier` and `sealedRoot`. */
    proof: bytes(64),
  }),
]);

/** One thing in a space's log, in the order of its position. */
const logItem = v.variant('t', [
  v.strictObject({ t: v.literal('charter'), p: count, seq: small, act: bytesUpTo(LIMITS.charterAct) }),
  v.strictObject({
    t: v.literal('generation'),
    p: count,
    dossier: id16,
    header: bytesUpTo(LIMITS.generation),
  }),
  v.strictObject({
    t: v.literal('entry'),
    p: count,
    dossier: id16,
    g: small,
    id: id32,
    sealed: bytesUpTo(LIMITS.entry),
  }),
  /** Something that is closed to the caller: what it counts for in the running hash, and no more. */
  v.strictObject({ t: v.literal('closed'), p: count, leaf: id32 }),
]);

/** Which life of the log this is: a restore begins another. Of the lives before, up to where they are the same. */
const logIdentity = {
  log: id16,
  former: listOf(v.strictObject({ log: id16, until: count }), LIMITS.formerLogs),
};

const empty = v.strictObject({});

/**
 * The whole HTTP contract. A route `group/verb` is `POST /api/group/verb` with a CBOR body and a CBOR answer, so that
 * no id ever stands in an address. `session` says whether a bearer token is needed. The handler of `group/verb` is
 * `apps/server/src/api/group/verb.ts`.
 */
export const ROUTES = {
  /**
   * What a client needs before anything else: is this a Dayaq server, which protocol does it speak, and which one is it.
   * `server` is random, made once and kept in backups. `day` is today by the server's clock, counted from 1970.
   */
  'server/hello': {
    session: false,
    request: empty,
    reply: v.strictObject({ protocol: count, name: v.literal('dayaq'), server: id16, day: count }),
  },

  'accounts/create': {
    session: false,
    request: v.strictObject({
      account: id16,
      verifier: bytes(32),
      sealedRoot: bytesUpTo(LIMITS.sealedRoot),
      admission,
    }),
    reply: empty,
  },
  /** The sealed account root, for signing in on a second device. */
  'accounts/keys': {
    session: true,
    request: empty,
    reply: v.strictObject({ sealedRoot: bytesUpTo(LIMITS.sealedRoot) }),
  },
  /** A new passphrase: new verifier and newly sealed root, both or neither. Ends all other sessions. */
  'accounts/rekey': {
    session: true,
    request: v.strictObject({ verifier: bytes(32), sealedRoot: bytesUpTo(LIMITS.sealedRoot) }),
    reply: empty,
  },

  'sessions/challenge': {
    session: false,
    request: v.strictObject({ account: id16 }),
    reply: v.strictObject({ challenge: id32 }),
  },
  'sessions/open': {
    session: false,
    request: v.strictObject({ account: id16, challenge: id32, signature: bytes(64) }),
    reply: v.strictObject({ token: id32, expires: count }),
  },
  'sessions/close': { session: true, request: v.strictObject({ everywhere: v.boolean() }), reply: empty },

  /**
   * Founding: the first charter entry, the founder's own wrap; uses up the founding token. The same call again, after a
   * broken connection, answers as the first did.
   */
  'spaces/create': {
    session: true,
    request: v.strictObject({ token: id32, act: bytesUpTo(LIMITS.charterAct), wrap: bytesUpTo(LIMITS.wrap) }),
    reply: v.strictObject({ position: count }),
  },
  'spaces/list': {
    session: true,
    request: empty,
    reply: v.strictObject({
      spaces: listOf(v.strictObject({ space: id32, position: count }), LIMITS.spacesPerAccount),
    }),
  },

  /**
   * How many restricted dossiers nobody else among today's members could open: what their removal would leave unreadable.
   * For keyholders, who remove members.
   */
  'spaces/unreadable': {
    session: true,
    request: v.strictObject({ space: id32, account: id16 }),
    reply: v.strictObject({ dossiers: count }),
  },

  /**
   * Extends the charter by acts that follow its head. An act but a `join` stands right behind the log that it names, else
   * `log-moved`. A `rotate` act needs `wraps` for exactly the current members; a
   * `join` is sent by the joiner. All acts or none.
   */
  'charter/append': {
    session: true,
    request: v.strictObject({
      space: id32,
      acts: v.pipe(v.array(bytesUpTo(LIMITS.charterAct)), v.minLength(1), v.maxLength(LIMITS.actsPerAppend)),
      wraps: listOf(v.strictObject({ account: id16, wrap: bytesUpTo(LIMITS.wrap) }), LIMITS.membersPerSpace),
    }),
    reply: v.strictObject({ position: count }),
  },
  /**
   * Gives a server that was put back the charter acts that it lost, as they were signed, in their order; it drops those
   * that it has. From a member by the charter as it is there, or as it is with them. They follow the head of the charter,
   * else `charter-moved`, and none was signed in this life of the log. They stand right behind the place where the first of
   * the lives ends that they name: what was written since goes, another life begins there, and devices teach it again.
   * A join or a leaving counts if one who held the keys signed an act behind it or teaches it; else only as one that is
   * made now (`team-unsettled`, `invitation-expired` and the like). What does not count is left out, with all behind it: `seq`
   * is the charter's last act then.
   */
  'charter/teach': {
    session: true,
    request: v.strictObject({
      space: id32,
      acts: v.pipe(v.array(bytesUpTo(LIMITS.charterAct)), v.minLength(1), v.maxLength(LIMITS.actsPerTeach)),
    }),
    reply: v.strictObject({ seq: small }),
  },
  /**
   * One who holds the keys says that a server that was put back has every act that their device knows: `head` is the last of
   * them, and the charter's last here, else `charter-moved`. Until somebody has, nobody joins or leaves (`team-unsettled`).
   */
  'charter/settle': { session: true, request: v.strictObject({ space: id32, head: id32 }), reply: empty },
  /**
   * Charter acts from seq `from` on: for members, and for members of a space that it has introduced. Whoever was removed
   * is read it up to the act that removed them, so that they have their removal from the charter and not from a refusal.
   */
  'charter/read': {
    session: true,
    request: v.strictObject({ space: id32, from: small }),
    reply: v.strictObject({ acts: listOf(bytesUpTo(LIMITS.charterAct), 1000), more: v.boolean() }),
  },
  /** For the holder of an invitation or introduction link: the charter that the link's act stands in. */
  'invitations/read': {
    session: false,
    request: v.strictObject({ space: id32, invite: id16, from: small }),
    reply: v.strictObject({ acts: listOf(bytesUpTo(LIMITS.charterAct), 1000), more: v.boolean() }),
  },

  /** The caller's own wraps of the space's epoch keys, newest epoch first, with who gave each. */
  'epochs/read': {
    session: true,
    request: v.strictObject({ space: id32 }),
    reply: v.strictObject({
      wraps: listOf(v.strictObject({ epoch: small, by: id16, wrap: bytesUpTo(LIMITS.wrap) }), 1000),
    }),
  },
  /** Members of the current epoch that have no wrap that they have not refused (somebody just joined). */
  'epochs/missing': {
    session: true,
    request: v.strictObject({ space: id32 }),
    reply: v.strictObject({ epoch: small, accounts: listOf(id16, LIMITS.membersPerSpace) }),
  },
  /** Hands the current epoch's key to a member who joined. Each giver's first wrap stays. */
  'epochs/wrap': {
    session: true,
    request: v.strictObject({
      space: id32,
      epoch: small,
      account: id16,
      wrap: bytesUpTo(LIMITS.wrap),
    }),
    reply: empty,
  },
  /** The caller's wrap by this giver does not open: it is set aside, and somebody else is asked for one. */
  'epochs/refuse': {
    session: true,
    request: v.strictObject({ space: id32, epoch: small, by: id16 }),
    reply: empty,
  },

  /**
   * Destroys what is stored of a dossier: words, headers, files. For keyholders who may read it; never of what every member
   * needs, or what another organisation has or had. Of the log stays what its running hash is made of. Repeating is safe.
   * `said` is the roster's entry that says so: it is in the log before anything is destroyed.
   */
  'dossiers/erase': {
    session: true,
    request: v.strictObject({ space: id32, dossier: id16, said: id32 }),
    reply: empty,
  },
  /**
   * What the server destroyed of a space, the latest first, who asked it to and on which day: devices know what was never said
   * to them, and whether what was closed to them is gone. For members. Null of what was destroyed by an earlier server. `files` are those of dossiers that stand.
   */
  'dossiers/erased': {
    session: true,
    request: v.strictObject({ space: id32 }),
    reply: v.strictObject({
      erased: listOf(
        v.strictObject({ dossier: id16, by: v.nullable(id16), day: v.nullable(count) }),
        LIMITS.erasedTold,
      ),
      files: listOf(v.strictObject({ dossier: id16, blob: id16, by: id16, day: count }), LIMITS.erasedTold),
    }),
  },

  /**
   * Stores new generations, then entries, all or none. Repeating is safe: an entry id that is already there keeps its
   * position. Entries must name their dossier's newest generation, whose epoch must be the space's. A generation that takes
   * the dossier from somebody stands right behind the log that it names, else `log-moved`.
   */
  'entries/append': {
    session: true,
    request: v.strictObject({
      space: id32,
      generations: listOf(bytesUpTo(LIMITS.generation), LIMITS.generationsPerAppend),
      entries: listOf(
        v.strictObject({ dossier: id16, g: small, id: id32, sealed: bytesUpTo(LIMITS.entry) }),
        LIMITS.entriesPerAppend,
      ),
    }),
    /** The space's position after this append: everything of it stands at or below. */
    reply: v.strictObject({ position: count }),
  },
  /**
   * The space's log after a position, whole: of what the caller may not read its leaf (`log-place.ts` in sealing).
   * `position` is where to go on. `at` is the leaf of the item at `after`, null where there is none: by it a device knows
   * that this is still the log that it has read up to there. `bytes` is
   * what the caller's network carries in a few seconds, else `LIMITS.bytesPerPull`: a page ends before it, but always holds
   * one item. `unsettled`: the log had another life, and in this one nobody who holds the keys has settled it.
   */
  'entries/pull': {
    session: true,
    request: v.strictObject({ space: id32, after: count, limit: page, bytes: pageBytes }),
    reply: v.strictObject({
      ...logIdentity,
      unsettled: v.boolean(),
      at: v.nullable(id32),
      items: listOf(logItem, LIMITS.itemsPerPull),
      position: count,
      more: v.boolean(),
    }),
  },
  /** One dossier from the start: for a restricted dossier that was granted to the caller later, or a repair. */
  'entries/dossier': {
    session: true,
    request: v.strictObject({ space: id32, dossier: id16, after: count, limit: page }),
    reply: v.strictObject({
      items: listOf(logItem, LIMITS.itemsPerPull),
      position: count,
      more: v.boolean(),
    }),
  },

  /**
   * Of a dossier that a restore lost, and that somebody began again without the caller: who that was, and whether they
   * knew of `header`, by which the caller had read it in a life of the log that is over. `by` is null where the caller
   * signed that one. Everything else, also a dossier whose `header` stands in the log, is `not-allowed`.
   */
  'generations/begun': {
    session: true,
    request: v.strictObject({ space: id32, header: bytesUpTo(LIMITS.generation) }),
    reply: v.strictObject({ by: v.nullable(id16), known: v.boolean() }),
  },

  /**
   * What other spaces share with one of the caller's: `position` is the last of each dossier that is to be had, `seen`
   * whether its end was acknowledged. Continues after an item (owner and dossier, 48 bytes; empty for the first page).
   * With the first page come the introduced spaces that have introduced this one too, and the last act of their charters.
   */
  'shares/list': {
    session: true,
    request: v.strictObject({ space: id32, after: bytesUpTo(48, 0) }),
    reply: v.strictObject({
      shares: listOf(
        v.strictObject({
          owner: id32,
          dossier: id16,
          position: count,
          /** The life of the owner's log: another one is read from its start. */
          log: id16,
          ended: v.boolean(),
          seen: v.boolean(),
        }),
        LIMITS.sharesPerPage,
      ),
      more: v.boolean(),
      peers: listOf(v.strictObject({ space: id32, seq: small }), LIMITS.peersPerSpace),
    }),
  },
  /**
   * A shared dossier after a position of its owner's log. Of one that was taken back only the headers, up to the one that
   * ended it: they prove the end.
   */
  'shares/pull': {
    session: true,
    request: v.strictObject({ space: id32, owner: id32, dossier: id16, after: count, limit: page }),
    reply: v.strictObject({
      items: listOf(logItem, LIMITS.itemsPerPull),
      position: count,
      more: v.boolean(),
    }),
  },
  /**
   * Entries by the recipient's members into the owner's log, under the dossier's newest generation. After the end a few
   * small ones under the last that was granted. Repeating is safe.
   */
  'shares/append': {
    session: true,
    request: v.strictObject({
      space: id32,
      owner: id32,
      dossier: id16,
      entries: v.pipe(
        v.array(v.strictObject({ g: small, id: id32, sealed: bytesUpTo(LIMITS.entry) })),
        v.minLength(1),
        v.maxLength(LIMITS.entriesPerAppend),
      ),
    }),
    reply: v.strictObject({ position: count }),
  },

  /**
   * Announces a blob of `chunks` sealed chunks; answers which are already there, so an upload resumes. Its dossier's
   * first generation must be stored before (`generation-unknown` otherwise), so that it is known who may read it.
   */
  'blobs/begin': {
    session: true,
    request: v.strictObject({
      space: id32,
      dossier: id16,
      blob: id16,
      chunks: v.pipe(count, v.minValue(1), v.maxValue(LIMITS.blobChunks)),
    }),
    /** Bitmap, one byte a chunk: 1 where the chunk is stored. */
    reply: v.strictObject({ stored: bytesUpTo(LIMITS.blobChunks), complete: v.boolean() }),
  },
  'blobs/put': {
    session: true,
    request: v.strictObject({
      space: id32,
      blob: id16,
      index: small,
      sealed: bytesUpTo(LIMITS.blobChunk, 17),
    }),
    reply: v.strictObject({ complete: v.boolean() }),
  },
  'blobs/get': {
    session: true,
    request: v.strictObject({ space: id32, blob: id16, index: small }),
    reply: v.strictObject({ sealed: bytesUpTo(LIMITS.blobChunk, 17), chunks: small }),
  },
  /**
   * Destroys files of a dossier for good, for keyholders who may read it: nothing is given or taken under their numbers any more.
   * A number of which nothing is here is noted all the same; one of another dossier is left. `said` as for `dossiers/erase`.
   */
  'blobs/erase': {
    session: true,
    request: v.strictObject({
      space: id32,
      dossier: id16,
      blobs: listOf(id16, LIMITS.blobsPerErase),
      said: id32,
    }),
    reply: empty,
  },

  /** Opens a mailbox for the answer to an introduction link that a keyholder made. */
  'introductions/open': {
    session: true,
    request: v.strictObject({ space: id32, introduction: id16 }),
    reply: empty,
  },
  /** The other space's sealed answer; once. */
  'introductions/answer': {
    session: true,
    request: v.strictObject({
      space: id32,
      introduction: id16,
      sealed: bytesUpTo(LIMITS.introductionAnswer),
    }),
    reply: empty,
  },
  'introductions/read': {
    session: true,
    request: v.strictObject({ space: id32, introduction: id16 }),
    reply: v.strictObject({ sealed: v.nullable(bytesUpTo(LIMITS.introductionAnswer)) }),
  },
  /** The charter of a space that opened an introduction, for the holder of its link. */
  'introductions/charter': {
    session: true,
    request: v.strictObject({ space: id32, introduction: id16, from: small }),
    reply: v.strictObject({ acts: listOf(bytesUpTo(LIMITS.charterAct), 1000), more: v.boolean() }),
  },

  /** What a visitor checks an open door by: see `readDoor` of sealing. `not-found` where none is open. */
  'doors/read': {
    session: false,
    request: v.strictObject({ space: id32 }),
    reply: v.strictObject({ acts: listOf(bytesUpTo(LIMITS.charterAct), LIMITS.doorActs), day: count }),
  },
  /** Publishes a survey, so that two can sign for it: it is readable to whoever asks for it by its SHA-256. Repeating is safe. */
  'surveys/put': {
    session: true,
    request: v.strictObject({ space: id32, survey: bytesUpTo(LIMITS.survey) }),
    reply: v.strictObject({ hash: id32 }),
  },
  /** For members, whether or not it is asked at the door. */
  'surveys/get': {
    session: true,
    request: v.strictObject({ space: id32, hash: id32 }),
    reply: v.strictObject({ survey: bytesUpTo(LIMITS.survey) }),
  },
  /** For whoever answers: a survey that is asked at the open door, `not-found` otherwise. */
  'surveys/read': {
    session: false,
    request: v.strictObject({ space: id32, hash: id32 }),
    reply: v.strictObject({ survey: bytesUpTo(LIMITS.survey) }),
  },
  /**
   * Codes of a survey, by the SHA-256 of each, under the hash of the key that the survey names; with the key's secret where it is new.
   * Repeating is safe.
   */
  'codes/put': {
    session: true,
    request: v.strictObject({
      space: id32,
      key: id32,
      secret: v.nullable(bytesUpTo(LIMITS.codeSecret)),
      codes: listOf(id32, LIMITS.codesAtOnce),
    }),
    reply: empty,
  },
  /** How many codes there are, and how many were changed: for members. */
  'codes/count': {
    session: true,
    request: v.strictObject({ space: id32, key: id32 }),
    reply: v.strictObject({ all: count, used: count }),
  },
  /** Changes a code, once, for a signature of what the server cannot see (RFC 9474). Repeated with the same it answers the same. */
  'codes/change': {
    session: false,
    request: v.strictObject({ space: id32, key: id32, code: id32, blinded: bytes(LIMITS.codeSignature) }),
    reply: v.strictObject({ signature: bytes(LIMITS.codeSignature) }),
  },
  /**
   * One piece of a sealed letter, from whoever. Each piece but the last has `LIMITS.letterPiece` bytes. Repeating is safe; `stored`
   * has a byte for each piece, 1 where it is there, so that a broken sending goes on. Sent whole, it stands once.
   */
  'letters/put': {
    session: false,
    request: v.strictObject({
      space: id32,
      letter: id16,
      epoch: v.pipe(small, v.minValue(1)),
      piece: small,
      pieces: v.pipe(small, v.minValue(1), v.maxValue(LIMITS.letterPieces)),
      sealed: bytesUpTo(LIMITS.letterPiece),
    }),
    reply: v.strictObject({ stored: bytesUpTo(LIMITS.letterPieces), complete: v.boolean() }),
  },
  /** Letters that came whole, in the order in which they did, after one: for members. */
  'letters/list': {
    session: true,
    request: v.strictObject({ space: id32, after: count }),
    reply: v.strictObject({
      letters: listOf(
        v.strictObject({ number: count, letter: id16, epoch: small, pieces: small, day: count }),
        LIMITS.lettersPerPage,
      ),
      more: v.boolean(),
    }),
  },
  'letters/get': {
    session: true,
    request: v.strictObject({ space: id32, letter: id16, piece: small }),
    reply: v.strictObject({ sealed: bytesUpTo(LIMITS.letterPiece) }),
  },
  /** A sealed reply into the mailbox that a letter named. The first under its id stays: repeating is safe. */
  'replies/put': {
    session: true,
    request: v.strictObject({
      space: id32,
      reply: id16,
      address: id16,
      verifier: id32,
      sealed: bytes(LIMITS.reply),
    }),
    reply: empty,
  },
  /**
   * The newest replies of a mailbox, filled up to a fixed count by what nobody can open: as long, and as many, whether something
   * waits, or there is such a mailbox, or the signature is right. A mailbox is one organisation's: what members of others put under
   * the same address stands in a mailbox of theirs, where nobody asks for it.
   */
  'mailboxes/poll': {
    session: false,
    request: v.strictObject({ space: id32, address: id16, day: count, signature: bytes(64) }),
    reply: v.strictObject({ slots: listOf(bytes(LIMITS.reply), LIMITS.mailboxSlots) }),
  },

  /** The server's public key for Web Push (RFC 8292), an uncompressed P-256 point; null where it wakes nobody. */
  'push/key': { session: true, request: empty, reply: v.strictObject({ key: v.nullable(bytes(65)) }) },
  /** This device wants to be woken: what its browser gave for it (RFC 8291). Again with the same address: renewed. */
  'push/subscribe': {
    session: true,
    request: v.strictObject({ endpoint, p256dh: bytes(65), auth: bytes(16) }),
    reply: empty,
  },
  'push/unsubscribe': { session: true, request: v.strictObject({ endpoint }), reply: empty },
  /** Members of the space with a device that wants to be woken: for nobody else is a timer worth setting. */
  'push/listeners': {
    session: true,
    request: v.strictObject({ space: id32 }),
    reply: v.strictObject({ accounts: listOf(id16, LIMITS.membersPerSpace) }),
  },

  /**
   * Wakes these members at that time. The server is not told what for. A timer is its setter's: one that the caller has set
   * already is set anew, and nobody else's is touched. Nobody is woken twice for one timer, whoever set it, unless they
   * were woken too early the first time.
   */
  'timers/set': {
    session: true,
    request: v.strictObject({
      space: id32,
      timers: listOf(
        v.strictObject({
          timer: id16,
          at: quarter,
          accounts: v.pipe(v.array(id16), v.minLength(1), v.maxLength(LIMITS.accountsPerTimer)),
        }),
        LIMITS.timersPerCall,
      ),
    }),
    reply: empty,
  },
  /** Takes back what the caller has set of these, and wakes the caller for none of them that others set before `position`. */
  'timers/clear': {
    session: true,
    request: v.strictObject({ space: id32, position: count, timers: listOf(id16, LIMITS.timersPerCall) }),
    reply: empty,
  },
  /** Of what others had set when the log reached to `position`, the caller is woken for these timers and for no others. */
  'timers/only': {
    session: true,
    request: v.strictObject({ space: id32, position: count, timers: listOf(id16, LIMITS.timersPerMember) }),
    reply: empty,
  },
} as const;

export type RouteName = keyof typeof ROUTES;
export type Request<R extends RouteName> = v.InferOutput<(typeof ROUTES)[R]['request']>;
export type Reply<R extends RouteName> = v.InferOutput<(typeof ROUTES)[R]['reply']>;
export type LogItem = v.InferOutput<typeof logItem>;

/**
 * Live nudges: `POST /api/nudges` with a bearer token and an empty body answers with a stream of lines, one
 * JSON array of base64url space ids that have something new, or `[]` as a heartbeat every 25 seconds.
 */
export const NUDGES_PATH = '/api/nudges';
export const NUDGE_HEARTBEAT = 25_000;
