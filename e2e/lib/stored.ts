import { sql } from 'kysely';
import type { World } from '../../worlds/devices/world.ts';

/** Everything that stands in the server's database, as text. */
export async function everythingStored(world: World): Promise<string> {
  const { tables } = world.server.data.db;
  const named = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public'`.execute(tables);
  const dumped = await Promise.all(
    named.rows.map(({ name }) =>
      sql<{ row: string }>`select ${sql.id(name)}::text as row from ${sql.id(name)}`.execute(tables),
    ),
  );
  return dumped.flatMap(({ rows }) => rows.map(({ row }) => row)).join('\n');
}
