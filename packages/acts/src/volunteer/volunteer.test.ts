/** Threats: somebody is said to have agreed who did not; a wording changes under what was agreed to; a goodbye half done passes for done. */
import type { InviteView, MemberView, RecordView, Value } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { goodbyeOf, leftChanges } from './goodbye.ts';
import { agreedBy, agreementsIn, dueVolunteers, volunteersIn, wordsFor } from './volunteer.ts';

const record = (kind: string, id: string, by: string, fields: Record<string, Value>): RecordView =>
  ({
    id,
    kind,
    deleted: false,
    created: { by, at: 1 },
    updated: { by, at: 1 },
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, { value, by, at: 1, alternatives: [] }]),
    ),
  }) as RecordView;
const member = (account: string, more: Partial<MemberView> = {}): MemberView =>
  ({ account, keyholder: false, removed: false, role: 'caseworker', ready: true, ...more }) as MemberView;
const agreed = (by: string, who: string, agreement = 'second') =>
  record('agreed', `${by} ${who}`, by, { who, agreement, day: { day: '2026-11-30' } });
const MEMBERS = [member('nigar', { keyholder: true }), member('rena'), member('elza')];

test('a colleague who writes that somebody agreed says nothing; a keyholder speaks of paper alone, in their own name', () => {
  expect(agreedBy([agreed('elza', 'rena')], 'second', 'rena', MEMBERS)).toBeNull();
  expect(agreedBy([agreed('nigar', 'rena')], 'second', 'rena', MEMBERS)).toMatchObject({
    how: 'paper',
    by: 'nigar',
  });
  expect(
    agreedBy([agreed('nigar', 'rena'), agreed('rena', 'rena')], 'second', 'rena', MEMBERS),
  ).toMatchObject({
    how: 'own',
    by: 'rena',
  });
});

test('a record that one began and another wrote into is nobody’s word', () => {
  const taken = agreed('rena', 'rena');
  const who = taken.fields['who'];
  if (who !== undefined) taken.fields['who'] = { ...who, by: 'nigar' };
  expect(agreedBy([taken], 'second', 'rena', MEMBERS)).toBeNull();
});

test('when the wording changes, what was agreed to before counts for the new one no more', () => {
  const roster = [
    record('agreement', 'first', 'nigar', { number: 1, since: { day: '2026-01-01' }, az: 'Bir', tg: 'Як' }),
    record('agreement', 'second', 'nigar', { number: 2, since: { day: '2026-06-01' }, az: 'İki' }),
    agreed('rena', 'rena', 'first'),
  ];
  const [now] = agreementsIn(roster);
  expect(now?.record).toBe('second');
  expect(agreedBy(roster, 'second', 'rena', MEMBERS)).toBeNull();
  expect(agreedBy(roster, 'first', 'rena', MEMBERS)?.how).toBe('own');
  expect(now && wordsFor(now, 'tg')).toEqual({ language: 'az', text: 'İki' });
});

const WRITTEN = { called: 'Rena', doing: 'Əlaqə xətti', mentor: 'nigar', until: { day: '2026-12-14' } };
const invitation = (state: InviteView['state'], usedBy: string | null): InviteView =>
  ({ invite: 'link', state, usedBy }) as InviteView;
const nothing = { loads: [], effects: { unreadable: 0, cases: [], tasks: 0 }, rotationOwed: false };

test('who a volunteer is follows from the invitation that was made for them, and from nothing that somebody types', () => {
  const roster = [record('volunteer', 'v', 'nigar', { ...WRITTEN, invite: 'link' })];
  expect(volunteersIn(roster, [invitation('open', null)])[0]?.account).toBeNull();
  expect(volunteersIn(roster, [invitation('used', 'rena')])[0]?.account).toBe('rena');
});

test('the end of a term is told two weeks ahead and after it, until the goodbye is over', () => {
  const [one] = volunteersIn([record('volunteer', 'v', 'nigar', WRITTEN)], []);
  if (one === undefined) throw new Error('no volunteer');
  expect(dueVolunteers([one], '2026-11-29')).toEqual([]);
  expect(dueVolunteers([one], '2026-11-30')).toEqual([one]);
  expect(dueVolunteers([one], '2027-03-01')).toEqual([one]);
  expect(dueVolunteers([{ ...one, left: '2026-12-20' }], '2027-03-01')).toEqual([]);
});

test('nobody has left while they are a member, while keys are owed, or while somebody may still come in for them', () => {
  const roster = [record('volunteer', 'v', 'nigar', { ...WRITTEN, invite: 'link', thanks: 'Sağ ol' })];
  const used = [invitation('used', 'rena')];
  const [volunteer] = volunteersIn(roster, used);
  if (volunteer === undefined) throw new Error('no volunteer');
  const of = { ...nothing, volunteer, invitations: used };
  const gone = [member('nigar'), member('rena', { removed: true })];
  const left = (stands: ReturnType<typeof goodbyeOf>) => leftChanges(volunteer, stands, '2026-12-14');
  expect(goodbyeOf({ ...of, members: MEMBERS })).toMatchObject({
    thanks: 'done',
    membership: 'open',
    keys: 'open',
  });
  expect(left(goodbyeOf({ ...of, members: MEMBERS }))).toBeNull();
  expect(left(goodbyeOf({ ...of, members: gone, rotationOwed: true }))).toBeNull();
  expect(left(goodbyeOf({ ...of, members: [] }))).toBeNull();
  expect(left(goodbyeOf({ ...of, members: gone }))).not.toBeNull();
  const [unused] = volunteersIn(roster, [invitation('open', null)]);
  if (unused === undefined) throw new Error('no volunteer');
  const waiting = { ...nothing, volunteer: unused, members: gone, invitations: [invitation('open', null)] };
  expect(left(goodbyeOf(waiting))).toBeNull();
  expect(left(goodbyeOf({ ...waiting, invitations: [invitation('revoked', null)] }))).not.toBeNull();
});

test('what the server could not be asked is not taken for done', () => {
  const used = [invitation('used', 'rena')];
  const [volunteer] = volunteersIn([record('volunteer', 'v', 'nigar', { ...WRITTEN, invite: 'link' })], used);
  if (volunteer === undefined) throw new Error('no volunteer');
  const stands = goodbyeOf({ ...nothing, effects: null, volunteer, members: MEMBERS, invitations: used });
  expect(stands.readers).toBe('unknown');
});
