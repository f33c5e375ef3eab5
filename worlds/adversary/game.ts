import type { RunningServer } from '@dayaq/server';
import { type Arena, openArena, type Player } from './arena.ts';
import { noteKeys } from './insider.ts';
import { type Move, play } from './moves.ts';
import {
  allComeTogether,
  Broken,
  nobodyReads,
  nobodyThrew,
  nothingContradicts,
  sameIsSame,
} from './properties.ts';

/** How a game went wrong: after which of its moves, and what did not hold. */
export interface Found {
  /** The moves up to there. */
  moves: Move[];
  property: string;
  detail: string;
}

/** Plays a game to its end; null: everything held. */
export async function playGame(server: RunningServer, moves: readonly Move[]): Promise<Found | null> {
  const arena = await openArena(server);
  noteKeys(arena.insider.engine, arena.ear);
  try {
    for (const [i, move] of moves.entries()) {
      arena.step = i + 1;
      const found = await watched(async () => judge(arena, await play(arena, move)));
      if (found !== null) return { moves: moves.slice(0, i + 1), ...found };
    }
    arena.step = moves.length + 1;
    const found = await watched(async () => {
      await allComeTogether(arena);
      await judge(arena, arena.honest);
      await sameIsSame(arena);
    });
    return found === null ? null : { moves: [...moves], ...found };
  } finally {
    await arena.close();
  }
}

async function judge(arena: Arena, players: readonly Player[]): Promise<void> {
  await nobodyReads(arena, players);
  for (const player of players) {
    await nobodyThrew(player);
    await nothingContradicts(arena, player);
  }
  if (players.length > 1) await sameIsSame(arena);
}

async function watched(work: () => Promise<void>): Promise<{ property: string; detail: string } | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Broken) return { property: error.property, detail: error.message };
    return { property: 'threw', detail: error instanceof Error ? (error.stack ?? error.message) : 'unknown' };
  }
}

/** Leaves out moves while the same property still breaks, until none can go or the time is over. */
export async function smallest(server: RunningServer, found: Found, until: number): Promise<Found> {
  let best = found;
  for (let size = Math.ceil(best.moves.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < best.moves.length; ) {
      if (Date.now() > until) return best;
      const fewer = best.moves.filter((_, i) => i < from || i >= from + size);
      const again = await playGame(server, fewer);
      if (again?.property === found.property) best = again;
      else from += size;
    }
  }
  return best;
}
