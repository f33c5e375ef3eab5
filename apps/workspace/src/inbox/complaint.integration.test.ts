import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordChange } from '@dayaq/acts/changes-between';
import { complaintAnswered, complaintBegins, readersOf } from '@dayaq/acts/complaint/complaint';
import { type Device, expectOk, settle, startWorld, type World } from '../../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const TODAY = '2026-11-29';

test('a complaint about a colleague is read and answered by who has to, and its keys never reach whom it concerns', async () => {
  const ana = await world.found('Ana');
  const elza = await world.join(ana, 'Elza');
  const zaur = await world.join(ana, 'Zaur');
  const id = await ana.vault.newId();
  const values = {
    ...complaintBegins(TODAY),
    about: 'colleague',
    colleague: zaur.account,
    deeds: ['tried-to-change'],
    words: 'He asked whether I had ever considered changing.',
    owner: elza.account,
    state: 'open',
  };
  expectOk(
    await ana.vault.save({
      dossier: id,
      changes: [recordChange('complaint', id, values)],
      restrictedTo: readersOf(values, ana.account),
    }),
  );
  await settle(ana, elza, zaur);
  expectOk(
    await elza.vault.save({
      dossier: id,
      changes: [
        { kind: 'complaint', record: id, fields: { answer: { set: 'We spoke with him.' } } },
        recordChange('complaint', id, complaintAnswered(TODAY)),
      ],
    }),
  );
  await settle(elza, ana, zaur);
  const answered = expectOk(await ana.vault.dossier(id)).records.find((record) => record.id === id);
  expect(answered?.fields['answer']?.value).toBe('We spoke with him.');
  expect(await complaintsOf(ana)).toEqual([id]);
  expect((await zaur.vault.dossier(id)).ok).toBe(false);
  expect(await complaintsOf(zaur)).toEqual([]);
});

const complaintsOf = async ({ vault }: Device): Promise<string[]> => {
  const { rows } = await vault.dossiers({
    kinds: ['complaint'],
    text: '',
    filters: {},
    sort: 'updated',
    descending: true,
    offset: 0,
    limit: 10,
    space: null,
  });
  return rows.map((row) => row.id);
};
