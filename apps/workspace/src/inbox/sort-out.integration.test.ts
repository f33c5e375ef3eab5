/** Threat: a flood of letters in which those of people who need help are not found. */
import type { SpaceId } from '@dayaq/sealing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDoor, Visitor } from '../../../../worlds/devices/visitor.ts';
import {
  type Device,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../../worlds/devices/world.ts';
import { moveLetters, sortOut } from './sort-out.ts';

/** `FLOOD` makes it more, such as 10 000. */
const LETTERS = Number(process.env['FLOOD'] ?? 120);
const REAL = [
  'Qonşum məni hədələyir, evdən çıxmağa qorxuram.',
  'Меня не пустили в больницу, сказали приходить с пропиской.',
  'My brother was taken from the march and nobody tells us where he is.',
  'Маро аз кор ронданд, чунки духтарам касал аст.',
  'Polis məndən qan analizi tələb etdi, mən razı olmadım.',
];
const JUNK = [
  (i: number) => `Visit our shop number ${i} today and win a prize of ${i * 7} manat, friend ${i % 13}!`,
  (i: number) =>
    `Сиз ғолиб шудед ${i}: дар ин сомона номи худро нависед ва ҷоизаи худро гиред, рақами ${i * 3}`,
  (i: number) => `you are all liars and everybody here knows it, go away at once and never come back ${i}`,
];

let world: World;
let ana: Device;
let bahar: Device;
beforeAll(async () => {
  world = await startWorld();
  ana = await world.found('Ana');
  bahar = await world.join(ana, 'Bahar', 'coordinator');
  await openDoor(ana, bahar, [ana, bahar]);
  await settle(ana, bahar);
});
afterAll(() => world.stop());

test('five real letters among hundreds of junk are found, the rest is put away in a few presses and comes back by one', async () => {
  const space = (await spaceOfDevice(ana)) as SpaceId;
  const door = await new Visitor(world.server.url, space).door();
  const step = Math.floor(LETTERS / REAL.length);
  for (let i = 0; i < LETTERS; i++) {
    const words = i % step === step - 1 ? (REAL[Math.floor(i / step)] ?? '') : (JUNK[i % 3]?.(i) ?? '');
    const answers: Record<string, string> = i % 50 === 0 ? { danger: 'high' } : {};
    await new Visitor(world.server.url, space).write(words, { answers }, { door });
  }
  // Both have opened all of them: who puts a letter away has seen all that was written of it.
  await settle(ana, bahar, ana);
  const sorted = await sortOut(ana.vault, null);
  const left = sorted.others.map(({ told }) => told['words']);
  for (const words of REAL) expect(left).toContain(words);
  expect(left.length).toBeLessThan(REAL.length + 10);
  expect(sorted.groups.length).toBeLessThan(20);
  expect(sorted.groups.reduce((sum, { dangers }) => sum + dangers, 0)).toBeGreaterThan(0);

  for (const { ids } of sorted.groups)
    expect(await moveLetters(ana.vault, ids, 'put-away', () => undefined)).toBeNull();
  await settle(ana, bahar);
  const after = await sortOut(bahar.vault, null);
  expect([...after.groups.flatMap(({ ids }) => ids), ...after.others.map(({ id }) => id)]).toHaveLength(
    left.length,
  );
  // Nobody is called out for what was put away.
  expect(await ana.vault.dangers()).toEqual([]);

  const [first] = sorted.groups;
  expect(await moveLetters(ana.vault, first?.ids ?? [], 'open', () => undefined)).toBeNull();
  expect((await sortOut(ana.vault, null)).groups[0]?.ids.length).toBe(first?.ids.length);
});
