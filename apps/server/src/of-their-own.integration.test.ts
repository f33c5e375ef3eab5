/**
 * Threats: a keyholder who left reads on by an introduction that they opened; a part of a file that comes while it is destroyed stays
 * on the disk; a colleague publishes until nobody else can.
 */
import { createHash, randomBytes } from 'node:crypto';
import { join as path } from 'node:path';
import { LIMITS } from '@dayaq/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderBlobs } from './blobs/folder.ts';
import { call, must, refusal } from './testing/client.ts';
import { founder } from './testing/person.ts';
import { join, openDossier, remove, rotate } from './testing/space.ts';
import { until } from './testing/until.ts';
import { startWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

test('an introduction ends with the keyholder who opened it, and shows nobody the team once it was answered', async () => {
  const space = await world.newSpace();
  const keyholder = await join(space, 'coordinator', true);
  const stranger = await founder(world.url, await world.foundingToken());
  const [theirs, ours] = [randomBytes(16), randomBytes(16)].map((introduction) => ({
    space: space.id,
    introduction,
  }));
  if (theirs === undefined || ours === undefined) throw new Error('two');
  await must(keyholder.client, 'introductions/open', theirs);
  await must(space.founder.client, 'introductions/open', ours);
  for (const named of [theirs, ours])
    await must(stranger.client, 'introductions/charter', { ...named, from: 0 });
  await remove(space, space.founder, keyholder);
  await rotate(space, space.founder);
  await join(space);
  expect(await refusal(stranger.client, 'introductions/charter', { ...theirs, from: 0 })).toBe(
    'invitation-unknown',
  );
  const sealed = randomBytes(300);
  expect(await refusal(stranger.client, 'introductions/answer', { ...theirs, sealed })).toBe(
    'invitation-unknown',
  );
  await must(stranger.client, 'introductions/answer', { ...ours, sealed });
  expect(await refusal(stranger.client, 'introductions/charter', { ...ours, from: 0 })).toBe(
    'invitation-used',
  );
  // The same answer, after a broken connection, is the same call repeated.
  await must(stranger.client, 'introductions/answer', { ...ours, sealed });
});

test('a part of a file that is destroyed while it comes leaves no byte', async () => {
  const space = await world.newSpace();
  const dossier = await openDossier(space, space.founder);
  const { client } = space.founder;
  const blob = randomBytes(16);
  const named = { space: space.id, blob };
  await must(client, 'blobs/begin', { ...named, dossier: dossier.id, chunks: 1 });
  const { pool } = world.server.data.db;
  const eraser = await pool.connect();
  try {
    await eraser.query('begin');
    await eraser.query('select 1 from blobs where blob_id = $1 for update', [blob]);
    const sealed = randomBytes(100);
    const put = call(client, 'blobs/put', { ...named, index: 0, sealed });
    await until('the chunk waits behind whoever destroys its file', async () => {
      const { rows } = await pool.query('select 1 from pg_locks where not granted');
      return rows.length > 0;
    });
    await eraser.query('delete from blobs where blob_id = $1', [blob]);
    await eraser.query('commit');
    expect(await put).toMatchObject({ ok: false, refusal: { error: 'not-found' } });
    const { rows } = await pool.query('select 1 from blob_chunks where blob_id = $1', [blob]);
    expect(rows).toEqual([]);
    const address = createHash('sha256').update(sealed).digest('hex');
    expect(await stored()).not.toContain(address);
  } finally {
    eraser.release();
  }
});

/** Names of all chunks in the data folder. */
async function stored(): Promise<string[]> {
  const found: string[] = [];
  for await (const address of (await folderBlobs(path(world.folder, 'blobs'))).list())
    found.push(Buffer.from(address).toString('hex'));
  return found;
}

test('whoever publishes without end fills nobody else’s room', async () => {
  const space = await world.newSpace();
  const colleague = await join(space);
  const publish = (client: typeof colleague.client) =>
    call(client, 'surveys/put', { space: space.id, survey: randomBytes(40) });
  for (let i = 0; i < LIMITS.surveysPerMember; i++) expect((await publish(colleague.client)).ok).toBe(true);
  expect(await publish(colleague.client)).toMatchObject({ ok: false, refusal: { error: 'too-large' } });
  expect((await publish(space.founder.client)).ok).toBe(true);
});
