import {
  CONTENT_TYPE,
  decodeBody,
  encodeBody,
  type Refusal,
  type Reply,
  type Request,
  type RouteName,
} from '@dayaq/protocol';

/** What a call answered: the reply, or the refusal's code. */
export type Answered<R extends RouteName> =
  | { ok: true; value: Reply<R> }
  | { ok: false; status: number; refusal: Refusal };

export interface Client {
  url: string;
  token: Uint8Array | null;
}

/** Calls one route over HTTP. */
export async function call<R extends RouteName>(
  client: Client,
  route: R,
  body: Request<R>,
): Promise<Answered<R>> {
  const response = await fetch(`${client.url}/api/${route}`, {
    method: 'POST',
    headers: {
      'content-type': CONTENT_TYPE,
      ...(client.token ? { authorization: `Bearer ${Buffer.from(client.token).toString('base64url')}` } : {}),
    },
    body: encodeBody(body),
  });
  const answer = decodeBody(new Uint8Array(await response.arrayBuffer()));
  if (response.ok) return { ok: true, value: answer as Reply<R> };
  return { ok: false, status: response.status, refusal: answer as Refusal };
}

/** The reply; throws when the server refused. */
export async function must<R extends RouteName>(
  client: Client,
  route: R,
  body: Request<R>,
): Promise<Reply<R>> {
  const answered = await call(client, route, body);
  if (!answered.ok)
    throw new Error(`${route} was refused: ${answered.refusal.error} ${answered.refusal.detail ?? ''}`);
  return answered.value;
}

/** The error code; throws when the server did not refuse. */
export async function refusal<R extends RouteName>(
  client: Client,
  route: R,
  body: Request<R>,
): Promise<string> {
  const answered = await call(client, route, body);
  if (answered.ok) throw new Error(`${route} was not refused`);
  return answered.refusal.error;
}
