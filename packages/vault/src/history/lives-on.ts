import type { Entry } from '@dayaq/journal';
import type { Unlocked } from '../unlocked.ts';
import type { Chain } from './chain.ts';
import { restoredAt } from './lives.ts';

/** Milliseconds by which the clocks of two devices may differ without anybody having to think of it. */
const CLOCKS_DIFFER = 600_000;

/**
 * Whether an entry shows that a life of the log, which is over here, goes on for its author: some time after this device was
 * told of the restore they had verified more of that life than they had some time after it before. What was written
 * without a network names the same place each time, and what was taught again is older. The words are kept, because a clock is
 * all that speaks against them; that the two are shown different logs is to be told. `genuine`: whether its author signed
 * it: what others say in their name is remembered nowhere.
 */
export async function livesOn(
  { engine }: Pick<Unlocked, 'engine'>,
  chain: Chain,
  { author, time, view }: Pick<Entry, 'author' | 'time' | 'view'>,
  genuine: Promise<boolean>,
): Promise<boolean> {
  const { place } = view;
  if (place === null || place.position === 0 || chain.isOfThisLife(place)) return false;
  const told = restoredAt(engine, chain.space);
  // Whoever came after it was never told, and cannot say what was written since.
  if (!Number.isFinite(told) || time < told + CLOCKS_DIFFER) return false;
  if (!(await genuine)) return false;
  const name = `lives-on/${chain.space}/${place.log}/${author}`;
  const row = engine.get<{ value: string }>('select value from meta where name = ?', name);
  if (row === null || place.position < Number(row.value))
    engine.run('insert or replace into meta(name, value) values(?, ?)', name, String(place.position));
  return row !== null && place.position !== Number(row.value);
}
