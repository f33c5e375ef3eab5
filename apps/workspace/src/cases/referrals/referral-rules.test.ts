import { plainRecord } from '@dayaq/acts/record-values';
import type { RecordView, Value } from '@dayaq/vault/client';
import { isExcluded } from '@dayaq/domain';
import { expect, test } from 'vitest';
import {
  exclusionFields,
  exclusionsOf,
  readersWithout,
  withMember,
  withOrganisation,
  withoutOrganisation,
} from './exclusions/exclusions.ts';
import { answersNow, fieldsOfAct, lifeOf, lifeSteps, notWritten } from '@dayaq/acts/referral/life';
import { barredBy, ofPeer, ofService } from '@dayaq/acts/referral/recipient';
import { owedWithdrawals, reachedBy, withdrawalOf } from '@dayaq/acts/referral/withdrawal';

const record = (id: string, kind: string, values: Record<string, Value>): RecordView => ({
  id,
  kind,
  deleted: false,
  created: { by: 'm', at: 1 },
  updated: { by: 'm', at: 1 },
  fields: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, by: 'm', at: 1, alternatives: [] }]),
  ),
});

test('where a referral stands is read from the hand-over, and a withdrawal counts wherever it stands', () => {
  const life = lifeOf({ sent: 1, followUp: { day: '2026-12-01' } }, { sent: 1, accepted: 5 });
  expect(lifeSteps(life).map(({ step, at }) => [step, at])).toEqual([
    ['sent', 1],
    ['accepted', 5],
    ['in-service', null],
    ['done', null],
  ]);
  const revoked = lifeOf({ sent: 1, revoked: 9 }, { sent: 1, accepted: 5 });
  expect(lifeSteps(revoked).map(({ step }) => step)).toEqual(['sent', 'accepted', 'revoked', 'confirmed']);
  expect(
    lifeSteps(lifeOf({ sent: 1 }, { declined: 4, declinedWhy: 'no-place' })).map(({ step }) => step),
  ).toEqual(['sent', 'declined']);
});

test('what the others answered can be written into the case, and only what is not there yet', () => {
  expect(notWritten({ sent: 1 }, { sent: 1, declined: 4, declinedWhy: 'no-place' })).toEqual({
    declined: 4,
    declinedWhy: 'no-place',
  });
  expect(notWritten({ sent: 1, accepted: 3 }, { accepted: 3 })).toEqual({});
  expect(notWritten({ sent: 1 }, null)).toEqual({});
});

test('only the acts that can be done are offered, and one that came too late changes nothing', () => {
  expect(answersNow({ sent: 1 })).toEqual(['accept', 'decline']);
  expect(answersNow({ sent: 1, revoked: 2 })).toEqual([]);
  expect(fieldsOfAct({ sent: 1, accepted: 2 }, { act: 'decline', why: 'closed', at: 3 })).toBeNull();
  expect(fieldsOfAct({ sent: 1 }, { act: 'decline', why: '', at: 3 })).toBeNull();
});

test('an organisation that is excluded stays out under its other ids and names, and can be let in again', () => {
  const before = { ids: ['a'], words: 'my uncle' };
  const after = withOrganisation(before, { ids: ['space-1'], name: 'Clean Home' });
  const person = record('p', 'person', exclusionFields(after));
  const plain = [plainRecord(person)];
  expect(isExcluded(plain, ofPeer({ space: 'space-2', name: 'Clean Home' }))).toBe(true);
  expect(isExcluded(plain, ofPeer({ space: 'space-1', name: 'Renamed' }))).toBe(true);
  const service = { id: 's', provider: 'p', name: 'Night shelter', providerName: 'Clean Home', names: [] };
  expect(isExcluded(plain, ofService(service))).toBe(true);
  expect(exclusionsOf(person)).toEqual(after);
  expect(withoutOrganisation(after, { ids: ['space-1'], name: 'Clean Home' })).toEqual(before);
});

test('what is barred for the vault: connected organisations and members that were chosen or are meant, and nothing else', () => {
  const person = record('p', 'person', {
    excludedIds: ['member-1', 'space-9', 'provider-3', 'x!'],
    exclusions: 'Clean Home, where she works',
  });
  const peers = [
    { space: 'space-9', name: 'North' },
    { space: 'space-1', name: 'Clean Home' },
    { space: 'space-2', name: 'Open Door' },
  ];
  expect(barredBy([plainRecord(person)], peers, [{ account: 'member-1' }])).toEqual({
    spaces: ['space-9', 'space-1'],
    accounts: ['member-1'],
  });
});

test('a member who is excluded is not among the readers, also where everybody could read before', () => {
  const members = ['a', 'b', 'c'].map((account) => ({ account, removed: account === 'c' }));
  expect(readersWithout(members, { restricted: false, readers: [] }, ['b'])).toEqual(['a']);
  expect(readersWithout(members, { restricted: true, readers: ['b'] }, ['b'])).toEqual([]);
  expect(withMember({ ids: ['x'], words: '' }, 'b', true).ids).toEqual(['x', 'b']);
});

test('a withdrawal reaches everything that a recipient was given, on whichever consent, and says who has to be told by hand', () => {
  const yes = { of: 'p', to: 'sharing', decision: 'yes', recipient: 'Clean Home' };
  const records = [
    record('older', 'consent', yes),
    record('yes', 'consent', yes),
    record('no', 'consent', { ...yes, decision: 'no' }),
    record('hers', 'consent', { ...yes, of: 'q' }),
    record('elsewhere', 'consent', { ...yes, recipient: 'Open Door' }),
    record('r1', 'referral', { consent: 'yes', dossier: 'd1', sent: 1 }),
    record('r2', 'referral', { consent: 'older', sent: 1 }),
    record('r3', 'referral', { consent: 'elsewhere', dossier: 'd3', sent: 1 }),
    record('r4', 'referral', { consent: 'hers', dossier: 'd4', sent: 1 }),
  ];
  const withdrawal = withdrawalOf(records, 'yes', { at: 7, day: '2026-11-22' }, 'she changed her mind');
  const fields = { withdrawn: { set: { day: '2026-11-22' } }, withdrawnWhy: { set: 'she changed her mind' } };
  expect(withdrawal.changes).toEqual([
    { kind: 'consent', record: 'older', fields },
    { kind: 'consent', record: 'yes', fields },
    { kind: 'referral', record: 'r1', fields: { revoked: { set: 7 } } },
    { kind: 'referral', record: 'r2', fields: { revoked: { set: 7 } } },
  ]);
  expect(withdrawal.handovers).toEqual(['d1']);
  expect(withdrawal.byHand.map(({ id }) => id)).toEqual(['r2']);
});

test('a withdrawal that was interrupted is finished, not done twice', () => {
  const records = [
    record('yes', 'consent', { withdrawn: { day: '2026-11-20' } }),
    record('r1', 'referral', { consent: 'yes', dossier: 'd1', sent: 1, revoked: 5 }),
  ];
  const again = withdrawalOf(records, 'yes', { at: 7, day: '2026-11-22' });
  expect(again.changes).toEqual([]);
  expect(again.handovers).toEqual(['d1']);
});

test('each purpose is withdrawn by itself, and says who still has what was passed on, who was told, and who confirmed', () => {
  const yes = { of: 'p', decision: 'yes' };
  const records = [
    record('counted', 'consent', { ...yes, to: 'statistics' }),
    record('helped', 'consent', { ...yes, to: 'service' }),
    record('shared', 'consent', { ...yes, to: 'sharing', recipient: 'Ümid', recipientId: 'space-1' }),
    record('namesake', 'consent', { ...yes, to: 'sharing', recipient: 'Ümid', recipientId: 'space-2' }),
    record('typed', 'consent', { ...yes, to: 'sharing', recipient: 'Умид' }),
    record('r1', 'referral', {
      consent: 'shared',
      to: 'Ümid',
      dossier: 'd1',
      sent: 1,
      revoked: 5,
      revokedSeen: 6,
    }),
    record('r2', 'referral', { consent: 'typed', to: 'Умид', sent: 2, revoked: 5 }),
    record('r3', 'referral', { consent: 'namesake', to: 'Ümid', dossier: 'd3', sent: 3 }),
  ];
  const now = { at: 7, day: '2026-11-22' };
  const withdrawn = (id: string) => withdrawalOf(records, id, now).changes.map((change) => change.record);
  expect(withdrawn('counted')).toEqual(['counted']);
  expect(withdrawn('helped')).toEqual(['helped']);
  // In other letters it may be the same recipient; another of the same name is not.
  expect(withdrawn('shared')).toEqual(['shared', 'typed']);
  expect(reachedBy(records, 'shared')).toEqual([
    { referral: 'r1', name: 'Ümid', isSealed: true, sent: 1, told: 5, confirmed: 6 },
    { referral: 'r2', name: 'Умид', isSealed: false, sent: 2, told: null, confirmed: null },
  ]);
  expect(reachedBy(records, 'counted')).toEqual([]);
});

test('whoever was given something is owed the word of a withdrawal, wherever that was written down', () => {
  const yes = { of: 'p', to: 'sharing', decision: 'yes', recipient: 'Sunrise' };
  const sent = record('r', 'referral', { of: 'p', consent: 'yes', to: 'Sunrise', sent: 5 });
  const owed = (...records: RecordView[]) => owedWithdrawals(records).map(({ id }) => id);
  const consent = record('yes', 'consent', yes);
  expect(owed(consent, sent)).toEqual([]);
  // In the consent's own form, by a no, by a no that another device wrote down apart.
  expect(owed(record('yes', 'consent', { ...yes, withdrawn: { day: '2026-11-20' } }), sent)).toEqual(['r']);
  expect(owed(record('yes', 'consent', { ...yes, decision: 'no' }), sent)).toEqual(['r']);
  expect(owed(consent, record('no', 'consent', { ...yes, decision: 'no' }), sent)).toEqual(['r']);
  expect(owed({ ...consent, deleted: true }, sent)).toEqual(['r']);
  // Asked anew and agreed, told of it, or never gone: nothing is owed.
  const replaced = { ...consent, replaced: true as const };
  expect(owed(replaced, record('again', 'consent', yes), sent)).toEqual([]);
  const withdrawn = record('yes', 'consent', { ...yes, withdrawn: { day: '2026-11-20' } });
  expect(owed(withdrawn, record('r', 'referral', { of: 'p', consent: 'yes', sent: 5, revoked: 6 }))).toEqual(
    [],
  );
  expect(owed(withdrawn, record('r', 'referral', { of: 'p', consent: 'yes' }))).toEqual([]);
});
