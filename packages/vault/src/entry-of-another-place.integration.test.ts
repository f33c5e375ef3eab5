import { type DossierId, type EntryId, idText, type SpaceId } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change, Insider, type Written } from '../../../worlds/devices/insider.ts';
import {
  aliases,
  type Device,
  expectOk,
  newCase,
  read,
  settle,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** A keyholder's closed case, and a colleague with a program of their own who can open another one. */
async function aClosedCase() {
  const leyla = await world.found('Leyla');
  const mallory = await world.join(leyla, 'Mallory');
  const open = await newCase(leyla, 'open to all');
  const closed = await newCase(leyla, 'closed to Mallory', []);
  await settle(leyla, mallory);
  return { leyla, mallory, open, closed, insider: await Insider.behind(world, mallory) };
}

/** Sends it and answers how many entries the reader refused because of it. */
async function refusedOf(by: Insider, into: string, written: Written, reader: Device): Promise<number> {
  const before = (await reader.vault.status()).sync.refused;
  expect(await by.send(into, [written])).toBe('ok');
  await settle(reader);
  const { refused, problem } = (await reader.vault.status()).sync;
  expect(problem).toBeNull();
  return refused - before;
}

describe('an entry that says that it belongs elsewhere than where it was sent', () => {
  it('writes nothing into a case that is closed to its author', async () => {
    const { leyla, mallory, open, closed, insider } = await aClosedCase();
    const changes = [change('case', closed, { alias: 'as Mallory has it' })];
    const written = { changes, says: { dossier: closed as DossierId } };
    expect(await refusedOf(insider, open, written, leyla)).toBeGreaterThan(0);
    expect(await aliases(leyla)).toEqual(['closed to Mallory', 'open to all']);
    expect(await aliases(mallory)).toEqual(['open to all']);
  });

  it('writes nothing into another organisation that both belong to', async () => {
    const { leyla, open, insider } = await aClosedCase();
    const rustam = await world.found('Rustam');
    const { link } = expectOk(await rustam.vault.invite({ role: 'caseworker', keyholder: false, days: 1 }));
    const { space } = expectOk(await leyla.vault.join({ link, passphrase: '', name: 'L.' }));
    await settle(leyla, rustam, leyla);
    const changes = [change('case', open, { alias: 'as Mallory has it' })];
    expect(
      await refusedOf(insider, open, { changes, says: { space: space as SpaceId } }, leyla),
    ).toBeGreaterThan(0);
    expect(await read(leyla, open, 'alias')).toBe('open to all');
    expect(await aliases(rustam)).toEqual([]);
  });

  it('takes nobody’s number', async () => {
    const { leyla, open, insider } = await aClosedCase();
    const changes = [change('case', open, { alias: 'as Mallory has it' })];
    const under = idText<EntryId>(new Uint8Array(32).fill(7));
    expect(await refusedOf(insider, open, { changes, under }, leyla)).toBeGreaterThan(0);
    expect(await read(leyla, open, 'alias')).toBe('open to all');
  });
});
