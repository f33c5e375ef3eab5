import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { bytesUpTo, count, day, small, listOf, id16, id32, empty } from './parts.ts';

const page = v.pipe(count, v.minValue(1), v.maxValue(LIMITS.itemsPerPull));

const pageBytes = v.optional(v.pipe(count, v.minValue(1), v.maxValue(LIMITS.bytesPerPull)));

/** One thing in a space's log, in the order of its position. */
export const logItem = v.variant('t', [
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

/** What is written, in the order in which it came, and who has it. */
export const LOG = {
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
        v.strictObject({ dossier: id16, by: v.nullable(id16), day: v.nullable(day) }),
        LIMITS.erasedTold,
      ),
      files: listOf(v.strictObject({ dossier: id16, blob: id16, by: id16, day }), LIMITS.erasedTold),
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
} as const;
