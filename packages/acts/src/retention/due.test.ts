import { describe, expect, it } from 'vitest';
import { monthsBefore, reachOf, rulesIn } from './due.ts';

describe('what is kept long enough', () => {
  it('is reckoned by months of the calendar, also where a month is shorter', () => {
    const at = (text: string): number => Date.parse(`${text}T10:00:00Z`);
    expect(monthsBefore(at('2026-11-30'), 1)).toBe(at('2026-10-30'));
    expect(monthsBefore(at('2026-03-31'), 1)).toBe(at('2026-02-28'));
    expect(monthsBefore(at('2026-01-15'), 24)).toBe(at('2024-01-15'));
  });

  it('is proposed by no rule that says nothing, or less than a month', () => {
    expect(rulesIn({})).toEqual({});
    expect(rulesIn({ keepCases: 0, keepLeads: 'ten', keepLetters: 12 })).toEqual({ keepLetters: 12 });
  });

  it('says what destroying it would not reach', () => {
    const record = (id: string, kind: string, fields: Record<string, unknown>, deleted = false) =>
      ({
        id,
        kind,
        deleted,
        fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])),
      }) as never;
    const records = [
      record('c', 'case', {}),
      record('p', 'person', {}),
      record('gone', 'person', {}, true),
      record('r', 'referral', { sent: 1, dossier: 'h' }),
      record('back', 'referral', { sent: 1, dossier: 'h2', revoked: 2 }),
      record('word', 'referral', { sent: 1 }),
    ];
    const linked = [{ end: { dossier: 'other' } }, { end: { dossier: 'other' } }, { end: { dossier: 'c' } }];
    expect(reachOf({ records }, linked as never, 'c')).toEqual({
      people: 1,
      files: 0,
      records: 5,
      handedOver: 1,
      linkedFrom: 1,
    });
  });
});
