import { expect, test } from 'vitest';
import { validateRecord } from '@dayaq/domain';
import { inventLeads } from './leads.ts';

const NOW = Date.parse('2026-11-21T16:00:00Z');
const members = [
  { account: 'c', role: 'coordinator', languages: ['az'], work: 'coordinates' },
  { account: 's', role: 'caseworker', languages: ['az'], work: 'street' },
] as const;

test.each(['az', 'tj'] as const)(
  'what was heard in %s is valid, and open or laid aside with its reason',
  (country) => {
    const leads = inventLeads({ seed: 1, country, members, now: NOW });
    expect(leads.length).toBeGreaterThan(0);
    for (const { changes, at } of leads) {
      expect(at).toBeLessThan(NOW);
      for (const { kind, fields } of changes) {
        const values = Object.fromEntries(
          Object.entries(fields).map(([name, op]) => [name, 'set' in op ? op.set : op.add]),
        );
        expect(validateRecord(kind, values)).toEqual([]);
        expect(values['end'] === undefined).toBe(values['state'] === 'open');
      }
    }
  },
);
