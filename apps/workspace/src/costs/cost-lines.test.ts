import type { ListedRecord } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { chosenCosts, costGroups, costLine } from './cost-lines.ts';

const DAY = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T12:00:00Z`);

function listed(record: string, fields: ListedRecord['fields']): ListedRecord {
  const amount = { minor: 100, currency: 'AZN' };
  return {
    record,
    dossier: `case of ${record}`,
    kind: 'cost',
    fields: { amount, ...fields },
    created: { by: 'a', at: at('2026-01-01') },
    updated: { by: 'a', at: at('2026-01-01') },
    conflict: false,
    case: { reference: 'AB-12', alias: 'Ülkər', status: 'new' },
    restricted: false,
  };
}

const asked = (day: string) => ({ askedBy: 'a', askedAt: at(day) });
const approved = (day: string) => ({
  ...asked(day),
  decision: 'approved',
  decidedBy: 'b',
  decidedAt: at(day) + DAY,
  approvedAmount: { minor: 100, currency: 'AZN' },
});
const paid = (day: string) => ({ ...approved(day), paidBy: 'a', paidAt: at(day) + 2 * DAY });

const ALL = [
  listed('new', asked('2026-03-10')),
  listed('old', asked('2026-02-01')),
  listed('to pay', { ...approved('2026-03-01'), fund: 'f1' }),
  listed('paid', paid('2026-02-26')),
  listed('kept', { ...paid('2026-02-01'), receipt: 'file' }),
  listed('own', { ...approved('2026-03-05'), decidedBy: 'a' }),
  listed('draft', {}),
].map((one) => costLine(one, 'az', []));
const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);

test('what waits stands together, the longest waiting first; approving oneself is still waiting', () => {
  const groups = costGroups(ALL);
  expect(ids(groups.waiting)).toEqual(['old', 'own', 'new']);
  expect(ids(groups.toPay)).toEqual(['to pay']);
  expect(ids(groups.noReceipt)).toEqual(['paid']);
});

test('a list that knows the signatures believes them, not the names', () => {
  const forged = { ...listed('forged', paid('2026-03-01')), writers: { askedBy: 'a', decision: 'a' } };
  expect(costLine(forged, 'az', []).state).toBe('asked');
  expect(costLine({ ...forged, writers: { askedBy: 'a', decision: 'b' } }, 'az', []).state).toBe('paid');
});

test('a cost belongs to the day on which it was paid, else decided, else asked for', () => {
  const march = { from: '2026-02-28', to: '2026-03-31', fund: null };
  expect(ids(chosenCosts(ALL, march, new Set(['f1'])))).toEqual(['new', 'own', 'to pay', 'paid']);
});

test('money of a fund that is not known here counts as money without a fund', () => {
  const open = { from: null, to: null };
  expect(ids(chosenCosts(ALL, { ...open, fund: 'f1' }, new Set(['f1'])))).toEqual(['to pay']);
  expect(ids(chosenCosts(ALL, { ...open, fund: '' }, new Set()))).toContain('to pay');
});

test('a cost paid in the night of the organisation has its day, wherever the reader sits', () => {
  const night = { ...paid('2026-03-01'), paidAt: Date.UTC(2026, 2, 31, 21, 30) };
  expect(costLine(listed('night', night), 'az', []).day).toBe('2026-04-01');
  const march = { from: '2026-03-01', to: '2026-03-31', fund: null };
  expect(chosenCosts([costLine(listed('night', night), 'az', [])], march, new Set())).toEqual([]);
});
