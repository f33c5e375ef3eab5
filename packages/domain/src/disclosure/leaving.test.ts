import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../kinds/index.ts';
import { leaving } from './leaving.ts';
import { type CountedThing, countsThatLeave } from './measured.ts';

describe('what leaves of a record', () => {
  it('is nothing that its kind never releases, whatever the kind', () => {
    for (const { kind, fields } of Object.values(KINDS)) {
      const values = Object.fromEntries(fields.map(({ name }) => [name, 'said']));
      const never = fields.flatMap(({ name, release }) => (release === 'never' ? [name] : []));
      expect(Object.keys(leaving(kind, values)).filter((name) => never.includes(name))).toEqual([]);
    }
  });

  it('is nothing of a kind that is not known', () => {
    expect(leaving('from-the-future', { name: 'x' })).toEqual({});
  });
});

const counted = (id: string, by: string[], least: number, most = least): CountedThing => ({
  id,
  day: '2026',
  by,
  least,
  most,
});

describe('numbers of people that leave', () => {
  it('are none below five, also where only a range is known', () => {
    const all = [counted('a', [], 4), counted('b', [], 0, 3), counted('c', [], 3, 90)];
    expect([...countsThatLeave('persons', all)]).toEqual([]);
    expect([...countsThatLeave('places', all)]).toEqual(['a', 'b', 'c']);
  });

  it('are kept back where what is in doubt is counted', () => {
    for (const unit of ['other', 'unknown', '', 'from-the-future'])
      expect([...countsThatLeave(unit, [counted('a', [], 2)])]).toEqual([]);
  });

  it('let nobody reckon a small one from the whole', () => {
    const leave = countsThatLeave('persons', [counted('all', [], 20), counted('women', ['gender'], 18)]);
    expect([...leave]).toEqual(['all']);
  });

  it('are none that are broken down by two things at once', () => {
    expect([...countsThatLeave('persons', [counted('x', ['age', 'gender'], 90)])]).toEqual([]);
  });

  it('leave no single part to be reckoned, for any parts of any whole', () => {
    const parts = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(parts, fc.nat({ max: 8 }), (counts, unsaid) => {
        const whole = counts.reduce((sum, count) => sum + count, unsaid);
        const all = [
          counted('all', [], whole),
          ...counts.map((count, at) => counted(String(at), ['gender'], count)),
        ];
        const leave = countsThatLeave('persons', all);
        const small = counts.some((count) => count > 0 && count < 5);
        for (const [at, count] of counts.entries())
          if (count > 0 && count < 5) expect(leave.has(String(at))).toBe(false);
        if (!small || !leave.has('all')) return;
        const kept = counts.filter((_, at) => !leave.has(String(at)));
        expect(kept.reduce((sum, count) => sum + count, 0) + unsaid).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});
