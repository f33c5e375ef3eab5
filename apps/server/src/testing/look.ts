import { randomBytes } from 'node:crypto';
import type { RunningServer } from '../server.ts';
import { until } from './until.ts';

/**
 * Resolves when the server has looked for what is due once more, from beginning to end: whatever was due before this was
 * called has been fired and sent. A timer for nobody shows it: a look fires it first and forgets it last.
 */
export async function aWholeLook({ data }: RunningServer): Promise<void> {
  const timer = randomBytes(16);
  const { pool } = data.db;
  await pool.query(
    'insert into timers (space_id, timer_id, due_quarter, account_ids) values ($1, $1, 0, $1)',
    [timer],
  );
  await until('a look for what is due', async () => {
    const { rows } = await pool.query('select 1 from timers where timer_id = $1', [timer]);
    return rows.length === 0;
  });
}
