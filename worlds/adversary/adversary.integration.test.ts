/**
 * Threat: a server that lies as it likes, with an insider's help, over a long time. What it does is generated; what must hold
 * is in `properties.ts`. More games, and longer ones: `npm run adversary`.
 */
import type { RunningServer } from '@dayaq/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRealServer } from './arena.ts';
import { type Found, playGame } from './game.ts';
import { moveText, movesOf } from './moves.ts';

const LENGTH = 30;
/** Milliseconds: a game on a busy machine. */
const PATIENCE = 240_000;

let real: { server: RunningServer; stop(): Promise<void> };
beforeAll(async () => {
  real = await startRealServer();
});
afterAll(() => real.stop());

const told = (found: Found): string =>
  [found.detail, `after ${found.moves.length} moves:`, ...found.moves.map(moveText)].join('\n');

describe('a lying server and an insider', () => {
  it.each([1, 2, 3])(
    'read nothing, split nobody in silence and lose nothing in the game of seed %i',
    async (seed) => {
      const found = await playGame(real.server, movesOf(seed, LENGTH));
      expect(found === null ? null : told(found)).toBeNull();
    },
    PATIENCE,
  );
});
