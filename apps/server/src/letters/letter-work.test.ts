/**
 * Threats: a flood that brings no work, work of another letter, door or time, or work that was made beforehand; whoever leaves
 * most of it out; somebody honest who is asked for work while nobody floods.
 */
import { letterWork } from '@dayaq/sealing/letter-work';
import { LETTER_WORK } from '@dayaq/sealing/verify';
import { describe, expect, test } from 'vitest';
import { Floods } from './floods.ts';
import { hasWork, slotAt, workChallenge } from './letter-work.ts';

const KEY = new Uint8Array(32).fill(7);
const NOW = 1_800_000_000_000;
const SLOT = 600_000;
const TRIES = 4;
const id = (length: number, fill: number): Uint8Array => new Uint8Array(length).fill(fill);
const door = id(32, 1);

function done(letter: Uint8Array, challenge: Uint8Array) {
  const working = letterWork({ challenge, tries: TRIES }, letter);
  for (;;) {
    const step = working.next();
    if (step.done === true) return Uint8Array.from(step.value);
  }
}

const workFor = (letter: Uint8Array, slot = slotAt(NOW), space = door) => ({
  slot,
  tries: TRIES,
  nonces: done(letter, workChallenge(KEY, space, slot, TRIES)),
});

describe('work that a letter brings', () => {
  const letter = id(16, 9);
  const work = workFor(letter);
  const counts = (change: object = {}, now = NOW, key: Uint8Array = KEY) =>
    hasWork(key, { space: door, letter, work, ...change }, now);

  test('counts for ten minutes, and for as long as it may take to be sent', async () => {
    expect(await counts()).toBe(true);
    expect(await counts({}, NOW + SLOT)).toBe(true);
    expect(await counts({}, NOW + 2 * SLOT)).toBe(false);
  });

  test('does not count where there is none, nor for less than was asked', async () => {
    expect(await counts({ work: undefined })).toBe(false);
    expect(await counts({ work: { ...work, tries: 0 } })).toBe(false);
  });

  // By chance one part in so many counts for anything; of many letters, nearly none.
  const passed = async (change: (i: number) => object): Promise<number> => {
    let count = 0;
    for (let i = 0; i < 40; i++) if ((await counts(change(i))) === true) count++;
    return count;
  };

  test('spent a second time, for another letter, does not count', async () => {
    expect(await passed((i) => ({ letter: id(16, 100 + i) }))).toBeLessThan(24);
  });

  test('for another door does not count', async () => {
    expect(await passed((i) => ({ space: id(32, 100 + i) }))).toBeLessThan(24);
  });

  test('made beforehand, for minutes that are still to come or by a key that somebody guessed, does not count', async () => {
    expect(await counts({ work: workFor(letter, slotAt(NOW) + 1) })).toBe(false);
    const keys = Array.from({ length: 40 }, (_, i) => id(32, 50 + i));
    const guessed = await Promise.all(keys.map((key) => counts({}, NOW, key)));
    expect(guessed.filter((each) => each === true).length).toBeLessThan(24);
  });

  test('of which parts were left out counts as seldom as they are many', async () => {
    const slot = slotAt(NOW);
    let through = 0;
    for (let i = 0; i < 16; i++) {
      const other = id(16, i);
      const nonces = Uint8Array.from(workFor(other, slot).nonces);
      const most = (LETTER_WORK.parts - 1) * LETTER_WORK.nonce;
      // All but the last part are some number; one in so many of these is right by chance.
      nonces.fill(0xa5, 0, most);
      if (
        (await hasWork(KEY, { space: door, letter: other, work: { slot, tries: TRIES, nonces } }, NOW)) ===
        true
      )
        through++;
    }
    expect(through).toBeLessThan(12);
  });
});

describe('a flood', () => {
  test('is asked for more the more come, never beyond what a cheap phone does, and for nothing once it is over', () => {
    let now = NOW;
    const floods = new Floods(() => now);
    const asked = new Set<number>();
    for (let i = 0; i < 59; i++) floods.came(door, 1);
    expect(floods.tries(door)).toBe(0);
    for (let i = 0; i < 10_000; i++) {
      floods.came(door, 1);
      asked.add(floods.tries(door));
    }
    expect([...asked]).toEqual([3, 6, LETTER_WORK.mostTries]);
    expect(floods.tries(id(32, 2))).toBe(0);
    now += 80 * 60_000;
    expect(floods.tries(door)).toBe(0);
  });

  test('at very many doors keeps no more of them than fit', () => {
    const floods = new Floods(() => NOW);
    for (let i = 0; i < 70; i++) floods.came(door, 1);
    for (let i = 0; i < 1000; i++) floods.came(Uint8Array.of(i >> 8, i), 1);
    expect(floods.tries(door)).toBe(0);
  });
});
