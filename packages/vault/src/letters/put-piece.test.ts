/** Threat: a server that says that its door is in flood, and asks for work without end, so that a member's device does nothing else. */
import { LETTER_WORK } from '@dayaq/sealing';
import { expect, test } from 'vitest';
import type { Transport } from '../adapters.ts';
import type { Unlocked } from '../unlocked.ts';
import { putPiece } from './put-piece.ts';

const id = (length: number): Uint8Array => new Uint8Array(length).fill(1);
const piece = { space: id(32), letter: id(16), epoch: 1, piece: 0, pieces: 1, sealed: id(64) };

/** A device at a server that wants so much of each part, with what it was asked, in order. */
function deviceAsked(tries: number) {
  const calls: string[] = [];
  const call: Transport['call'] = (route) => {
    calls.push(route);
    const answer =
      route === 'letters/work'
        ? { ok: true, value: { slot: 1, tries, challenge: id(32) } }
        : { ok: false, failure: { code: 'server-refuses' }, code: 'work-wanted' };
    return Promise.resolve(answer as never);
  };
  const unlocked = {
    alive: true,
    server: { transport: { call } },
    around: { later: (_: number, go: () => void) => queueMicrotask(go) },
  };
  return { unlocked: unlocked as unknown as Unlocked, calls };
}

test.each([0, 1.5, LETTER_WORK.mostTries + 1, 2 ** 31 - 1])(
  'no work is begun where %d tries are asked for',
  async (tries) => {
    const { unlocked, calls } = deviceAsked(tries);
    expect(await putPiece(unlocked, piece as never)).toMatchObject({ ok: false, code: 'server-lies' });
    expect(calls).toEqual(['letters/put', 'letters/work']);
  },
);

test('who is refused with what was asked for has worked once, and goes on', async () => {
  const { unlocked, calls } = deviceAsked(1);
  expect(await putPiece(unlocked, piece as never)).toMatchObject({ ok: false, code: 'work-wanted' });
  expect(calls).toEqual(['letters/put', 'letters/work', 'letters/put']);
});
