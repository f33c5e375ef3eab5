import { describe, expect, it } from 'vitest';
import { prepareSchema } from './database/schema.ts';
import { isDone, noteDone } from './done-once.ts';
import { nodeSurroundings } from './node/index.ts';

const DAY = 86_400_000;

async function device() {
  const around = await nodeSurroundings('http://localhost:1');
  const engine = await around.database.open(new Uint8Array(32));
  engine.exec('create table if not exists meta(name text primary key, value text not null) without rowid');
  prepareSchema(engine);
  const clock = { now: 1_800_000_000_000 };
  return { clock, unlocked: { engine, around: { ...around, now: () => clock.now } } };
}

describe('what was done for a request', () => {
  it('is remembered for a day', async () => {
    const { clock, unlocked } = await device();
    noteDone(unlocked, { asked: 'tab/1' });
    clock.now += DAY;
    noteDone(unlocked, { asked: 'tab/2' });
    expect(isDone(unlocked, { asked: 'tab/1' })).toBe(true);
    clock.now += 1;
    noteDone(unlocked, { asked: 'tab/3' });
    expect(['tab/1', 'tab/2', 'tab/3'].map((asked) => isDone(unlocked, { asked }))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('is remembered of the last thousand', async () => {
    const { unlocked } = await device();
    for (let i = 0; i <= 1000; i++) noteDone(unlocked, { asked: `tab/${i}` });
    const known = ['tab/0', 'tab/1', 'tab/1000'].map((asked) => isDone(unlocked, { asked }));
    expect(known).toEqual([false, true, true]);
    expect(unlocked.engine.get<{ n: number }>('select count(*) as n from done')?.n).toBe(1000);
  });

  it('is nothing for a request without a name', async () => {
    const { unlocked } = await device();
    noteDone(unlocked, {});
    expect(isDone(unlocked, {})).toBe(false);
  });
});
