/** Threat without an attacker: the page is newer than a reader's program, and what it sent vanishes without a word. */
import { encodeCanonical, LETTER_SHAPES, type SpaceId } from '@dayaq/sealing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inside } from '../../../../worlds/devices/inside.ts';
import { openDoor, Visitor } from '../../../../worlds/devices/visitor.ts';
import {
  lastingDatabase,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../../worlds/devices/world.ts';
import type { Seen } from './seen.ts';
import { takeLetters } from './take.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

it('a letter that this program cannot read holds up no other, and is looked at again by one that knows more', async () => {
  const database = await lastingDatabase(world);
  const ana = await world.found('Ana', { database });
  const bahar = await world.join(ana, 'Bahar', 'coordinator');
  const space = (await spaceOfDevice(ana)) as SpaceId;
  await openDoor(ana, bahar, [ana, bahar]);
  await settle(ana, bahar);
  const visitor = new Visitor(world.server.url, space);
  await visitor.send(encodeCanonical({ words: 'said otherwise', colours: ['green'] }));
  await visitor.write('said as ever');
  await settle(bahar, ana);
  const { vault } = bahar;
  const { total } = await vault.dossiers({
    kinds: ['letter'],
    text: 'ever',
    filters: {},
    sort: 'updated',
    descending: true,
    offset: 0,
    limit: 10,
    space,
  });
  expect(total).toBe(1);
  const opened = await inside(world, ana, database);
  const { unlocked, ring } = opened;
  const name = `letters/${space}`;
  const seen = (await unlocked.kept.get(name)) as Seen;
  expect(seen).toMatchObject({ number: 2, unread: { number: 1, shapes: LETTER_SHAPES } });
  // As a program left it that knew one shape less.
  await unlocked.kept.put(name, { ...seen, unread: { number: 1, shapes: LETTER_SHAPES - 1 } });
  await takeLetters(unlocked, ring);
  expect(await unlocked.kept.get(name)).toEqual(seen);
});
