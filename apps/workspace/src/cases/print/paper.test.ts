import { KINDS } from '@dayaq/domain';
import type { RecordView, Value } from '@dayaq/vault/client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRecord } from '../testing/records.ts';
import { paperRecords, USUAL_PAPER } from './paper.ts';

const record = (id: string, kind: string, values: Record<string, Value>): RecordView => ({
  ...aRecord(kind, values),
  id,
});
const role = (code: string) => `role of ${code}`;
const noOffice = () => false;
const zeinab = record('p', 'person', {
  role: 'client',
  alias: 'Zeinab',
  birthYear: 1990,
  populations: ['sex-work'],
  safeContact: '+994 …',
  safeHours: 'evenings',
  neverContact: ['call'],
});

describe('a case on paper', () => {
  it('calls people by their role, and leaves out how to reach them, unless it is asked for', () => {
    const [person] = paperRecords([zeinab], USUAL_PAPER, role, noOffice);
    expect(person?.fields.alias?.value).toBe('role of client');
    expect(Object.keys(person?.fields ?? {}).sort()).toEqual(['alias', 'populations', 'role']);
    const [known] = paperRecords(
      [zeinab],
      { ...USUAL_PAPER, identifying: true, safeContact: true },
      role,
      noOffice,
    );
    expect(known?.fields.alias?.value).toBe('Zeinab');
    expect(known?.fields.safeContact?.value).toBe('+994 …');
    const [noContact] = paperRecords([zeinab], { ...USUAL_PAPER, identifying: true }, role, noOffice);
    expect(noContact?.fields.safeContact).toBeUndefined();
    expect(noContact?.fields.safeHours).toBeUndefined();
  });

  it('does not print what no longer belongs to an answer: words of an "other" that was taken away', () => {
    const stale = record('p', 'person', { role: 'client', populations: ['trans'], populationsOther: 'x' });
    const everything = { ...USUAL_PAPER, identifying: true, safeContact: true };
    expect(paperRecords([stale], everything, role, noOffice)[0]?.fields.populationsOther).toBeUndefined();
    const said = record('p', 'person', { role: 'client', populations: ['other'], populationsOther: 'x' });
    expect(paperRecords([said], everything, role, noOffice)[0]?.fields.populationsOther?.value).toBe('x');
  });

  it('tells two witnesses apart without naming them', () => {
    const witnesses = ['a', 'b'].map((id) => record(id, 'person', { role: 'witness', alias: id }));
    expect(paperRecords(witnesses, USUAL_PAPER, role, noOffice).map((r) => r.fields.alias?.value)).toEqual([
      'role of witness',
      'role of witness 2',
    ]);
  });

  it('tells two people of one name apart, where names are asked for', () => {
    const both = ['a', 'b'].map((id) => record(id, 'person', { role: 'witness', alias: 'Zeinab' }));
    const named = paperRecords(both, { ...USUAL_PAPER, identifying: true }, role, noOffice);
    expect(named.map((r) => r.fields.alias?.value)).toEqual(['Zeinab', 'Zeinab 2']);
  });

  it('leaves out notes and tasks, deleted records, and fields of a newer version', () => {
    const gone = { ...record('v', 'violation', { type: 'evicted' }), deleted: true };
    const newer = record('w', 'violation', { type: 'evicted', fromTheFuture: 'a name' });
    const kept = paperRecords(
      [gone, newer, record('n', 'note', { text: 'x' }), record('t', 'task', { what: 'x' })],
      USUAL_PAPER,
      role,
      noOffice,
    );
    expect(kept.map((r) => [r.id, Object.keys(r.fields)])).toEqual([['w', ['type']]]);
  });

  it('never carries an identifying value or the name of one of us that was not asked for, whatever the kind', () => {
    const kinds = Object.values(KINDS);
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.boolean(), (kind, notes) => {
        const values = Object.fromEntries(kind.fields.map((field) => [field.name, `value of ${field.name}`]));
        const [sheet] = paperRecords(
          [record('r', kind.kind, values)],
          { ...USUAL_PAPER, notes },
          role,
          noOffice,
        );
        for (const field of kind.fields.filter(
          (f) => f.sensitivity === 'identifying' || f.type.is === 'member',
        )) {
          expect(sheet?.fields[field.name]?.value).not.toBe(`value of ${field.name}`);
        }
      }),
    );
  });
});
