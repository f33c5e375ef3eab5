import { type AccountId, type LogId, newId, type SpaceId, toBase64url } from '@dayaq/sealing';
import { describe, expect, it } from 'vitest';
import { prepareSchema } from '../database/schema.ts';
import { nodeSurroundings } from '../node/index.ts';
import { Chain } from './chain.ts';
import { beginLife, noteRestored } from './lives.ts';
import { livesOn } from './lives-on.ts';

const SPACE = toBase64url(new Uint8Array(32).fill(7)) as SpaceId;
const [BEFORE, NOW] = [newId() as string as LogId, newId() as string as LogId];
const TOLD = 1_800_000_000_000;
const HOUR = 3_600_000;
const AUTHOR = newId<AccountId>();

/** A device that follows the second life of a log; `lived`: it was there when the first one ended, and was told so. */
async function device(lived: boolean) {
  const { database } = await nodeSurroundings('http://localhost:1');
  const engine = await database.open(new Uint8Array(32));
  prepareSchema(engine);
  beginLife(engine, SPACE, NOW, [{ log: BEFORE, until: 3 }]);
  if (lived) noteRestored(engine, SPACE, TOLD);
  const chain = await Chain.open(engine, SPACE);
  if (chain === null) throw new Error('it follows no log');
  return (position: number, time = TOLD + HOUR, genuine = true) => {
    const place = { log: BEFORE, position, hash: new Uint8Array(32) };
    const entry = { author: AUTHOR, time, view: { place, charter: new Uint8Array(32), peer: null } };
    return livesOn({ engine }, chain, entry, Promise.resolve(genuine));
  };
}

describe('a life of the log that is over', () => {
  it('goes on for an author who names ever more of it', async () => {
    const shows = await device(true);
    expect(await shows(5)).toBe(false);
    expect(await shows(6)).toBe(true);
  });

  it('is named by whoever had no network since, each time at the same place', async () => {
    const shows = await device(true);
    expect([await shows(5), await shows(5, TOLD + 2 * HOUR), await shows(5)]).toEqual([false, false, false]);
  });

  it('is named by what was written before, at any place', async () => {
    const shows = await device(true);
    expect([await shows(5, TOLD - HOUR), await shows(6, TOLD), await shows(7, TOLD - 1)]).not.toContain(true);
  });

  it('says nothing of an author in whose name others write', async () => {
    const shows = await device(true);
    expect(await shows(9, TOLD + HOUR, false)).toBe(false);
    expect(await shows(5)).toBe(false);
  });

  it('says nothing to whoever came after it ended', async () => {
    const shows = await device(false);
    expect([await shows(5), await shows(6)]).toEqual([false, false]);
  });
});
