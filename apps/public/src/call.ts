import type { Reply, Request, RouteName } from '@dayaq/protocol';
import { CONTENT_TYPE, decodeBody, encodeBody, PROTOCOL_VERSION, type Refusal } from '@dayaq/protocol/wire';

export type Called<R extends RouteName> =
  | { readonly ok: true; readonly value: Reply<R> }
  /** `offline`: nobody answered, or not for us; try again. `version-mismatch`: this page is older than the server. */
  | { readonly ok: false; readonly error: string };

/** Milliseconds after which an answer is not waited for any more. */
const PATIENCE = 60_000;

/** Calls one route of the server that gave this page; by a relative address, keeping and telling nothing. */
export async function call<R extends RouteName>(
  route: R,
  request: Request<R>,
  signal?: AbortSignal,
): Promise<Called<R>> {
  const limit = AbortSignal.timeout(PATIENCE);
  try {
    const response = await fetch(new URL(`../../../api/${route}`, location.href), {
      method: 'POST',
      headers: { 'content-type': CONTENT_TYPE, 'dayaq-protocol': String(PROTOCOL_VERSION) },
      body: encodeBody(request),
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
    });
    const body = decodeBody(new Uint8Array(await response.arrayBuffer()));
    if (response.ok) return { ok: true, value: body as Reply<R> };
    const { error } = body as Refusal;
    return { ok: false, error: error === 'rate-limited' || error === 'unavailable' ? 'offline' : error };
  } catch {
    return { ok: false, error: 'offline' };
  }
}
