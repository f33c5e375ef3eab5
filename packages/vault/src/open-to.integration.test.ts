/**
 * What a member is said to be able to open is what their own device opens; and what a volunteer agreed to is their own word, in a
 * wording that nobody changes under it.
 */
import { agreedChanges, agreedName, agreementChanges, agreementName } from '@dayaq/acts/volunteer/volunteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  aliases,
  type Device,
  expectOk,
  newCase,
  settle,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const WORDS = {
  az: 'Sirr saxlayıram.',
  en: 'I keep it.',
  ru: 'Я храню тайну.',
  tg: 'Ман сирро нигоҳ медорам.',
};

async function roster(device: Device) {
  return expectOk(await device.vault.roster());
}

it('says of each restricted case whether they read it, counts what everybody opens, and nothing for whoever was removed', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  await settle(leyla, rena, leyla);
  await newCase(leyla, 'everybody’s');
  const named = await newCase(leyla, 'with Rena', [leyla.account, rena.account]);
  const closed = await newCase(leyla, 'without Rena', [leyla.account]);
  // Before anything was sent, and after.
  for (const _ of ['unsent', 'sent']) {
    const open = await leyla.vault.openTo(rena.account);
    expect(open).toMatchObject({ namedInAll: 1, closedToThem: 1 });
    expect(open.everybodys).toEqual([{ kind: 'case', count: 1 }]);
    expect(open.named).toEqual([{ dossier: named, kind: 'case', title: 'with Rena' }]);
    await settle(leyla, rena, leyla, rena);
  }
  expect((await aliases(rena)).sort()).toEqual(['everybody’s', 'with Rena']);

  expectOk(await leyla.vault.restrict({ dossier: closed, to: [leyla.account, rena.account] }));
  await settle(leyla, rena, leyla, rena);
  expect((await leyla.vault.openTo(rena.account)).namedInAll).toBe(2);
  expect(await aliases(rena)).toHaveLength(3);
  expectOk(await leyla.vault.restrict({ dossier: named, to: [leyla.account] }));
  await settle(leyla);
  expect(await leyla.vault.openTo(rena.account)).toMatchObject({ namedInAll: 1, closedToThem: 1 });

  expectOk(await leyla.vault.removeMember(rena.account));
  await settle(leyla);
  expect(await leyla.vault.openTo(rena.account)).toMatchObject({ everybodys: [], namedInAll: 0 });
});

it('who was invited is known by the invitation that they used', async () => {
  const leyla = await world.found('Leyla');
  const { invite, link } = expectOk(
    await leyla.vault.invite({ role: 'caseworker', keyholder: false, days: 1 }),
  );
  const rena = await world.newcomer(link, 'Rena');
  await settle(leyla, rena, leyla);
  const views = await leyla.vault.invitations();
  expect(views.find((each) => each.invite === invite)?.usedBy).toBe(rena.account);
});

it('nobody rewords what was agreed to, writes a wording who holds no keys, or takes back another one’s word', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  await settle(leyla, rena, leyla);
  const { id: dossier } = await roster(leyla);
  const [wording = ''] = await leyla.vault.idsFor([agreementName(1)]);
  expectOk(await leyla.vault.save({ dossier, changes: agreementChanges(wording, 1, WORDS, '2026-11-30') }));
  await settle(leyla, rena);
  const [word = ''] = await rena.vault.idsFor([agreedName(wording, rena.account, rena.account)]);
  expectOk(
    await rena.vault.save({ dossier, changes: agreedChanges(word, rena.account, wording, '2026-11-30') }),
  );
  await settle(rena, leyla);

  const reworded = agreementChanges(wording, 1, { ...WORDS, az: 'Hamıya danışıram.' }, '2026-12-01');
  expect(await leyla.vault.save({ dossier, changes: reworded })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  const [second = ''] = await rena.vault.idsFor([agreementName(2)]);
  const own = agreementChanges(second, 2, WORDS, '2026-12-01');
  expect(await rena.vault.save({ dossier, changes: own })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  const takenBack = [{ kind: 'agreed', record: word, fields: {}, deleted: true }];
  expect(await leyla.vault.save({ dossier, changes: takenBack })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  const { records } = await roster(leyla);
  expect(records.find(({ id }) => id === wording)?.fields['az']?.value).toBe(WORDS.az);
  expect(records.find(({ id }) => id === word)).toMatchObject({
    created: { by: rena.account },
    deleted: false,
  });
});
