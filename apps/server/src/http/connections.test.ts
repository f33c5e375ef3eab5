import { Server } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { Names } from './caller.ts';
import { type ConnectionBounds, Connections } from './connections.ts';

const PLENTY = { burst: 1e9, perSecond: 1e9 };
const BOUNDS: ConnectionBounds = { connections: 4, perHome: 3, perSite: 3, arrivals: PLENTY };

/** A server that listens nowhere, and connections that come to it from any address. */
function doorOf(bounds: Partial<ConnectionBounds> = {}, behindProxy = false) {
  let now = 0;
  const clock = () => now;
  const connections = new Connections(new Names(clock), behindProxy, { ...BOUNDS, ...bounds }, clock);
  const server = new Server();
  connections.watch(server);
  return {
    connections,
    from(address: string): Socket {
      const socket = new Socket();
      socket.on('error', () => undefined);
      Object.defineProperty(socket, 'remoteAddress', { value: address });
      server.emit('connection', socket);
      return socket;
    },
    after(milliseconds: number) {
      now += milliseconds;
    },
  };
}

const gone = (...sockets: Socket[]): boolean[] => sockets.map((socket) => socket.destroyed);

describe('when all connections are taken', () => {
  test('the eldest of the most crowded place gives one up', () => {
    const { from } = doorOf();
    const [one, crowd, crowded, further] = ['10.0.0.1', '10.0.0.2', '10.0.0.2', '10.0.0.3'].map(from) as [
      Socket,
      Socket,
      Socket,
      Socket,
    ];
    const late = from('10.0.0.4');
    expect(gone(one, crowd, crowded, further, late)).toEqual([false, true, false, false, false]);
  });

  test('homes of one network are one place', () => {
    const { from } = doorOf({ perHome: 2 });
    const alone = from('10.0.0.1');
    const homes = ['2001:db8:1:1::1', '2001:db8:1:2::1', '2001:db8:1:3::1'].map(from);
    const late = from('10.0.0.2');
    expect(gone(alone, ...homes, late)).toEqual([false, true, false, false, false]);
  });

  test('a member’s is never cut, and where all are members’ nobody else comes in', () => {
    const { from, connections } = doorOf();
    const members = ['10.0.0.2', '10.0.0.2', '10.0.0.3'].map(from);
    for (const socket of members) connections.known(socket);
    const stranger = from('10.0.0.1');
    const other = from('10.0.0.4');
    expect(gone(...members, stranger, other)).toEqual([false, false, false, true, false]);
    connections.known(other);
    expect(gone(from('10.0.0.5'), ...members, other)).toEqual([true, false, false, false, false]);
  });

  test('behind a proxy the eldest that is idle is cut', () => {
    const { from, connections } = doorOf({ perHome: 1, perSite: 1 }, true);
    const sockets = Array.from({ length: 4 }, () => from('10.0.0.1'));
    connections.begin(sockets[0] as Socket);
    from('10.0.0.1');
    expect(gone(...sockets)).toEqual([false, true, false, false]);
  });

  test('whoever went makes room by themselves', async () => {
    const { from } = doorOf();
    const sockets = ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'].map(from);
    const closed = new Promise((done) => sockets[0]?.once('close', done));
    sockets[0]?.destroy();
    await closed;
    expect(gone(from('10.0.0.5'), ...sockets.slice(1))).toEqual([false, false, false, false]);
  });
});

describe('one place', () => {
  test('has only so many connections, a home as a network', async () => {
    const { from } = doorOf({ connections: 100 });
    const home = ['10.0.0.1', '10.0.0.1', '10.0.0.1', '10.0.0.1'].map(from);
    expect(gone(...home)).toEqual([false, false, false, true]);
    const network = [1, 2, 3, 4].map((each) => from(`2001:db8:1:${each}::1`));
    expect(gone(...network, from('2001:db8:2:1::1'))).toEqual([false, false, false, true, false]);
    const closed = new Promise((done) => home[0]?.once('close', done));
    home[0]?.destroy();
    await closed;
    expect(gone(from('10.0.0.1'), from('10.0.0.1'))).toEqual([false, true]);
  });

  test('has only so many new ones in a while', () => {
    const { from, after } = doorOf({ connections: 100, perHome: 100, arrivals: { burst: 2, perSecond: 1 } });
    expect(gone(...['10.0.0.1', '10.0.0.1', '10.0.0.1', '10.0.0.2'].map(from))).toEqual([
      ...[false, false, true],
      false,
    ]);
    after(1000);
    expect(gone(from('10.0.0.1'), from('10.0.0.1'))).toEqual([false, true]);
  });
});

describe('on one connection', () => {
  test('two requests may be under way, and another when one has ended', () => {
    const { from, connections } = doorOf();
    const socket = from('10.0.0.1');
    expect([1, 2, 3].map(() => connections.begin(socket))).toEqual([true, true, false]);
    connections.end(socket);
    expect([1, 2].map(() => connections.begin(socket))).toEqual([true, false]);
  });

  test('that was refused none is', () => {
    const { connections } = doorOf();
    expect(connections.begin(new Socket())).toBe(false);
  });
});
