import { randomBytes } from 'node:crypto';
import { idBytes, logStart, type SpaceId } from '@dayaq/sealing';
import type { Device, World } from './world.ts';

const spaceOf = async ({ vault }: Device) => (await vault.status()).space as SpaceId;
const bytesOf = (space: SpaceId) => Buffer.from(idBytes(space));

/** How long the log of a device's space is on the server. */
export async function positionOf(world: World, device: Device): Promise<number> {
  const { rows } = await world.server.data.db.pool.query('select position from spaces where space_id = $1', [
    bytesOf(await spaceOf(device)),
  ]);
  return Number(rows[0].position);
}

/** Ids of the files that the server has of a device's space. */
export async function blobsOf(world: World, device: Device): Promise<Buffer[]> {
  const { rows } = await world.server.data.db.pool.query('select blob_id from blobs where space_id = $1', [
    bytesOf(await spaceOf(device)),
  ]);
  return rows.map((row) => row.blob_id);
}

/**
 * Ends the log of a device's space on the server at a position. With `restored` as the restore of an older backup does:
 * the log is another one from there, and of the files only these are left. All at once, because devices are online and
 * ask by themselves.
 */
export async function cutLog(
  world: World,
  device: Device,
  position: number,
  restored: { blobs: readonly Buffer[] } | null,
): Promise<void> {
  const id = await spaceOf(device);
  const space = bytesOf(id);
  const start = Buffer.from(await logStart(id));
  const client = await world.server.data.db.pool.connect();
  try {
    await client.query('begin');
    await client.query('delete from log where space_id = $1 and position > $2', [space, position]);
    if (restored !== null) {
      await client.query(
        `insert into former_logs(space_id, number, log_id, until)
         select space_id, (select count(*) from former_logs f where f.space_id = s.space_id) + 1, log_id, $2
           from spaces s where space_id = $1`,
        [space, position],
      );
      await client.query('update spaces set log_id = $2 where space_id = $1', [space, randomBytes(16)]);
      for (const table of ['blob_chunks', 'blobs'])
        await client.query(`delete from ${table} where space_id = $1 and not (blob_id = any($2))`, [
          space,
          restored.blobs,
        ]);
    }
    await client.query(
      'update spaces set position = $2, chain_position = 0, chain_hash = $3 where space_id = $1',
      [space, position, start],
    );
    await client.query('delete from readers where space_id = $1', [space]);
    await client.query(
      `delete from dossiers d where space_id = $1 and not exists
       (select 1 from log l where l.space_id = $1 and l.dossier_id = d.dossier_id)`,
      [space],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** The server was put back whole but for its files: the log is another one from here. */
export async function loseFiles(world: World, device: Device): Promise<void> {
  const space = bytesOf(await spaceOf(device));
  const { pool } = world.server.data.db;
  for (const table of ['blob_chunks', 'blobs'])
    await pool.query(`delete from ${table} where space_id = $1`, [space]);
  await pool.query(
    `with ended as (
       insert into former_logs(space_id, number, log_id, until)
       select space_id, (select count(*) from former_logs f where f.space_id = s.space_id) + 1, log_id, position
         from spaces s where space_id = $1)
     update spaces set log_id = $2 where space_id = $1`,
    [space, randomBytes(16)],
  );
}
