import { connect, type Socket } from 'node:net';

/** A connection on which anything may be sent. */
export interface Raw {
  socket: Socket;
  /** What came back so far. */
  read(): string;
  /** Milliseconds from now until the server ended the connection. */
  ended(): Promise<number>;
}

/** Connects to a server and writes these bytes at once. */
export function rawly(url: string, first: string | Uint8Array = ''): Promise<Raw> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    let got = '';
    const socket = connect(Number(port), '127.0.0.1');
    const closed = new Promise<void>((done) => socket.once('close', () => done()));
    socket.on('data', (data) => (got += data.toString('latin1')));
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.on('error', () => undefined);
      if (first.length > 0) socket.write(first);
      const ended = async (): Promise<number> => {
        const from = performance.now();
        await closed;
        return performance.now() - from;
      };
      resolve({ socket, read: () => got, ended });
    });
  });
}

/** The head of a call of a route. */
export function head(route: string, headers: readonly string[]): string {
  const lines = [`POST /api/${route} HTTP/1.1`, 'Host: dayaq.example', 'Content-Type: application/cbor'];
  return `${[...lines, ...headers].join('\r\n')}\r\n\r\n`;
}

/** The header that says who is signed in. */
export function bearer(token: Uint8Array | null): string {
  return `Authorization: Bearer ${Buffer.from(token ?? []).toString('base64url')}`;
}
