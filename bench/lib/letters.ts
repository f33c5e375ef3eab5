import { randomBytes } from 'node:crypto';
import http from 'node:http';
import { encodeBody, LIMITS } from '@dayaq/protocol';

/** A letter of words, as its smallest bucket makes it: no server can tell sealed bytes from random ones. */
const SEALED = LIMITS.reply;

export interface SentLetter {
  readonly letter: Uint8Array;
  readonly body: Uint8Array;
}

/** Bodies of letters to one door, each under a number of its own. */
export function lettersTo(space: Uint8Array, count: number): SentLetter[] {
  return Array.from({ length: count }, () => {
    const letter = randomBytes(16);
    const body = encodeBody({ space, letter, epoch: 1, piece: 0, pieces: 1, sealed: randomBytes(SEALED) });
    return { letter, body };
  });
}

/** Posts a letter as a visitor's page does; whether the server says that it stands. */
export function postLetter(agent: http.Agent, url: string, body: Uint8Array): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/cbor',
      'content-length': body.length,
      'dayaq-protocol': '1',
    };
    const request = http.request(`${url}/api/letters/put`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode === 200));
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Sends letters by so many clients at once, each in its turn; answers those that stand. */
export async function sendAll(
  url: string,
  letters: readonly SentLetter[],
  clients: number,
): Promise<SentLetter[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const stand: SentLetter[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let one = letters[next++]; one !== undefined; one = letters[next++])
        if (await postLetter(agent, url, one.body).catch(() => false)) stand.push(one);
    }),
  );
  agent.destroy();
  return stand;
}
