import { expect, test } from 'vitest';
import { readWhole } from './read-whole.ts';

test('a file is read whole', async () => {
  expect(await readWhole(new Blob([Uint8Array.of(1, 2, 3)]))).toEqual(Uint8Array.of(1, 2, 3));
});

test('a file that was moved or deleted after it was chosen is nothing, and does not throw', async () => {
  const gone = new Blob([]);
  gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  expect(await readWhole(gone)).toBeNull();
});

test('a file that never comes is given up', async () => {
  const never = new Blob([]);
  never.arrayBuffer = () => new Promise(() => undefined);
  expect(await readWhole(never, 20)).toBeNull();
});
