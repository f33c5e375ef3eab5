import type { SharedRow } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { inboxLists } from './inbox-lists.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 28);

const share = (dossier: string, more: Partial<SharedRow>): SharedRow => ({
  dossier,
  space: 's',
  direction: 'received',
  peer: 'p',
  peerName: 'Clean House',
  state: 'live',
  acknowledged: false,
  fields: {},
  updated: NOW,
  unsent: false,
  ...more,
});
const ids = (rows: readonly SharedRow[]): string[] => rows.map(({ dossier }) => dossier);

test('what waits for our answer stands apart, what was asked first on top', () => {
  const { waiting, week, older, sent } = inboxLists(
    [
      share('new', { fields: { sent: NOW - DAY } }),
      share('first', { fields: { sent: NOW - 2 * DAY } }),
      share('taken', { fields: { sent: NOW - 2 * DAY, accepted: NOW - DAY } }),
    ],
    NOW,
  );
  expect(ids(waiting)).toEqual(['first', 'new']);
  expect(ids(week)).toEqual(['taken']);
  expect([older, sent]).toEqual([[], []]);
});

test('answers of this week come from both sides, the last one first; older ones stand apart', () => {
  const { week, older } = inboxLists(
    [
      share('ours', { fields: { sent: 1, declined: NOW - 3 * DAY } }),
      share('theirs', { direction: 'given', fields: { sent: 1, accepted: NOW - 20 * DAY, done: NOW - DAY } }),
      share('long-ago', { direction: 'given', fields: { sent: 1, accepted: NOW - 8 * DAY } }),
    ],
    NOW,
  );
  expect(ids(week)).toEqual(['theirs', 'ours']);
  expect(ids(older)).toEqual(['long-ago']);
});

test('what we sent can be found, what nobody answered first, and is no news until it is answered', () => {
  const { waiting, week, older, sent } = inboxLists(
    [
      share('answered', { direction: 'given', fields: { sent: 1, accepted: NOW }, updated: NOW }),
      share('open', { direction: 'given', fields: { sent: 1 }, updated: NOW - DAY }),
    ],
    NOW,
  );
  expect(ids(sent)).toEqual(['open', 'answered']);
  expect(ids(week)).toEqual(['answered']);
  expect([waiting, older]).toEqual([[], []]);
});

test('what was taken back asks for nothing', () => {
  const { waiting, older } = inboxLists(
    [share('over', { state: 'ended', fields: { sent: 1 }, updated: NOW - 30 * DAY })],
    NOW,
  );
  expect(waiting).toEqual([]);
  expect(ids(older)).toEqual(['over']);
});
