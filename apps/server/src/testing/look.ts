import { randomBytes } from 'node:crypto';
import type { RunningServer } from '../server.ts';
import { until } from './until.ts';

/**
 * Resolves when the server has looked for what is due once more, from beginning to end: whatever was due before this was
 * called has been fired and sent. A timer for nobody, which a look fires first, and then a mark, which it forgets last, show it.
 */
export async function aWholeLook({ data }: RunningServer): Promise<void> {
  const timer = randomBytes(16);
  const { pool } = data.db;
  const gone = (table: 'timers' | 'woken'): Promise<void> =>
    until('a look for what is due', async () => {
      const { rows } = await pool.query(`select 1 from ${table} where space_id = $1`, [timer]);
      return rows.length === 0;
    });
  await pool.query(
    `insert into timers (space_id, timer_id, due_quarter, account_ids, setter_id, position)
     values ($1, $1, 0, $1, $1, 0)`,
    [timer],
  );
  await gone('timers');
  await pool.query('insert into woken (space_id, mark, due_quarter) values ($1, $1, 0)', [timer]);
  await gone('woken');
}
