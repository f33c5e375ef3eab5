import { describe, expect, it } from 'vitest';
import type { SheetView } from './indicators.ts';
import { drawSeries, HEIGHT, WIDTH } from './series-picture.ts';

const sheet = (id: string, since: string, found: readonly [day: string, least: number, most?: number][]) =>
  ({
    id,
    since: { day: since },
    aim: 'more',
    baseline: null,
    targets: [],
    measured: found.map(([day, least, most = least]) => ({
      id: `${id} ${day}`,
      sheet: id,
      date: { day },
      least,
      most,
      of: '',
    })),
  }) as unknown as SheetView;

describe('the picture of a series', () => {
  it('has a line of its own for each definition, and says where another one begins', () => {
    const picture = drawSeries([
      sheet('old', '2023', [
        ['2023-05', 2],
        ['2024-05', 4],
      ]),
      sheet('new', '2025', [
        ['2025-05', 9],
        ['2026-05', 12],
      ]),
    ]);
    expect(picture?.lines.map((line) => line.length)).toEqual([2, 2]);
    expect(picture?.changes).toHaveLength(1);
  });

  it('stays within its frame, later days to the right, and a range as high as it is wide', () => {
    const picture = drawSeries([
      sheet('s', '2023', [
        ['2023', 2],
        ['2024-05-03', 400, 900],
        ['2026', 0],
      ]),
    ]);
    const points = picture?.lines.flat() ?? [];
    expect(points.map(({ x }) => x)).toEqual([...points.map(({ x }) => x)].sort((a, b) => a - b));
    for (const { x, top, bottom } of points) {
      expect(x >= 0 && x <= WIDTH && top >= 0 && bottom <= HEIGHT).toBe(true);
      expect(top).toBeLessThanOrEqual(bottom);
    }
    expect(points[1]?.top).toBeLessThan(points[1]?.bottom ?? 0);
  });

  it('names no year over another, nor over its edge', () => {
    const picture = drawSeries([
      sheet('s', '2023', [
        ['2024-12-30', 2],
        ['2025-06', 4],
        ['2027-01-02', 4],
      ]),
    ]);
    expect(picture?.years.map(({ year }) => year)).toEqual([2025, 2026]);
  });

  it('draws one single day, and nothing where nothing is known', () => {
    expect(drawSeries([sheet('s', '2023', [['2023', 0]])])?.lines.flat()[0]?.x).toBeGreaterThan(0);
    expect(drawSeries([sheet('s', '2023', [])])).toBeNull();
  });
});
