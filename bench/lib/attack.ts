/** Strangers, in a process of their own: keeps many connections to one server wanted until it is told to stop. Loopback only. */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export interface Attack {
  port: number;
  /** Connections wanted at a time, and new ones in a second at most. */
  connections: number;
  perSecond: number;
  /** Sends each as another home of this /48, by the header that a proxy would write; otherwise all come from one address. */
  site: string | null;
  /** The member whose number they know, in hex. */
  account: string;
}

/** What an attack came to, told when it ends. Before that it says `tried` when it has tried as many as are wanted. */
export interface Attacked {
  opened: number;
  mostOpen: number;
}

const attack = JSON.parse(process.argv[2] ?? '') as Attack;
const TICK = 50;
const open = new Set<Socket>();
let opened = 0;
let mostOpen = 0;
let told = false;

const head = (path: string, headers: string[]): string =>
  [`POST /api/${path} HTTP/1.1`, 'Host: dayaq.example', 'Content-Type: application/cbor', ...headers].join(
    '\r\n',
  );
const bytesOf = (hex: string): Buffer => Buffer.from(hex, 'hex');

/** A body of `sessions/open` for the member, with a challenge and a signature that are nobody's. */
function attempt(): Buffer {
  const text = (name: string): Buffer =>
    Buffer.concat([Buffer.from([0x60 + name.length]), Buffer.from(name)]);
  return Buffer.concat([
    Buffer.from([0xa3]),
    ...[text('account'), Buffer.from([0x50]), bytesOf(attack.account)],
    ...[text('challenge'), Buffer.from([0x58, 32]), randomBytes(32)],
    ...[text('signature'), Buffer.from([0x58, 64]), randomBytes(64)],
  ]);
}

/** What a connection sends; null is nothing at all. */
function words(nth: number): Buffer | null {
  const from =
    attack.site === null ? [] : [`X-Forwarded-For: ${attack.site}:${(nth % 65_536).toString(16)}::1`];
  const bogus = `Authorization: Bearer ${randomBytes(32).toString('base64url')}`;
  const body = attempt();
  switch (nth % 6) {
    case 0:
      return Buffer.concat([
        Buffer.from(`${head('server/hello', [...from, 'Content-Length: 4000'])}\r\n\r\n`),
        Buffer.alloc(3000),
      ]);
    case 1:
      return Buffer.concat([
        Buffer.from(`${head('entries/append', [...from, bogus, 'Content-Length: 2000000'])}\r\n\r\n`),
        Buffer.alloc(64 * 1024),
      ]);
    case 2:
      return Buffer.concat([
        Buffer.from(`${head('sessions/open', [...from, `Content-Length: ${body.length}`])}\r\n\r\n`),
        body,
      ]);
    case 3:
      return Buffer.from(`${head('nudges', [...from, bogus, 'Content-Length: 0'])}\r\n\r\n`);
    case 4:
      return Buffer.from(head('server/hello', [...from, 'X-Half: ']));
    default:
      return null;
  }
}

function another(): void {
  const nth = opened++;
  const socket = connect(attack.port, '127.0.0.1');
  open.add(socket);
  socket.on('error', () => undefined);
  socket.on('close', () => open.delete(socket));
  socket.on('connect', () => {
    mostOpen = Math.max(mostOpen, open.size);
    const said = words(nth);
    if (said) socket.write(said);
  });
  // A third take no answer from the wire; the others come again as soon as they are cut.
  if (nth % 3 === 0) socket.pause();
  else socket.resume();
}

const timer = setInterval(() => {
  if (!told && opened >= attack.connections) {
    told = true;
    process.send?.('tried');
  }
  const wanted = Math.min(attack.connections - open.size, (attack.perSecond * TICK) / 1000);
  for (let i = 0; i < wanted; i++) another();
}, TICK);
const stop = (): void => {
  clearInterval(timer);
  for (const socket of open) socket.destroy();
  const done: Attacked = { opened, mostOpen };
  process.send?.(done, () => process.exit(0));
};
process.on('message', stop);
process.on('disconnect', () => process.exit(0));
