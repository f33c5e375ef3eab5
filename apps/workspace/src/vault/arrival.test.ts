import type { SpaceSummary } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { arrivalOf } from './arrival.ts';

const space = (told: Pick<SpaceSummary, 'ready' | 'removed' | 'fetching'>) => told as SpaceSummary;

test('a space that was just restored is on its way, and waits for nobody’s key', () => {
  expect(arrivalOf(space({ ready: false, removed: false, fetching: { done: 0, total: 0 } }))).toEqual({
    is: 'fetching',
    done: 0,
    total: 0,
  });
});

test('a key is missing only where the log has been asked for and did not hold it', () => {
  expect(arrivalOf(space({ ready: false, removed: false, fetching: { done: 3, total: 40 } })).is).toBe(
    'no-key',
  );
  expect(arrivalOf(space({ ready: false, removed: false, fetching: null })).is).toBe('no-key');
  expect(arrivalOf(space({ ready: true, removed: false, fetching: { done: 3, total: 40 } }))).toEqual({
    is: 'fetching',
    done: 3,
    total: 40,
  });
  expect(arrivalOf(space({ ready: true, removed: false, fetching: null })).is).toBe('here');
  expect(arrivalOf(space({ ready: true, removed: true, fetching: { done: 0, total: 0 } })).is).toBe(
    'removed',
  );
});
