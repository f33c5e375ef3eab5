import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEAM_MARK } from './team-mark.ts';
import { invite } from './testing/space.ts';
import { until } from './testing/until.ts';
import { startWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

test('a change of a team says that the newest backup is too old', async () => {
  const marked = async (): Promise<boolean> =>
    (await stat(join(world.folder, TEAM_MARK)).catch(() => null)) !== null;
  const space = await world.newSpace();
  expect(await marked()).toBe(false);
  await invite(space, 'caseworker');
  await until('the mark of a team that changed', marked);
});
