import { LIMITS } from '@dayaq/protocol';
import { expect, test } from 'vitest';
import { PageSize } from './page-size.ts';

/** Milliseconds that so many bytes take. */
const at = (bitsPerSecond: number) => (bytes: number) => (bytes * 8000) / bitsPerSecond;

function pages(count: number, time: (bytes: number) => number, isLost: (n: number) => boolean): PageSize {
  const size = new PageSize();
  for (let n = 1; n <= count; n++) {
    if (isLost(n)) size.lost();
    else size.arrived(size.bytes, time(size.bytes));
  }
  return size;
}

test('on a quick network pages grow to what the server gives', () => {
  expect(pages(6, at(100_000_000), () => false).bytes).toBe(LIMITS.bytesPerPull);
});

test('on a network of 250 kbit/s a page takes about four seconds, also when every third is lost', () => {
  const slow = at(250_000);
  expect(slow(pages(10, slow, () => false).bytes)).toBeCloseTo(4000, -2);
  expect(slow(pages(11, slow, (n) => n % 3 === 0).bytes)).toBeCloseTo(4000, -2);
});

test('a page never shrinks to nothing', () => {
  expect(pages(30, at(1), () => true).bytes).toBe(16 * 1024);
});

test('the short last page does not make the next one small', () => {
  const size = new PageSize();
  const before = size.bytes;
  size.arrived(500, 3000);
  expect(size.bytes).toBe(before);
});
