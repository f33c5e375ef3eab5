import type { Engine } from '../database/engine.ts';
import { noteDispute } from '../history/disputes.ts';
import { Chain } from '../history/chain.ts';
import { endLives } from '../history/lives.ts';
import type { Ring } from '../space/ring.ts';
import { forgetTaken } from '../space/taken-numbers.ts';
import type { Unlocked } from '../unlocked.ts';
import { noteStood } from './taken-number.ts';
import { signAnewLater } from './sign-anew.ts';
import { keepWhatStood } from './what-stood.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/**
 * Milliseconds since the last reading, by how many there were in a day: a lie that is over is soon forgotten, whoever can
 * sign cannot make a device read a whole log over and over, and nobody is shut out until tomorrow.
 */
const PAUSES = [0, HOUR / 6, 2 * HOUR];
const LAST_PAUSE = 4 * HOUR;
/** So many readings of a day are remembered. */
const REMEMBERED = 8;

/** A space's log is read from its start: what stands here waits to be seen there again. */
export function forgetReading(engine: Engine, ring: Ring): void {
  ring.forgetPlaces(engine);
  engine.run('update space set position = 0, seq = -1 where id = ?', ring.space);
  engine.run(
    'update entry set echoed = 0, position = 0 where space = ? and position is not null',
    ring.space,
  );
  noteStood(engine, ring.space);
  engine.run('delete from generation where space = ?', ring.space);
  // A generation that was named stood in what is forgotten: if it is not there any more, nobody waits for it for ever.
  engine.run('update wanted set generation = 0, due = 0 where space = ?', ring.space);
  forgetTaken(engine, ring.space);
}

/**
 * The log is not the one that was read here, or others name another one. Perhaps the server lied once, and whoever was
 * lied to would be shut out for good: so it is read from its start once more, where everything is judged as by a new
 * device, and by what all others signed. That it was another one before stays noted, and what was verified then stays as a
 * proof. Answers whether to read: at once, and then with longer and longer pauses.
 */
export async function readAgain(unlocked: Unlocked, ring: Ring): Promise<boolean> {
  const { engine, around } = unlocked;
  const name = `read-again/${ring.space}`;
  const now = around.now();
  const lately = readingsOf(engine, name).filter((at) => at <= now && now - at < DAY);
  const pause = PAUSES[lately.length] ?? LAST_PAUSE;
  const last = Math.max(...lately, -Infinity);
  if (now - last < pause) return false;
  const chain = await Chain.open(engine, ring.space);
  if (chain === null || !unlocked.alive) return false;
  const keep = await keepWhatStood(unlocked, ring);
  if (!unlocked.alive) return false;
  noteDispute(unlocked, {
    space: ring.space,
    id: `log/${chain.life.number}`,
    what: 'log',
    author: '',
    claim: null,
    own: chain.place,
    bytes: new Uint8Array(),
  });
  engine.transaction(() => {
    engine.run(
      'insert or replace into meta(name, value) values(?, ?)',
      name,
      [...lately, now].slice(-REMEMBERED).join(' '),
    );
    keep();
    endLives(engine, ring.space);
    forgetReading(engine, ring);
    signAnewLater(engine, ring.space);
  });
  unlocked.ciphers.clear();
  return true;
}

/** When a log was read again: milliseconds. */
function readingsOf(engine: Engine, name: string): number[] {
  const kept = engine.get<{ value: string }>('select value from meta where name = ?', name)?.value ?? '';
  return kept.split(' ').filter(Boolean).map(Number);
}
