import type { Asked } from './client.ts';
import type { Unlocked } from './unlocked.ts';

/** How many writing requests are remembered, and how long (ms): a tab asks again within minutes. */
const KEPT = 1000;
const KEPT_FOR = 86_400_000;

/** Whether a request was carried out before, perhaps by a leader that died with its answer. */
export function isDone({ engine }: Pick<Unlocked, 'engine'>, { asked }: Asked): boolean {
  return asked !== undefined && engine.get('select 1 from done where asked = ?', asked) !== null;
}

/** Notes that a request is carried out, in the transaction that does it. */
export function noteDone({ engine, around }: Pick<Unlocked, 'engine' | 'around'>, { asked }: Asked): void {
  if (asked === undefined) return;
  const now = around.now();
  engine.run('insert or ignore into done(asked, at) values(?, ?)', asked, now);
  engine.run(
    'delete from done where number <= (select max(number) from done) - ? or at < ?',
    KEPT,
    now - KEPT_FOR,
  );
}
