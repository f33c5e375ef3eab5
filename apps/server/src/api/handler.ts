import type { Reply, Request, RouteName, ROUTES } from '@dayaq/protocol';
import type { Parts } from '../parts.ts';
import type { Refused } from '../refused.ts';

export interface Session {
  account: Uint8Array;
  tokenHash: Uint8Array;
}

type NeedsSession<R extends RouteName> = (typeof ROUTES)[R]['session'];

/** What a handler knows of the call apart from its body: nothing of who is on the other end of the wire. */
export type Call<R extends RouteName> =
  NeedsSession<R> extends true
    ? { parts: Parts; session: Session }
    : {
        parts: Parts;
        /** Counts a letter that begins: the milliseconds to wait, 0 to go on. */
        begins: () => number;
        /** What is left is done by somebody else who takes turns with strangers: this call gives its own turn back. */
        leave: () => void;
      };

/** A route's handler: a validated body in, the reply or a refusal out. Anything thrown is `internal` or `unavailable`. */
export type Handler<R extends RouteName> = (body: Request<R>, call: Call<R>) => Promise<Reply<R> | Refused>;
