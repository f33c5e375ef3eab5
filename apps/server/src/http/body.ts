import { CONTENT_TYPE, decodeBody, LIMITS } from '@dayaq/protocol';
import { type Refused, refuse } from '../refused.ts';

/** Reads a request's bytes, never more than `max`: what is announced or sent beyond that is refused unread. */
async function readBytes(request: Request, max: number): Promise<Uint8Array | Refused> {
  if (Number(request.headers.get('content-length') ?? 0) > max) return refuse('too-large');
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > max) return refuse('too-large');
    chunks.push(chunk);
  }
  const [only] = chunks;
  return chunks.length === 1 && only ? only : Buffer.concat(chunks, size);
}

/** The decoded CBOR body of a request, wrapped so that a body can be any value. */
export async function readBody(request: Request): Promise<{ value: unknown } | Refused> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== CONTENT_TYPE) return refuse('wrong-type');
  const bytes = await readBytes(request, LIMITS.body);
  if (!(bytes instanceof Uint8Array)) return bytes;
  try {
    return { value: decodeBody(bytes) };
  } catch {
    return refuse('malformed', 'cbor');
  }
}
