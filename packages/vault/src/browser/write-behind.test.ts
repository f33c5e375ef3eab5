import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WriteBehind } from './write-behind.ts';

interface Written {
  file: number;
  offset: number;
  bytes: number[];
}

const write = fc.record({
  file: fc.constantFrom(1, 2),
  offset: fc.nat(40),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
  flush: fc.boolean(),
});

function apply(files: Map<number, Uint8Array>, { file, offset, bytes }: Written): void {
  const content = files.get(file) ?? new Uint8Array(64);
  content.set(bytes, offset);
  files.set(file, content);
}

describe('writing behind', () => {
  it('leaves what writing each piece at once would have left, after every flush', () => {
    fc.assert(
      fc.property(fc.array(write, { maxLength: 40 }), (writes) => {
        const [there, wanted] = [new Map<number, Uint8Array>(), new Map<number, Uint8Array>()];
        const behind = new WriteBehind((file, data, offset) => {
          apply(there, { file, offset, bytes: [...data] });
          return 0;
        });
        for (const { file, offset, bytes, flush } of writes) {
          expect(behind.take(file, bytes, offset)).toBe(0);
          apply(wanted, { file, offset, bytes: [...bytes] });
          bytes.fill(0);
          if (!flush) continue;
          expect(behind.flush()).toBe(0);
          expect(there).toEqual(wanted);
        }
        behind.flush();
        expect(there).toEqual(wanted);
      }),
    );
  });

  it('puts pages that follow each other into one write', () => {
    const lengths: number[] = [];
    const behind = new WriteBehind((_, data) => {
      lengths.push(data.length);
      return 0;
    });
    for (let i = 0; i < 100; i++) behind.take(1, new Uint8Array(4096), i * 4096);
    behind.flush();
    expect(lengths).toEqual([409_600]);
  });

  it('never holds more than a mebibyte, and writes what is larger at once', () => {
    const lengths: number[] = [];
    const behind = new WriteBehind((_, data) => {
      lengths.push(data.length);
      return 0;
    });
    for (let i = 0; i < 300; i++) behind.take(1, new Uint8Array(8192), i * 8192);
    behind.take(1, new Uint8Array(2_000_000), 300 * 8192);
    expect(Math.max(...lengths.slice(0, -1))).toBeLessThanOrEqual(1_048_576);
    expect(lengths.reduce((sum, each) => sum + each, 0)).toBe(300 * 8192 + 2_000_000);
  });

  it('says that the device is full where the held bytes find no room, and does not try those again', () => {
    let isFull = true;
    const behind = new WriteBehind(() => (isFull ? 13 : 0));
    expect(behind.take(1, new Uint8Array(10), 0)).toBe(0);
    expect(behind.flush()).toBe(13);
    isFull = false;
    expect(behind.flush()).toBe(0);
    behind.take(1, new Uint8Array(10), 0);
    isFull = true;
    expect(behind.take(1, new Uint8Array(10), 500)).toBe(13);
  });

  it('never lets a sync succeed over a write that failed while nobody listened', () => {
    let isFull = true;
    const behind = new WriteBehind(() => (isFull ? 13 : 0));
    for (const hears of [() => behind.flush(), () => behind.take(1, new Uint8Array(10), 10)]) {
      isFull = true;
      behind.take(1, new Uint8Array(10), 0);
      // Before a file is measured, cut or closed.
      behind.empty();
      isFull = false;
      expect(hears()).toBe(13);
      expect(behind.flush()).toBe(0);
    }
  });
});
