import { describe, expect, it } from 'vitest';
import { EVERY_CASE } from './filters.ts';
import { searchBeside } from './list-memory.ts';

const search = { ...EVERY_CASE, text: 'wren', filters: { status: ['new'] }, sort: 'due', descending: false };
const memory = { search: search as typeof EVERY_CASE, scroll: 0, opened: new Set(['from-the-list']) };

describe('the search of the list beside a case', () => {
  it('stays where the case was opened from the list', () => {
    expect(searchBeside('from-the-list', memory)).toBe(search);
    expect(searchBeside(null, memory)).toBe(search);
  });

  it('is gone, but for its order, where the case was opened from elsewhere', () => {
    expect(searchBeside('from-today', memory)).toEqual({ ...EVERY_CASE, sort: 'due', descending: false });
  });
});
