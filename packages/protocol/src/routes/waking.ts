import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { bytes, count, listOf, id16, id32, empty } from './parts.ts';

/** As browsers spell an address: letters beyond ASCII stand in it as others. */
const endpoint = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.pushEndpoint), v.regex(/^[!-~]+$/));

/** A moment to wake somebody, in milliseconds: a whole quarter of an hour, so that it says little. */
const quarter = v.pipe(
  count,
  v.maxValue(LIMITS.timerStep * (2 ** 31 - 1)),
  v.check((at) => at % LIMITS.timerStep === 0),
);

/** Whom to wake, and when; never what for. */
export const WAKING = {
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
