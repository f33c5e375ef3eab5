import { dayNumbered } from '@dayaq/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawPlan, MONTH_ROOM } from './plan-picture.ts';

const day = fc.integer({ min: 18_000, max: 22_000 }).map(dayNumbered);
const act = fc.record({
  id: fc.uuid(),
  title: fc.string(),
  begun: day,
  end: fc.option(day),
  isDone: fc.boolean(),
});

test('every bar lies inside the picture and none runs backwards', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), day, (acts, today) => {
      const picture = drawPlan(acts, today);
      if (picture === null) {
        expect(acts.filter(({ end }) => end !== null).length).toBeLessThan(2);
        return;
      }
      expect(picture.today).toBeGreaterThan(0);
      expect(picture.today).toBeLessThan(1);
      for (const bar of picture.bars) {
        expect(bar.from).toBeGreaterThanOrEqual(0);
        expect(bar.to).toBeLessThanOrEqual(1);
        expect(bar.from).toBeLessThanOrEqual(bar.to);
      }
      for (const { at } of picture.months) expect(at >= 0 && at <= 1).toBe(true);
      expect(picture.months.length).toBeLessThanOrEqual(6);
      const words = picture.months.filter(({ named }) => named).map(({ at }) => at);
      for (const [i, at] of words.entries()) {
        expect(at + MONTH_ROOM).toBeLessThanOrEqual(1);
        if (i > 0) expect(at - (words[i - 1] ?? 0)).toBeGreaterThanOrEqual(MONTH_ROOM - 1e-9);
      }
    }),
  );
});
