import type { TaskRow } from '@dayaq/vault/client';
import { describe, expect, it } from 'vitest';
import { grouped } from './groups.ts';

const task = (what: string, due: string): TaskRow => ({
  record: what,
  dossier: 'd',
  space: 's',
  case: { reference: 'K7-Q2M', alias: '', status: 'new' },
  what,
  due,
  owner: '',
  rule: '',
  about: '',
  taken: null,
  estimated: false,
  checkWithLawyer: false,
  danger: '',
  restricted: false,
});

describe("today's list", () => {
  it('puts what is late first, then today, this week, without a day, and later', () => {
    const groups = grouped(
      [
        task('in a month', '2026-12-20'),
        task('some day', ''),
        task('in a week', '2026-11-28'),
        task('yesterday', '2026-11-20'),
        task('now', '2026-11-21'),
      ],
      '2026-11-21',
    );
    expect(groups.map((group) => [group.name, group.tasks.map((each) => each.what)])).toEqual([
      ['overdue', ['yesterday']],
      ['today', ['now']],
      ['week', ['in a week']],
      ['undated', ['some day']],
      ['later', ['in a month']],
    ]);
  });

  it('does not call a month late before it has ended', () => {
    expect(grouped([task('this month', '2026-11')], '2026-11-29')[0]?.name).toBe('week');
    expect(grouped([task('this month', '2026-11')], '2026-12-01')[0]?.name).toBe('overdue');
    expect(grouped([task('this year', '2026')], '2026-11-21')[0]?.name).toBe('later');
  });

  it('keeps what has been late for more than a month apart, and never hides it', () => {
    const groups = grouped([task('forgotten', '2024-03-14'), task('late', '2026-11-20')], '2026-11-21');
    expect(groups.map((group) => group.name)).toEqual(['overdue', 'long']);
  });

  it('shows the longest overdue first', () => {
    const [late] = grouped([task('b', '2026-11-19'), task('a', '2026-11-02')], '2026-11-21');
    expect(late?.tasks.map((each) => each.what)).toEqual(['a', 'b']);
  });
});
