import { dayOf } from '@dayaq/locale';
import { expect, test } from 'vitest';
import { todayByServer } from './now-by-server.ts';
import { status } from './session.ts';

const DAY = 86_400_000;

test('where the clock is known to be wrong, the day is the server’s', () => {
  const before = status.value;
  expect(todayByServer()).toBe(dayOf(Date.now()));
  status.value = { ...before, clockAhead: 400 };
  expect(todayByServer()).toBe(dayOf(Date.now() - 400 * DAY));
  status.value = { ...before, clockAhead: -3 };
  expect(todayByServer()).toBe(dayOf(Date.now() + 3 * DAY));
  status.value = before;
});
