import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { bytesUpTo, count, small, listOf, id16, id32, empty } from './parts.ts';

/** Spaces, their charter and keys, and which other spaces they know. */
export const TEAM = {
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
} as const;
