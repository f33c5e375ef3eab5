/**
 * What a member can sign, generated: 100 000 well-signed entries with the kinds' own field names and anything at all in
 * them, and noise, through reading, merging, projecting and the pages' questions. The worst dossier against reading and
 * checking the same bytes, which nobody can do without.
 */
import { garbage, worstOf } from '../worlds/devices/garbage.ts';
import { conclude, say } from './lib/figure.ts';

const SEEDS = [1, 2, 3, 4];
const ENTRIES = 25_000;
const BAR_MS = 1000;
const BAR_RATIO = 25;

const runs = [];
for (const seed of SEEDS) {
  const run = await garbage(seed, ENTRIES);
  const { seed: dossier, bytes, rest, read } = worstOf(run);
  say(
    `seed ${seed}: ${run.entries} entries in ${run.dossiers.length} dossiers, ${run.refused} refused, ${run.apart} set apart; worst dossier ${dossier}: ${(bytes / 1024).toFixed(0)} KiB, read in ${read.toFixed(0)} ms, the rest ${rest.toFixed(0)} ms; at most ${Math.round(run.memory / 2 ** 20)} MiB held`,
  );
  runs.push(run);
}
const worst = runs.map(worstOf).reduce((a, b) => (b.rest > a.rest ? b : a));
const apart = runs.reduce((sum, run) => sum + run.apart, 0);
const memory = Math.max(...runs.map((run) => run.memory)) / 2 ** 20;
const ratio = worst.rest / worst.read;
conclude({
  name: 'garbage',
  value: worst.rest,
  unit: `ms for the worst dossier of ${runs.reduce((sum, run) => sum + run.entries, 0)} entries, ${apart} set apart, ${Math.round(memory)} MiB`,
  against: { ratio, baseline: 'reading and checking it' },
  bar: `≤ ${BAR_MS} ms, ≤ ${BAR_RATIO}x, none set apart, ≤ 1 GiB`,
  held: worst.rest <= BAR_MS && ratio <= BAR_RATIO && apart === 0 && memory <= 1024,
});
