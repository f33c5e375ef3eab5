/**
 * A lying server and an insider against honest devices, over long random histories: `--seed N` the first game's seed,
 * `--rounds M` moves a game, `--minutes K` until no new game is begun, `--games G` at most so many. A game that goes wrong is
 * played again with fewer moves until none can be left out. The last line counts.
 */
import { parseArgs } from 'node:util';
import { startRealServer } from '../worlds/adversary/arena.ts';
import { playGame, smallest } from '../worlds/adversary/game.ts';
import { moveText, movesOf } from '../worlds/adversary/moves.ts';

const MINUTE = 60_000;
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '60' },
    minutes: { type: 'string', default: '10' },
    games: { type: 'string', default: '1000000' },
    shrink: { type: 'string', default: '10' },
  },
});
const [seed, rounds, minutes, games, shrink] = [
  values.seed,
  values.rounds,
  values.minutes,
  values.games,
  values.shrink,
].map(Number) as [number, number, number, number, number];

const { server, stop } = await startRealServer();
const end = Date.now() + minutes * MINUTE;
let played = 0;
let wrong = 0;
for (let i = 0; i < games && Date.now() < end; i++) {
  const from = Date.now();
  const found = await playGame(server, movesOf(seed + i, rounds));
  played++;
  const seconds = ((Date.now() - from) / 1000).toFixed(1);
  if (found === null) {
    process.stdout.write(`seed ${seed + i}: ${rounds} moves, all held (${seconds} s)\n`);
    continue;
  }
  wrong++;
  process.stdout.write(
    `seed ${seed + i}: after ${found.moves.length} moves (${seconds} s): ${found.detail}\n`,
  );
  if (shrink === 0) continue;
  const least = await smallest(server, found, Date.now() + shrink * MINUTE);
  process.stdout.write(`  at least ${least.moves.length}: ${least.detail}\n`);
  for (const move of least.moves) process.stdout.write(`  ${moveText(move)}\n`);
}
await stop();
process.stdout.write(`\n${played} games, ${wrong} wrong\n`);
process.exit(wrong === 0 ? 0 : 1);
