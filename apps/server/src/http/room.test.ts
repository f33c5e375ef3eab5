import { describe, expect, test } from 'vitest';
import { Lane } from './lane.ts';
import { type Held, Room } from './room.ts';

const SIZE = { bytes: 100, share: 60, waiting: 4, waitingEach: 2, patience: 30 };
const must = async (held: Promise<Held | null>): Promise<Held> => {
  const taken = await held;
  if (!taken) throw new Error('there was no room');
  return taken;
};

describe('a room for bytes', () => {
  test('gives out what it has and no more, and takes it back', async () => {
    const room = new Room(SIZE);
    const [first, second] = [await must(room.take(60, 'a')), await must(room.take(40, 'b'))];
    expect(await room.take(1, 'c')).toBeNull();
    first.release();
    first.release();
    expect(room.taken).toBe(40);
    second.shrink(10);
    expect(second.grow(60)).toBe(false);
    expect(second.grow(50)).toBe(true);
    expect(room.taken).toBe(60);
    second.release();
    expect(room.taken).toBe(0);
    expect(await room.take(60, 'b')).not.toBeNull();
  });

  test('lets those who wait in by turns as soon as somebody leaves', async () => {
    const room = new Room(SIZE);
    const first = await must(room.take(60, 'a'));
    const second = await must(room.take(40, 'b'));
    const waiting = [must(room.take(50, 'c')), must(room.take(30, 'd'))];
    first.release();
    const third = await waiting[0];
    second.release();
    const fourth = await waiting[1];
    expect(room.taken).toBe(80);
    third?.release();
    fourth?.release();
    expect(room.taken).toBe(0);
  });

  test('lets nobody in before one who waits longer, though there would be room for them', async () => {
    const room = new Room({ ...SIZE, patience: 60_000 });
    const first = await must(room.take(60, 'a'));
    const second = await must(room.take(40, 'b'));
    const entered: string[] = [];
    const large = must(room.take(50, 'c')).finally(() => entered.push('large'));
    const small = must(room.take(30, 'd')).finally(() => entered.push('small'));
    second.release();
    await Promise.resolve();
    expect(room.taken).toBe(60);
    first.release();
    await Promise.all([large, small]);
    expect(entered).toEqual(['large', 'small']);
  });

  test('lets in who takes exactly what is left', async () => {
    const room = new Room({ ...SIZE, patience: 60_000 });
    await must(room.take(60, 'a'));
    const second = await must(room.take(40, 'b'));
    const waiting = must(room.take(40, 'c'));
    second.release();
    await waiting;
    expect(room.taken).toBe(100);
  });

  test('makes who has their share wait for themselves, and lets others past', async () => {
    const room = new Room({ ...SIZE, patience: 5000 });
    const greedy = await must(room.take(60, 'greedy'));
    const more = room.take(20, 'greedy');
    await must(room.take(30, 'modest'));
    expect(room.taken).toBe(90);
    greedy.release();
    expect(await more).not.toBeNull();
  });

  test('lets only so many wait, and nobody for long', async () => {
    const room = new Room(SIZE);
    await must(room.take(60, 'a'));
    const waits = [room.take(50, 'a'), room.take(50, 'a')];
    expect(await room.take(50, 'a')).toBeNull();
    expect(await Promise.all(waits)).toEqual([null, null]);
    expect(await room.take(40, 'b')).not.toBeNull();
  });
});

describe('a lane', () => {
  test('runs a few at a time, keeps a few waiting, sends the rest away, and goes on after a fault', async () => {
    const lane = new Lane(2, 3);
    let running = 0;
    let most = 0;
    const work = async (fails: boolean): Promise<string> => {
      most = Math.max(most, ++running);
      // A pause that stands for work.
      await new Promise((done) => setTimeout(done, 2));
      running--;
      if (fails) throw new Error('a fault');
      return 'done';
    };
    const all = await Promise.allSettled(Array.from({ length: 8 }, (_, i) => lane.run(() => work(i === 1))));
    const values = all.map((each) => (each.status === 'fulfilled' ? each.value : 'fault'));
    expect(values).toEqual(['done', 'fault', 'done', 'done', 'done', null, null, null]);
    expect(most).toBe(2);
    expect(await lane.run(() => work(false))).toBe('done');
  });

  test('goes on with the next when somebody’s work goes on elsewhere, and counts nobody’s place twice', async () => {
    const lane = new Lane(1, 3);
    let finish = (): void => undefined;
    const elsewhere = new Promise<void>((done) => {
      finish = done;
    });
    const left = lane.run(async (leave) => {
      leave();
      leave();
      await elsewhere;
      return 'left';
    });
    expect(await lane.run(async () => 'next')).toBe('next');
    let running = 0;
    let most = 0;
    const others = Array.from({ length: 3 }, () =>
      lane.run(async () => {
        most = Math.max(most, ++running);
        await Promise.resolve();
        running--;
      }),
    );
    finish();
    expect(await left).toBe('left');
    await Promise.all(others);
    expect(most).toBe(1);
  });
});
