import { describe, expect, it } from 'vitest';
import { spanOn } from '../../time-scale.ts';
import { AZ_ACTION_PLAN } from './az-action-plan.ts';
import { PACK_FRAMEWORKS } from './index.ts';

const inPlan = AZ_ACTION_PLAN.themes.flatMap(({ commitments }) => commitments);

describe('what the packs hold of commitments', () => {
  it('has the five objectives and 21 actions of the Action Plan, each with its partners and its time', () => {
    expect(AZ_ACTION_PLAN.themes).toHaveLength(5);
    expect(inPlan).toHaveLength(21);
    expect(AZ_ACTION_PLAN.themes.map(({ commitments }) => commitments.length)).toEqual([3, 3, 6, 3, 6]);
    for (const action of inPlan) {
      expect(action.partners, action.key).toBeTruthy();
      expect(action.written, action.key).toBeTruthy();
      expect(action.annexWritten, action.key).toBeTruthy();
      expect(action.start ?? action.regular, action.key).toBeDefined();
    }
  });

  it('names what the annex drops: substance use 1.1, violence 2.2 and 3.6, mentorship 3.5, rural areas 4.1', () => {
    const lacks = (key: string) => inPlan.find((action) => action.key === key)?.annexLacks ?? '';
    expect(lacks('1.1')).toContain('Substance use');
    expect(lacks('2.2')).toContain('gender-based violence');
    expect(lacks('3.5')).toContain('Mentorship');
    expect(lacks('3.6')).toContain('gender-based violence');
    expect(lacks('4.1')).toContain('Rural');
  });

  it('places every date of the plan on its three years', () => {
    for (const action of inPlan)
      for (const date of [action.start, action.regular, action.annexStart, action.annexRegular])
        if (date !== undefined)
          expect(spanOn({ day: '2025', until: '2027' }, date), action.key).toMatchObject({ cut: false });
  });

  it('counts eighteen recommendations in four groups while their words are not here', () => {
    const counts = PACK_FRAMEWORKS.find(({ key }) => key === 'az-upr-gbv')
      ?.themes.flatMap(({ commitments }) => commitments)
      .flatMap(({ count }) => count ?? []);
    expect(counts).toEqual([7, 5, 3, 3]);
  });

  it('gives every key once', () => {
    const keys = PACK_FRAMEWORKS.flatMap(({ key, themes }) => [
      key,
      ...themes.flatMap((theme) => [
        `${key}/${theme.key}`,
        ...theme.commitments.map((each) => `${key}/${theme.key}/${each.key}`),
      ]),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
