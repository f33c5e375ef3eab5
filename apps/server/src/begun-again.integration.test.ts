/** Threat to who may read what: whoever asks who began a case again is told of cases that are not theirs. */
import { type LogId, newId } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must, refusal } from './testing/client.ts';
import type { Person } from './testing/person.ts';
import { type Dossier, generation, join, openDossier, placeOf, type Space, viewOf } from './testing/space.ts';
import { startWorld, type World } from './testing/world.ts';
import { renewLogs } from './storage/former-logs.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const asked = (space: Space, header: Uint8Array) => ({ space: space.id, header });
const toldOf = (by: Person, space: Space, { bytes }: { bytes: Uint8Array }) =>
  must(by.client, 'generations/begun', asked(space, bytes));
const refused = (by: Person, space: Space, { bytes }: { bytes: Uint8Array }) =>
  refusal(by.client, 'generations/begun', asked(space, bytes));

/** A case of three by the founder that is lost with the log, which has another life now. */
async function lost() {
  const space = await world.newSpace();
  const [nigar, murad] = [await join(space), await join(space)];
  const rena = await join(space);
  const restrictedTo = [space.founder, nigar, murad].map(({ account }) => account.public);
  const before = await generation(space, space.founder, { restrictedTo });
  const open = await generation(space, space.founder);
  const elsewhere = await generation(space, murad, {
    restrictedTo: [murad.account.public],
    dossier: before.header.dossier,
    view: { ...(await viewOf(space)), place: { ...(await placeOf(space)), log: newId<LogId>() } },
  });
  const own = await generation(space, murad, { restrictedTo, dossier: before.header.dossier });
  await world.server.data.db.tables.transaction().execute(renewLogs);
  const begin = (by: Person, of: Dossier) =>
    openDossier(space, by, { dossier: of.header.dossier, restrictedTo: [by.account.public] });
  return { space, nigar, murad, rena, before, open, elsewhere, own, begin };
}

describe('who began a case again that a restore lost', () => {
  test('is told to whoever shows that they read it before', async () => {
    const { space, nigar, murad, before, open, begin } = await lost();
    expect(await refused(nigar, space, before)).toBe('not-allowed');
    await begin(murad, before);
    await begin(murad, open);
    expect(await toldOf(nigar, space, before)).toEqual({ by: murad.id, known: false });
    expect(await toldOf(nigar, space, open)).toEqual({ by: murad.id, known: false });
  });

  test('is no name for whoever signed themselves what they show', async () => {
    const { space, murad, nigar, before, own, begin } = await lost();
    await begin(nigar, before);
    expect(await toldOf(murad, space, own)).toEqual({ by: null, known: false });
  });

  test('is told to no stranger, to nobody who did not read it, and by no header that is made up, of now, or altered', async () => {
    const { space, murad, rena, before, elsewhere, begin } = await lost();
    const other = await world.newSpace();
    await begin(murad, before);
    expect(await refused(rena, space, before)).toBe('not-allowed');
    expect(await refused(other.founder, space, before)).toBe('not-allowed');
    expect(await refused(murad, space, elsewhere)).toBe('not-allowed');
    const today = await generation(space, murad, {
      restrictedTo: [murad.account.public],
      dossier: before.header.dossier,
    });
    expect(await refused(murad, space, today)).toBe('not-allowed');
    const bytes = before.bytes.slice();
    bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
    expect(await refused(murad, space, { bytes })).toBe('not-allowed');
  });
});
