import type { RouteName } from '@dayaq/protocol';
import type { CallOutcome } from '../adapters.ts';
import type { Outcome, PushAddress } from '../client.ts';
import { done, success } from '../failure.ts';
import type { Server } from '../server.ts';

function nothing<R extends RouteName>(answer: CallOutcome<R>): Outcome<null> {
  return answer.ok ? done : { ok: false, failure: answer.failure };
}

/** The server's key for Web Push; null where it wakes nobody. */
export async function pushKey(server: Server): Promise<Outcome<Uint8Array | null>> {
  const answer = await server.call('push/key', {});
  return answer.ok ? success(answer.value.key) : { ok: false, failure: answer.failure };
}

export async function turnPushOn(
  server: Server,
  { endpoint, p256dh, auth }: PushAddress,
): Promise<Outcome<null>> {
  return nothing(await server.call('push/subscribe', { endpoint, p256dh, auth }));
}

export async function turnPushOff(server: Server, endpoint: string): Promise<Outcome<null>> {
  return nothing(await server.call('push/unsubscribe', { endpoint }));
}
