import type { Request, RouteName } from '@dayaq/protocol';
import type { Transport } from '../../packages/vault/src/adapters.ts';
import { fetchTransport } from '../../packages/vault/src/transport.ts';

/** Passes a call on to the true server, perhaps another one than was asked, and answers what it said; null: refused. */
export type Pass = (request?: Record<string, unknown>) => Promise<Record<string, unknown> | null>;

/** What a server does with a call: an answer of its own, or undefined to pass it on as it is. */
export type Forge = (
  route: RouteName,
  request: Record<string, unknown>,
  pass: Pass,
) => Promise<Record<string, unknown> | undefined>;

/** A server that answers what it likes: `lie.forge` sees each call first. Honest while it is null. */
export function hostileTransport(origin: string, lie: { forge: Forge | null }): Transport {
  const honest = fetchTransport(origin);
  return {
    ...honest,
    async call<R extends RouteName>(route: R, request: Request<R>, token: Uint8Array | null) {
      if (lie.forge !== null) {
        const given = request as Record<string, unknown>;
        const pass: Pass = async (other = given) => {
          const answer = await honest.call(route, other as Request<R>, token);
          return answer.ok ? (answer.value as Record<string, unknown>) : null;
        };
        const forged = await lie.forge(route, given, pass);
        if (forged !== undefined) return { ok: true, value: forged as never };
      }
      return honest.call(route, request, token);
    },
  };
}
