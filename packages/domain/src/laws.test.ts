import { expect, describe, it } from 'vitest';
import { CODE_LISTS } from './code-lists/index.ts';
import { LAW_SCALE, lawStanding, stepsAhead } from './laws.ts';

const step = (stage: string, day: string) => ({ id: `${stage} ${day}`, stage, date: { day } });
const stages = (all: readonly { stage: string }[]): string[] => all.map(({ stage }) => stage);

describe('where a law stands', () => {
  it('is its latest step, in whatever order they were written down', () => {
    const { now, steps } = lawStanding(
      [step('introduced', '2025-03'), step('drafted', '2024')],
      '2026-01-01',
      6,
    );
    expect(stages(now)).toEqual(['introduced']);
    expect(stages(steps)).toEqual(['introduced', 'drafted']);
  });

  it('is both of two steps of which nobody can say which came first', () => {
    const { now } = lawStanding(
      [step('introduced', '2025'), step('adopted', '2025-06-01')],
      '2026-01-01',
      null,
    );
    expect(stages(now).sort()).toEqual(['adopted', 'introduced']);
  });

  it('is not what is announced for a day to come, and no reservation', () => {
    const all = [step('adopted', '2027-01'), step('reservation', '2026-05'), step('signed', '2026-04')];
    expect(stages(lawStanding(all, '2026-11-30', null).now)).toEqual(['signed']);
    expect(stages(stepsAhead(all, '2026-11-30'))).toEqual(['adopted']);
  });

  it('has a place on the scale for each stage but those that are no place', () => {
    const known = CODE_LISTS['law-stages'].codes.map(({ code }) => code);
    expect(known.filter((code) => !LAW_SCALE.some((each) => each === code))).toEqual([
      'reservation',
      'withdrawn',
    ]);
  });
});

describe('a law of which nothing is heard', () => {
  const drafted = [step('drafted', '2026-03-15')];

  it('is silent from the month that was stated, and without one nobody says so', () => {
    expect(lawStanding(drafted, '2026-09-14', 6)).toMatchObject({ months: 5, silence: 'moves' });
    expect(lawStanding(drafted, '2026-09-15', 6)).toMatchObject({ months: 6, silence: 'silent' });
    expect(lawStanding(drafted, '2030-01-01', null).silence).toBe('not-asked');
  });

  it('is silent where no step is known at all', () => {
    expect(lawStanding([], '2026-09-14', 6)).toMatchObject({ months: null, now: [], silence: 'silent' });
  });

  it('is not waited for once it is in force, repealed or withdrawn', () => {
    for (const stage of ['in-force', 'repealed', 'withdrawn'])
      expect(lawStanding([step(stage, '2020')], '2026-01-01', 6).silence).toBe('ended');
    expect(lawStanding([step('ratified', '2020')], '2026-01-01', 6).silence).toBe('silent');
  });
});
