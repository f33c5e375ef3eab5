import { expect, test } from 'vitest';
import { calendarEntries } from './calendar-entries.ts';

const task = { record: 'r1', dossier: 'd1', rule: '', about: '', due: '2026-12-01' };

test('a task keeps its name in calendars, two tasks have two, and none is the record’s own', async () => {
  const made = { ...task, record: '', rule: 'threat-act', about: 'x' };
  const entries = () => calendarEntries([task, made, { ...made, about: 'y' }], () => 'Reminder');
  const uids = (await entries()).map(({ uid }) => uid);
  expect(new Set(uids).size).toBe(3);
  expect((await entries()).map(({ uid }) => uid)).toEqual(uids);
  for (const uid of uids) expect(uid).toMatch(/^[0-9a-f]{32}$/);
});

test('a task without a day is left out', async () => {
  expect(await calendarEntries([{ ...task, due: '' }], () => 'Reminder')).toEqual([]);
});
