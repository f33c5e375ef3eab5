import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { bytes, bytesUpTo, count, day, id16, id32, empty } from './parts.ts';

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

/** What this server is, who one is to it, and coming in. */
export const ACCOUNTS = {
  /**
   * What a client needs before anything else: is this a Dayaq server, which protocol does it speak, and which one is it.
   * `server` is random, made once and kept in backups. `day` is today by the server's clock, counted from 1970.
   */
  'server/hello': {
    session: false,
    request: empty,
    reply: v.strictObject({ protocol: count, name: v.literal('dayaq'), server: id16, day }),
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
} as const;
