import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Sent {
  path: string;
  /** Status line, headers and body, as they went over the wire. */
  bytes: number;
  /** Asked for by a service worker that lays files up, not by a page or its Worker. */
  laidUp: boolean;
}

export interface CountingProxy {
  url: string;
  sent: Sent[];
  close(): Promise<void>;
}

/** Stands before a server and counts what it sends, whoever in the browser asks. */
export async function countingProxy(to: string): Promise<CountingProxy> {
  const sent: Sent[] = [];
  const target = new URL(to);
  const proxy = http.createServer((request, response) => {
    const { method, headers, url = '/' } = request;
    const asked = http.request(
      { host: '127.0.0.1', port: target.port, method, path: url, headers },
      (answer) => {
        const head = `HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}\r\n`;
        const record: Sent = {
          path: url,
          bytes: head.length + answer.rawHeaders.reduce((sum, text) => sum + text.length + 2, 2),
          laidUp: headers['sec-fetch-dest'] === 'empty' && headers['cache-control'] === 'no-cache',
        };
        sent.push(record);
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.on('data', (part: Buffer) => {
          record.bytes += part.length;
        });
        answer.pipe(response);
      },
    );
    asked.on('error', () => response.destroy());
    request.pipe(asked);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', () => resolve()));
  return {
    url: `http://localhost:${(proxy.address() as AddressInfo).port}`,
    sent,
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}
