import { describe, expect, it } from 'vitest';
import { costState } from './costs.ts';
import { advanceBalances, fundBalances } from './fund-balances.ts';
import { isForOthers, type NamedIn, noteNamed, type WrittenChange } from './may-write.ts';
import type { PlainRecord } from './plain-record.ts';

const azn = (minor: number) => ({ minor, currency: 'AZN' });
const change = (kind: string, fields: Record<string, unknown>, deleted?: boolean): WrittenChange => ({
  kind,
  record: 'r',
  fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { set: value }])),
  ...(deleted === undefined ? {} : { deleted }),
});
/** Whether each of the changes stands, in the order of the log. */
function stands(...log: [by: string, change: WrittenChange][]): boolean[] {
  const named: NamedIn = new Map();
  return log.map(([by, each]) => {
    if (isForOthers(each, by, named)) return false;
    noteNamed(each, named);
    return true;
  });
}

describe('an advance', () => {
  const given = change('advance', { to: 'mallory', amount: azn(5000), fund: 'f' });

  it('is not begun by whoever is to hold it, though it is given to them by another', () => {
    expect(stands(['mallory', given])).toEqual([false]);
    expect(stands(['leyla', given])).toEqual([true]);
  });

  it('is kept as it was given: its holder writes no amount, no return, no other holder, and does not delete it', () => {
    const tries = [
      change('advance', { amount: azn(5000), to: 'mallory' }),
      change('advance', { returned: azn(5000) }),
      change('advance', { to: 'rena' }),
      change('advance', { fund: 'g' }),
      change('advance', {}, true),
    ];
    for (const each of tries) expect(stands(['leyla', given], ['mallory', each])).toEqual([true, false]);
    expect(stands(['leyla', given], ['mallory', change('advance', { note: 'Half is left.' })])).toEqual([
      true,
      true,
    ]);
  });

  it('is its former holder’s not to write either', () => {
    const moved = change('advance', { to: 'rena' });
    const back = change('advance', { returned: azn(1) });
    expect(stands(['leyla', given], ['leyla', moved], ['mallory', back])).toEqual([true, true, false]);
    expect(stands(['leyla', given], ['leyla', back])).toEqual([true, true]);
  });
});

describe('what somebody spent and asked for', () => {
  const asked = change('cost', {
    amount: azn(2000),
    askedBy: 'rena',
    askedAt: 1,
    spentFrom: 'own',
    spentBy: 'nigar',
  });

  it('is made a gift, or another’s, by nobody else', () => {
    const tries = [
      change('cost', { ownMoney: 'gift', spentBy: 'mallory' }),
      change('cost', { ownMoney: 'gift' }),
      change('cost', { askedBy: 'mallory' }),
      change('cost', { spentFrom: 'advance', advance: 'hers' }),
    ];
    for (const each of tries) expect(stands(['rena', asked], ['mallory', each])).toEqual([true, false]);
    const gift = change('cost', { ownMoney: 'gift' });
    expect(stands(['rena', asked], ['nigar', gift], ['rena', gift])).toEqual([true, true, true]);
    expect(stands(['rena', asked], ['leyla', change('cost', { decision: 'approved' })])).toEqual([
      true,
      true,
    ]);
  });

  const stamp = { by: 'rena', at: 1 };
  const record = (id: string, kind: string, fields: Record<string, unknown>, writers = {}): PlainRecord => ({
    id,
    kind,
    deleted: false,
    fields,
    created: stamp,
    updated: stamp,
    writers,
  });
  const approved = (amount: unknown, by: string) => ({
    amount,
    askedBy: 'rena',
    askedAt: 1,
    decision: 'approved',
    decidedBy: by,
    approvedAmount: amount,
  });

  it('is approved by nobody who wrote how much it is', () => {
    const signed = { askedBy: 'rena', amount: 'mallory', decision: 'mallory', approvedAmount: 'mallory' };
    expect(costState(record('c', 'cost', approved(azn(900_000), 'mallory'), signed))).toBe('asked');
    const byLeyla = { ...signed, decision: 'leyla', approvedAmount: 'leyla' };
    expect(costState(record('c', 'cost', approved(azn(900_000), 'leyla'), byLeyla))).toBe('approved');
  });

  it('is accounted for against an advance by nobody who holds it', () => {
    const fund = record('f', 'fund', { amount: azn(10_000) });
    const advance = record('v', 'advance', { to: 'mallory', amount: azn(5000), fund: 'f' });
    const spent = (by: string) =>
      record(
        'c',
        'cost',
        { ...approved(azn(5000), by), spentFrom: 'advance', advance: 'v' },
        { askedBy: 'rena' },
      );
    expect(advanceBalances([fund, advance, spent('mallory')])).toMatchObject([{ outstanding: 5000 }]);
    expect(advanceBalances([fund, advance, spent('leyla')])).toMatchObject([{ outstanding: 0 }]);
    expect(fundBalances([fund, advance, spent('mallory')])).toMatchObject([
      { asked: 5000, spent: 0, advanced: 5000 },
    ]);
  });
});
