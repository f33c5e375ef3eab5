import type { ReferralAct } from '@dayaq/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  acquaint,
  type Device,
  expectOk,
  newCase,
  set,
  settle,
  shared,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../../../worlds/devices/world.ts';
import { fieldsOfAct } from '@dayaq/acts/referral/life';
import { makeCase } from '@dayaq/acts/referral/make-case';
import { relatedCase } from '../../referrals/related-case.ts';
import { newIds } from './flow/flow-state.ts';
import { ofPeer } from '@dayaq/acts/referral/recipient';
import {
  type ReferralIds,
  type ReferralPlan,
  sendReferral,
  type SendOutcome,
} from '@dayaq/acts/referral/send';
import { referralView } from './referral-view.ts';
import { withdraw } from './withdraw.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const TODAY = '2026-11-22';
const REST = {
  need: 'shelter',
  needOther: '',
  needWords: '',
  way: 'sealed',
  contactPerson: '',
  followUp: null,
};

interface Scene {
  ana: Device;
  bahar: Device;
  id: string;
  plan: ReferralPlan;
  ids: ReferralIds;
  send(): Promise<SendOutcome>;
}

/** A case of Ana's, and a referral of its client to Bahar's organisation, put together and not sent. */
async function aScene(person: Record<string, string> = {}, restricted = false): Promise<Scene> {
  const ana = await world.found('Ana');
  const bahar = await world.found('Bahar');
  await acquaint(ana, bahar);
  const id = await newCase(ana, 'Wren', restricted ? [ana.account] : undefined);
  const of = await ana.vault.newId();
  const client = set('person', of, { role: 'client', alias: 'Wren', hivStatus: 'positive', ...person });
  expectOk(await ana.vault.save({ dossier: id, changes: [client] }));
  const recipient = ofPeer({ space: await spaceOfDevice(bahar), name: 'Circle of Bahar' });
  const fresh = { decision: 'yes', how: 'spoken', givenBy: 'self' };
  const plan = { ...REST, of, recipient, consent: { fresh }, chosen: { [of]: ['alias'] }, files: [] };
  const ids = await newIds(ana.vault);
  const send = async (): Promise<SendOutcome> =>
    sendReferral(plan, ids, {
      vault: ana.vault,
      dossier: expectOk(await ana.vault.dossier(id)),
      me: ana.account,
      from: 'Circle of Ana',
      now: 5,
      today: TODAY,
    });
  return { ana, bahar, id, plan, ids, send };
}

const kinds = async (device: Device, id: string): Promise<string[]> =>
  expectOk(await device.vault.dossier(id))
    .records.map(({ kind }) => kind)
    .sort();

test('what was agreed arrives, and nothing else; sent twice it is still one referral', async () => {
  const { ana, bahar, id, ids, send } = await aScene();
  expect(await send()).toEqual({ ok: true });
  expect(await send()).toEqual({ ok: true });
  expect(await kinds(ana, id)).toEqual(['case', 'consent', 'person', 'referral']);
  await settle(ana, bahar);
  const received = expectOk(await bahar.vault.dossier(ids.dossier));
  expect(received.records.map(({ kind }) => kind).sort()).toEqual(['handover', 'person']);
  expect(Object.keys(received.records.find(({ kind }) => kind === 'person')?.fields ?? {})).toEqual([
    'alias',
  ]);
  expect((await shared(bahar, ids.dossier))?.fields).toMatchObject({ from: 'Circle of Ana', sent: 5 });
});

test('the child goes along with the fields that were agreed for her, and is told from who asks where a case is made of it', async () => {
  const { ana, bahar, id, plan, ids } = await aScene();
  const child = await ana.vault.newId();
  const fields = {
    role: 'dependant',
    relation: 'child',
    alias: 'Anna',
    ageBand: '0-13',
    hivStatus: 'negative',
  };
  expectOk(await ana.vault.save({ dossier: id, changes: [set('person', child, fields)] }));
  const chosen = { ...plan.chosen, [child]: ['ageBand', 'relation'] };
  const around = { vault: ana.vault, me: ana.account, from: 'Circle of Ana', now: 5, today: TODAY };
  const dossier = expectOk(await ana.vault.dossier(id));
  expect(await sendReferral({ ...plan, chosen }, ids, { ...around, dossier })).toEqual({ ok: true });
  await settle(ana, bahar);
  const received = expectOk(await bahar.vault.dossier(ids.dossier));
  const people = received.records.filter(({ kind }) => kind === 'person').map(({ fields: told }) => told);
  expect(people.map((told) => Object.keys(told).sort()).sort((a, b) => a.length - b.length)).toEqual([
    ['alias'],
    ['ageBand', 'relation', 'role'],
  ]);
  const theirs = expectOk(
    await makeCase(bahar.vault, received, { me: bahar.account, today: TODAY, sourceWords: '' }),
  );
  const roles = expectOk(await bahar.vault.dossier(theirs)).records.flatMap(({ kind, fields: told }) =>
    kind === 'person' ? [told['role']?.value] : [],
  );
  expect(roles.sort()).toEqual(['client', 'dependant']);
});

test('each side finds its own case of a hand-over by its link, and nothing in the hand-over leads to either', async () => {
  const { ana, bahar, id, ids, send } = await aScene();
  expect(await send()).toEqual({ ok: true });
  await settle(ana, bahar);
  expect(await relatedCase(ana.vault, ids.dossier)).toBe(id);
  expect(await relatedCase(bahar.vault, ids.dossier)).toBeNull();
  const received = expectOk(await bahar.vault.dossier(ids.dossier));
  const context = { me: bahar.account, today: TODAY, sourceWords: '' };
  const theirs = expectOk(await makeCase(bahar.vault, received, context));
  await settle(ana, bahar);
  expect(await relatedCase(bahar.vault, ids.dossier)).toBe(theirs);
  expect(await relatedCase(ana.vault, ids.dossier)).toBe(id);
  for (const side of [ana, bahar]) {
    const held = JSON.stringify(expectOk(await side.vault.dossier(ids.dossier)).records);
    expect(held).not.toContain(id);
    expect(held).not.toContain(theirs);
  }
});

test.each([
  ['by choice', async (bahar: Device) => ({ excludedIds: [await spaceOfDevice(bahar)] })],
  ['in their own words', () => Promise.resolve({ exclusions: 'the circle of bahar, I know them all' })],
])(
  'an organisation that the client excluded %s is refused, and nothing is kept or sent',
  async (_, exclusion) => {
    const { ana, bahar, id, plan, ids, send } = await aScene();
    expectOk(
      await ana.vault.save({ dossier: id, changes: [set('person', plan.of, await exclusion(bahar))] }),
    );
    expect(await send()).toEqual({ ok: false, refused: 'excluded' });
    expect(await kinds(ana, id)).toEqual(['case', 'person']);
    await settle(ana, bahar);
    expect(await shared(ana, ids.dossier)).toBeUndefined();
    expect(await bahar.vault.shares()).toEqual([]);
  },
);

test('after a failure the answers can be changed: only what was agreed last is kept and goes', async () => {
  const { ana, bahar, id, plan, ids, send } = await aScene();
  const stranger = ofPeer({ space: await ana.vault.newId(), name: 'Circle of Bahar' });
  const attempt = { ...plan, recipient: stranger, chosen: { [plan.of]: ['alias', 'hivStatus'] } };
  const around = { me: ana.account, from: 'Circle of Ana', now: 4, today: TODAY, vault: ana.vault };
  const before = expectOk(await ana.vault.dossier(id));
  expect(await sendReferral(attempt, ids, { ...around, dossier: before })).toMatchObject({ ok: false });
  expect(await send()).toEqual({ ok: true });
  await settle(ana, bahar);
  const records = expectOk(await ana.vault.dossier(id)).records;
  expect(
    records.filter(({ kind }) => kind === 'consent').map(({ fields }) => fields['agreed']?.value),
  ).toEqual([plan.chosen]);
  expect((await shared(bahar, ids.dossier))?.fields['parts']).toEqual(['alias-age']);
});

test('a hand-over of a restricted case is for its readers alone, at the sender too', async () => {
  const { ana, bahar, ids, send } = await aScene({}, true);
  const colleague = await world.join(ana, 'Elza');
  expect(await send()).toEqual({ ok: true });
  await settle(ana, bahar, colleague);
  expect((await shared(bahar, ids.dossier))?.state).toBe('live');
  expect((await colleague.vault.dossier(ids.dossier)).ok).toBe(false);
  expect(await shared(colleague, ids.dossier)).toBeUndefined();
});

test('an acceptance by mistake is taken back with its reason, both sides read it, and the answer is given anew', async () => {
  const { ana, bahar, id, ids, send } = await aScene();
  await send();
  await settle(ana, bahar);
  const answer = async (act: ReferralAct): Promise<void> => {
    const life = (await shared(bahar, ids.dossier))?.fields ?? {};
    const fields = fieldsOfAct(life, act) ?? {};
    expectOk(
      await bahar.vault.save({ dossier: ids.dossier, changes: [set('handover', ids.dossier, fields)] }),
    );
    await settle(bahar, ana);
  };
  const seen = async () => {
    const { records } = expectOk(await ana.vault.dossier(id));
    const referral = records.find(({ kind }) => kind === 'referral');
    if (referral === undefined) throw new Error('no referral');
    return referralView(referral, await shared(ana, ids.dossier), records);
  };
  await answer({ act: 'accept', at: 10 });
  const { referral, news } = await seen();
  expectOk(await ana.vault.save({ dossier: id, changes: [set('referral', referral.id, news)] }));
  expect((await seen()).status).toBe('accepted');
  await answer({ act: 'mend', at: 11, why: 'It was for another client.' });
  const mended = await seen();
  expect(mended.status).toBe('sent');
  expect(mended.life).toMatchObject({ mendedWhat: 'accepted', mendedWhy: 'It was for another client.' });
  expect((await shared(bahar, ids.dossier))?.fields).toMatchObject({ mendedWhat: 'accepted' });
  expect(mended.news).toMatchObject({ accepted: null, mended: 11 });
  await answer({ act: 'decline', at: 12, why: 'no-place' });
  expect((await seen()).status).toBe('declined');
  expect((await ana.vault.overstepped()).total).toBe(0);
});

test('a withdrawal stands in the case, reaches the recipient, and can be repeated', async () => {
  const { ana, bahar, id, ids, send } = await aScene();
  await send();
  await settle(ana, bahar);
  const now = { at: 9, day: TODAY };
  for (let turn = 0; turn < 2; turn++)
    expectOk(await withdraw(ana.vault, expectOk(await ana.vault.dossier(id)), [ids.consent], now, ''));
  await settle(ana, bahar, ana);
  await settle(bahar, ana);
  const records = expectOk(await ana.vault.dossier(id)).records;
  expect(records.find(({ kind }) => kind === 'consent')?.fields['withdrawn']?.value).toEqual({ day: TODAY });
  expect(records.find(({ kind }) => kind === 'referral')?.fields['revoked']?.value).toBe(9);
  expect(await shared(ana, ids.dossier)).toMatchObject({ state: 'ended', acknowledged: true });
  expect(await shared(bahar, ids.dossier)).toMatchObject({ state: 'ended' });
  // The consent is gone: a page that still stands open cannot send the same once more.
  expect(await send()).toEqual({ ok: false, refused: 'no-consent' });
});
