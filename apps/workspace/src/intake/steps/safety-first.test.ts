import type { MemberView } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { emptyDraft } from '@dayaq/acts/intake/draft';
import { didIt, nextToAct } from './safety-first.tsx';

const member = (account: string, role: MemberView['role'], removed = false) =>
  ({ account, name: account, role, removed }) as MemberView;
const draft = emptyDraft('2026-11-29', 'me');
const members = [
  member('me', 'coordinator'),
  member('viewer', 'viewer'),
  member('worker', 'caseworker'),
  member('gone', 'coordinator', true),
  member('lead', 'coordinator'),
];

test('in danger one calls another coordinator first, never oneself, a viewer, or somebody who is gone', () => {
  expect(nextToAct({ members, me: 'me' }, draft)).toBe('lead');
  expect(nextToAct({ members: members.slice(0, 4), me: 'me' }, draft)).toBe('worker');
  expect(nextToAct({ members: members.slice(0, 2), me: 'me' }, draft)).toBeNull();
});

test('of a restricted case nobody is called who may not open it', () => {
  expect(nextToAct({ members, me: 'me' }, { ...draft, readers: ['me', 'worker'] })).toBe('worker');
  expect(nextToAct({ members, me: 'me' }, { ...draft, readers: ['me'] })).toBeNull();
});

test('who did it is not offered for help', () => {
  const told = (by: string[]) => ({ fields: {}, by, alsoTo: [] });
  expect(didIt(draft, 'police')).toBe(false);
  expect(didIt({ ...draft, apart: ['police'] }, 'police')).toBe(true);
  expect(didIt({ ...draft, types: ['extortion'], acts: { extortion: told(['police']) } }, 'police')).toBe(
    true,
  );
  // An act that was taken back accuses nobody.
  expect(didIt({ ...draft, types: [], acts: { extortion: told(['police']) } }, 'police')).toBe(false);
  expect(didIt({ ...draft, apart: ['police'] }, 'ambulance')).toBe(false);
});
