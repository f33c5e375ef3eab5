import type { World } from './world.ts';

/** Nobody is signed in to a server that was restored. */
const NOT_KEPT = ['sessions', 'used_challenges'];

/** Every log begins another life: all at once with the rows, because devices are online and ask by themselves. */
const RENEW = [
  `insert into former_logs(space_id, number, log_id, until)
   select s.space_id, coalesce((select max(number) from former_logs f where f.space_id = s.space_id), 0) + 1, s.log_id, s.position
     from spaces s`,
  'update spaces set log_id = substring(sha256(space_id || uuid_send(gen_random_uuid())) for 16)',
];

/**
 * Keeps all that the server's database holds now. What this answers puts it back, as the restore of a backup does: whoever
 * came since is unknown, and nobody is signed in.
 */
export async function backUp({ server }: World): Promise<() => Promise<void>> {
  const { pool } = server.data.db;
  const schema = `backup_${crypto.randomUUID().replaceAll('-', '')}`;
  const { rows } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and not (table_name = any($1))`,
    [NOT_KEPT],
  );
  const names = rows.map(({ name }) => name);
  await pool.query(`create schema ${schema}`);
  for (const name of names) await pool.query(`create table ${schema}.${name} as table public.${name}`);
  return async () => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(`truncate ${[...names, ...NOT_KEPT].map((name) => `public.${name}`).join(', ')}`);
      for (const name of names)
        await client.query(`insert into public.${name} select * from ${schema}.${name}`);
      for (const text of RENEW) await client.query(text);
      await client.query('commit');
    } finally {
      client.release();
    }
  };
}
