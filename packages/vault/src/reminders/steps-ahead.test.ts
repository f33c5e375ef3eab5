import { type Answer, type Danger, ESCALATION, escalate } from '@dayaq/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stepsAhead } from './steps-ahead.ts';

const HOUR = 3_600_000;
const T0 = Date.UTC(2026, 10, 22, 9);
const critical: Danger = { record: 'a', level: 'critical', at: T0 };
const hours = (steps: ReturnType<typeof stepsAhead>) =>
  steps.map(({ at, who }) => [(at - T0) / HOUR, who.join('')]);

describe('the steps ahead of a case', () => {
  test('go from one person to the next, and then to all of them again and again', () => {
    const steps = stepsAhead({ dangers: [critical], answers: [], order: ['x', 'y'] }, T0 + 60_000, 5);
    expect(hours(steps)).toEqual([
      [0, 'x'],
      [2, 'y'],
      [4, 'xy'],
      [6, 'xy'],
      [8, 'xy'],
    ]);
  });

  test('begin with the one that it stands at now', () => {
    const steps = stepsAhead({ dangers: [critical], answers: [], order: ['x', 'y', 'z'] }, T0 + 3 * HOUR, 2);
    expect(hours(steps)).toEqual([
      [2, 'y'],
      [4, 'z'],
    ]);
  });

  test('begin after the time of whoever took it, with the next person', () => {
    const answers: Answer[] = [{ by: 'x', at: T0 + HOUR, what: 'taken', knew: ['a'] }];
    const steps = stepsAhead({ dangers: [critical], answers, order: ['x', 'y'] }, T0 + 2 * HOUR, 2);
    expect(hours(steps)).toEqual([
      [13, 'y'],
      [15, 'x'],
    ]);
  });

  test('begin at once where a wrong clock dated the danger into the future', () => {
    const future = { ...critical, at: T0 + 9000 * HOUR };
    const [first, second] = stepsAhead({ dangers: [future], answers: [], order: ['x', 'y'] }, T0, 2);
    expect(first).toMatchObject({ at: future.at, due: T0, who: ['x'] });
    expect(second?.due).toBe(future.at + 2 * HOUR);
  });

  test('do not miss that somebody’s time is over while another danger is in the middle of a step', () => {
    const high: Danger = { record: 'b', level: 'high', at: T0 + HOUR };
    const answers: Answer[] = [{ by: 'x', at: T0, what: 'taken', knew: ['a'] }];
    const steps = stepsAhead({ dangers: [critical, high], answers, order: ['x', 'y'] }, T0 + HOUR, 3);
    expect(steps.map(({ record, at, who }) => [record, (at - T0) / HOUR, who.join('')])).toEqual([
      ['b', 1, 'x'],
      ['a', 12, 'y'],
      ['a', 14, 'x'],
    ]);
  });

  test('are none where somebody acted, and where there is nobody', () => {
    const answers: Answer[] = [{ by: 'x', at: T0 + 1, what: 'protected', knew: ['a'] }];
    expect(stepsAhead({ dangers: [critical], answers, order: ['x'] }, T0 + HOUR, 5)).toEqual([]);
    expect(stepsAhead({ dangers: [critical], answers: [], order: [] }, T0, 5)).toEqual([]);
  });

  const danger = fc.record({
    record: fc.uuid(),
    level: fc.constantFrom('high' as const, 'critical' as const),
    at: fc.integer({ min: 0, max: 100 * 60 }).map((minutes) => T0 + minutes * 60_000),
  });
  const answer = fc.record({
    by: fc.constantFrom('x', 'y', 'z'),
    at: fc.integer({ min: 0, max: 100 * 60 }).map((minutes) => T0 + minutes * 60_000),
    what: fc.constantFrom('taken' as const, 'taken' as const, 'protected' as const),
  });
  const order = fc.subarray(['x', 'y', 'z', 'w'], { minLength: 1 });
  const hour = fc.integer({ min: 0, max: 120 });

  test('are the same from wherever one looks: a later look sees the rest of an earlier one', () => {
    fc.assert(
      fc.property(fc.array(danger, { maxLength: 3 }), order, hour, hour, (dangers, order, from, later) => {
        const look = (at: number) =>
          stepsAhead({ dangers, answers: [], order }, T0 + at * HOUR, 10).map(({ record, at, who }) => ({
            record,
            at,
            who,
          }));
        const seen = new Set(look(from + later).map((step) => JSON.stringify(step)));
        const early = look(from);
        const end = early.at(-1)?.at ?? 0;
        for (const step of early)
          if (step.at > T0 + (from + later) * HOUR && step.at <= end)
            expect(seen).toContain(JSON.stringify(step));
      }),
      { numRuns: 1000 },
    );
  });

  test('are in order of time, the first not over, and each tells whoever must act from then on', () => {
    fc.assert(
      fc.property(
        fc.array(danger, { maxLength: 3 }),
        fc.array(answer, { maxLength: 3 }),
        order,
        hour,
        (dangers, said, order, from) => {
          const now = T0 + from * HOUR;
          const answers = said.map((each) => ({
            ...each,
            knew: dangers.filter(({ at }) => at <= each.at).map(({ record }) => record),
          }));
          const steps = stepsAhead({ dangers, answers, order }, now, 10);
          for (const [i, step] of steps.entries()) {
            const next = steps[i + 1];
            if (next !== undefined) expect(next.due).toBeGreaterThanOrEqual(step.due);
            const longest = Math.max(ESCALATION.high.first, ESCALATION.high.every) * HOUR;
            expect(step.due).toBeGreaterThan(now - longest - 1);
            const stand = escalate(dangers, answers, order, Math.max(step.due, now));
            expect(stand).toMatchObject({ state: 'open', danger: { record: step.record } });
            if (stand.state === 'open') expect(step.who).toContain(stand.who);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
