/** Well-signed garbage, a little of it: the whole run is `npm run bench garbage`. */
import { expect, it } from 'vitest';
import { garbage, worstOf } from '../../../worlds/devices/garbage.ts';

it.each([1, 2])('is read, merged, projected and listed, and nothing is set apart (seed %i)', async (seed) => {
  const run = await garbage(seed, 1500);
  expect(run.entries).toBeGreaterThanOrEqual(1500);
  expect(run.refused).toBeGreaterThan(0);
  expect(run.refused).toBeLessThan(run.entries / 5);
  expect(run.apart).toBe(0);
  expect(worstOf(run).rest).toBeLessThan(5000);
});
