import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesOf, rowsToOffer, scrollToShow, windowOf } from './window.ts';

const sight = fc.record({
  scrollTop: fc.integer({ min: -200, max: 12_000_000 }),
  height: fc.integer({ min: 1, max: 3000 }),
  rowHeight: fc.integer({ min: 1, max: 400 }),
  count: fc.integer({ min: 0, max: 100_000 }),
  spare: fc.integer({ min: 0, max: 20 }),
});

describe('the window over a long list', () => {
  it('draws every row that is in sight, and never one that does not exist', () => {
    fc.assert(
      fc.property(sight, (s) => {
        const { first, end } = windowOf(s);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(s.count);
        const top = Math.min(Math.max(0, s.scrollTop), Math.max(0, s.count * s.rowHeight - s.height));
        for (const y of [top, top + s.height / 2, top + s.height - 0.5]) {
          const row = Math.floor(y / s.rowHeight);
          if (row < s.count) {
            expect(row).toBeGreaterThanOrEqual(first);
            expect(row).toBeLessThan(end);
          }
        }
      }),
    );
  });

  it('draws no more rows than fit, plus the spare ones', () => {
    fc.assert(
      fc.property(sight, (s) => {
        const { first, end } = windowOf(s);
        expect(end - first).toBeLessThanOrEqual(Math.ceil(s.height / s.rowHeight) + 1 + 2 * s.spare);
      }),
    );
  });

  it('asks for exactly the pages that hold its rows', () => {
    fc.assert(
      fc.property(sight, fc.integer({ min: 1, max: 200 }), (s, pageSize) => {
        const window = windowOf(s);
        const wanted = new Set<number>();
        for (let row = window.first; row < window.end; row++) wanted.add(Math.floor(row / pageSize));
        expect(pagesOf(window, pageSize)).toEqual([...wanted].sort((a, b) => a - b));
      }),
    );
  });

  it('brings a row wholly into sight, and does not move when it already is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 100, max: 2000 }),
        fc.integer({ min: 10, max: 100 }),
        fc.integer({ min: 0, max: 100_000 }),
        (scrollTop, height, rowHeight, index) => {
          const to = scrollToShow({ scrollTop, height, rowHeight, index });
          expect(index * rowHeight).toBeGreaterThanOrEqual(to);
          expect((index + 1) * rowHeight).toBeLessThanOrEqual(to + height);
          expect(scrollToShow({ scrollTop: to, height, rowHeight, index })).toBe(to);
        },
      ),
    );
  });

  it('keeps one page ahead while the total is not known, and ends where the cases end', () => {
    const beyond = { total: 10_000, more: true, seenEnd: null, reached: 0, pageSize: 100 };
    expect(rowsToOffer(beyond)).toBe(10_100);
    expect(rowsToOffer({ ...beyond, reached: 10_100 })).toBe(10_200);
    expect(rowsToOffer({ ...beyond, seenEnd: 10_142 })).toBe(10_142);
    expect(rowsToOffer({ total: 214, more: false, seenEnd: null, reached: 100, pageSize: 100 })).toBe(214);
  });
});
