import type { CaseRow } from '@dayaq/vault/client';
import { describe, expect, it } from 'vitest';
import { badgeOf, toldOf, violationsToShow } from './row-words.ts';

const row = (more: Partial<CaseRow>): CaseRow => ({
  id: 'c',
  reference: 'M9-ZNB',
  alias: 'Zeinab',
  summary: 'Put out of her flat',
  status: 'in-progress',
  outcome: '',
  channel: '',
  area: '',
  opened: '',
  updated: 0,
  populations: [],
  violations: [],
  owner: '',
  due: '',
  qualification: '',
  danger: '',
  hours: false,
  restricted: false,
  waiting: false,
  closed: false,
  conflict: false,
  snippet: '',
  ...more,
});
const TODAY = '2026-11-21';

describe('a row of the case list', () => {
  it('says first what needs somebody: two versions, then what is overdue or due today', () => {
    expect(badgeOf(row({ conflict: true, due: '2026-11-01' }), TODAY).says).toBe('conflict');
    expect(badgeOf(row({ due: '2026-11-12' }), TODAY)).toEqual({ says: 'overdue', tone: 'w', days: 9 });
    expect(badgeOf(row({ due: '2026-11-21' }), TODAY).says).toBe('due-today');
    expect(badgeOf(row({ due: '2026-11-22' }), TODAY)).toMatchObject({ says: 'status', code: 'in-progress' });
  });

  it('says the danger where two versions of something stand too: that is said in the case, where one decides', () => {
    expect(badgeOf(row({ conflict: true, danger: 'high' }), TODAY)).toMatchObject({ says: 'danger' });
    expect(badgeOf(row({ conflict: true, status: 'closed', outcome: 'resolved' }), TODAY).says).toBe(
      'conflict',
    );
  });

  it('says that hours count before all that has a day, and never of a closed case', () => {
    expect(badgeOf(row({ hours: true, conflict: true, due: '2026-11-21' }), TODAY).says).toBe('hours');
    expect(badgeOf(row({ hours: true, danger: 'high' }), TODAY).says).toBe('danger');
    expect(badgeOf(row({ hours: true, status: 'closed', outcome: 'resolved' }), TODAY).says).toBe('outcome');
  });

  it('says of a closed case how it ended, and nothing of tasks that were left open', () => {
    const closed = row({ status: 'closed', outcome: 'resolved', due: '2026-01-01' });
    expect(badgeOf(closed, TODAY)).toEqual({ says: 'outcome', tone: 'o', code: 'resolved' });
    expect(badgeOf(row({ status: 'closed', due: '2026-01-01' }), TODAY).says).toBe('status');
  });

  it('tells while searching what was found, without repeating name and reference', () => {
    const found = row({ snippet: 'M9-ZNB Zeinab Bölmədə işgəncə ilə' });
    expect(toldOf(found, 'isgence')).toBe('Bölmədə işgəncə ilə');
    const numbered = row({
      reference: '',
      alias: 'Gunel',
      summary: '',
      snippet: '· Gunel · 101 · Gence · Gunel · 15',
    });
    expect(toldOf(numbered, '101')).toBe('101 · Gence · 15');
    expect(toldOf(found, '')).toBe('Put out of her flat');
    expect(toldOf(row({ snippet: 'M9-ZNB Zeinab Put out … Zeinab said' }), 'zei')).toBe(
      'Put out of her flat',
    );
    expect(toldOf(row({ snippet: 'then Zeinab met Sevda' }), 'zei sev')).toBe('then Zeinab met Sevda');
  });

  it('names the exact violation rather than its branch', () => {
    expect(violationsToShow(['housing', 'evicted', 'justice', 'complaint-not-taken'])).toEqual([
      'evicted',
      'complaint-not-taken',
    ]);
    expect(violationsToShow(['violence'])).toEqual(['violence']);
  });
});
