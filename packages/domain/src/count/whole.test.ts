import { describe, expect, it } from 'vitest';
import { count, Facts, narrowOf, notWhole, PLAIN_QUESTION, type Question, risesOf } from './index.ts';

const TODAY = '2026-03-08';
const stamp = { by: 'leyla', at: 1 };

/** So many cases of a client who agreed, opened on each of these days. */
function factsOf(opened: readonly (readonly [number, string])[]): Facts {
  const facts = new Facts();
  for (const [at, [n, day]] of opened.entries())
    for (let i = 0; i < n; i += 1) {
      const id = `${at}-${i}`;
      const record = (kind: string, own: string, fields: Record<string, unknown>) => ({
        id: own,
        kind,
        deleted: false,
        fields,
        created: stamp,
        updated: stamp,
      });
      const records = [
        record('case', id, { opened: { day } }),
        record('person', `${id}p`, { role: 'client' }),
        record('consent', `${id}c`, { of: `${id}p`, to: 'statistics', decision: 'yes' }),
      ];
      facts.put(id, narrowOf(id, records) ?? { rows: {} });
    }
  return facts;
}

const byMonth = (facts: Facts, asked: Partial<Question> = {}, today = TODAY) => {
  const found = count(facts, { ...PLAIN_QUESTION, by: [{ by: 'month' }], ...asked }, today);
  if (found === null) throw new Error('too large');
  return found;
};
const YEAR = { from: '2026-01-01', to: '2026-12-31' };

describe('months of a series', () => {
  it('are none where they have not begun: no fall that is none', () => {
    const facts = factsOf([
      [3, '2026-01-10'],
      [5, '2026-02-10'],
    ]);
    expect(byMonth(facts, YEAR)).toMatchObject({
      sides: [['2026-01', '2026-02', '2026-03']],
      cells: [3, 5, 0],
    });
    expect(byMonth(facts, { ...YEAR, by: [{ by: 'year' }] }).sides).toEqual([['2026']]);
    // Of a period that lies ahead there is none, and what somebody dated ahead is not lost.
    expect(byMonth(facts, { from: '2027-01-01', to: '2027-12-31' }).sides).toEqual([[]]);
    const ahead = byMonth(
      factsOf([
        [5, '2026-02-10'],
        [1, '2026-05-10'],
      ]),
      YEAR,
    );
    expect(ahead.sides).toEqual([['2026-01', '2026-02', '2026-03', '2026-04', '2026-05']]);
  });

  it('go on to today where nothing came any more: a quiet month is not left out', () => {
    const facts = factsOf([[5, '2025-11-10']]);
    expect(byMonth(facts)).toMatchObject({
      sides: [['2025-11', '2025-12', '2026-01', '2026-02', '2026-03']],
      cells: [5, 0, 0, 0, 0],
    });
  });

  it('are whole only where they are over and the question asks for all of them', () => {
    const whole = (asked: Partial<Question>, by: string, name: string) =>
      notWhole({ ...PLAIN_QUESTION, ...asked }, { by }, name, TODAY);
    expect(whole(YEAR, 'month', '2026-02')).toBeNull();
    expect(whole(YEAR, 'month', '2026-03')).toBe('not-over');
    expect(whole(YEAR, 'month', '2026-05')).toBe('not-over');
    expect(whole(YEAR, 'year', '2026')).toBe('not-over');
    expect(whole({}, 'year', '2025')).toBeNull();
    expect(whole({ from: '2026-01-15' }, 'month', '2026-01')).toBe('cut');
    expect(whole({ to: '2026-02-27' }, 'month', '2026-02')).toBe('cut');
    expect(whole({ to: '2026-02-28' }, 'month', '2026-02')).toBeNull();
    expect(whole({ from: '2025-02-01' }, 'year', '2025')).toBe('cut');
    expect(whole(YEAR, 'case.channel', 'hotline')).toBeNull();
    expect(whole(YEAR, 'month', '')).toBeNull();
  });
});

describe('a rise', () => {
  const steady = [
    [2, '2025-09-10'],
    [2, '2025-10-10'],
    [2, '2025-11-10'],
    [2, '2025-12-10'],
  ] as const;

  it('is said of the last whole month, and of no other', () => {
    const risen = byMonth(factsOf([...steady, [2, '2026-01-10'], [12, '2026-02-10'], [1, '2026-03-02']]));
    expect(risesOf(risen, TODAY)).toMatchObject({ month: '2026-02', count: 12, before: 10, months: 5 });
    // Three months later nothing has come: the rise of then is none of the last whole month.
    expect(
      risesOf(byMonth(factsOf([...steady, [12, '2026-02-10']]), {}, '2026-06-08'), '2026-06-08'),
    ).toBeNull();
  });

  it('is held against whole months alone: one that the period cuts would make it larger', () => {
    const facts = factsOf([
      [20, '2025-10-03'],
      [2, '2025-11-10'],
      [9, '2025-12-10'],
      [9, '2026-01-10'],
      [20, '2026-02-10'],
    ]);
    const asked = { from: '2025-10-20', to: '2026-02-28' };
    expect(risesOf(byMonth(facts, asked), TODAY)).toMatchObject({ before: 20, months: 3 });
  });
});
