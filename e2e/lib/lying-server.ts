import { createServer, request, type IncomingMessage, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { decodeBody, encodeBody, type Reply } from '@dayaq/protocol';

type Page = Reply<'entries/pull'>;

/** What this server shows of the log to whoever comes through it. */
type Lie =
  | { show: 'all' }
  /** Nothing behind a position, as if nobody had written since. */
  | { show: 'up to'; position: number }
  /** Everything but one item. */
  | { show: 'all but'; position: number };

/** Stands before a real server, under an address of its own, and passes everything on but what it hides of the log. */
export class LyingServer {
  readonly #http: HttpServer;
  readonly #behind: URL;
  #lie: Lie = { show: 'all' };
  #shown = 0;

  private constructor(behind: string) {
    this.#behind = new URL(behind);
    this.#http = createServer((asked, answer) => {
      const { hostname, port } = this.#behind;
      const passed = request(
        {
          hostname,
          port,
          method: asked.method,
          path: asked.url,
          // Compressed, an answer could not be read on the way.
          headers: { ...asked.headers, host: this.#behind.host, 'accept-encoding': 'identity' },
        },
        (came) => {
          if (asked.url !== '/api/entries/pull' || came.statusCode !== 200) {
            answer.writeHead(came.statusCode ?? 502, came.headers);
            came.pipe(answer);
            return;
          }
          void this.#forged(came).then((body) => {
            answer.writeHead(200, { ...came.headers, 'content-length': body.length });
            answer.end(body);
          });
        },
      );
      passed.on('error', () => answer.destroy());
      answer.on('close', () => passed.destroy());
      asked.pipe(passed);
    });
  }

  static async before(behind: string): Promise<LyingServer> {
    const server = new LyingServer(behind);
    await new Promise<void>((listening) => server.#http.listen(0, 'localhost', listening));
    return server;
  }

  get url(): string {
    return `http://localhost:${(this.#http.address() as AddressInfo).port}`;
  }

  /** The last position that was shown. */
  get shown(): number {
    return this.#shown;
  }

  /** A link of the server behind it, led through this one. */
  through(link: string): string {
    return link.replace(this.#behind.origin, this.url);
  }

  /** The same backwards. */
  past(link: string): string {
    return link.replace(this.url, this.#behind.origin);
  }

  /** From now on nothing new is shown. */
  withhold(): void {
    this.#lie = { show: 'up to', position: this.#shown };
  }

  /** Shows everything again, but for the first item that was withheld. */
  hideOne(): void {
    this.#lie = { show: 'all but', position: this.#shown + 1 };
  }

  close(): Promise<void> {
    this.#http.closeAllConnections();
    return new Promise((done) => this.#http.close(() => done()));
  }

  async #forged(came: IncomingMessage): Promise<Uint8Array> {
    const page = decodeBody(await buffer(came)) as Page;
    const lie = this.#lie;
    if (lie.show === 'up to') {
      const items = page.items.filter(({ p }) => p <= lie.position);
      return encodeBody({ ...page, items, position: Math.min(page.position, lie.position), more: false });
    }
    if (lie.show === 'all but') {
      const items = page.items.filter(({ p }) => p !== lie.position);
      return encodeBody({ ...page, items });
    }
    this.#shown = Math.max(this.#shown, page.position);
    return encodeBody(page);
  }
}
