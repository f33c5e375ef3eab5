import { exportHsds, hsdsCsv, hsdsJson, importHsdsCsv, importHsdsJson } from '@dayaq/domain/hsds';
import type { DirectoryRecord } from '@dayaq/domain';
import type { Change, Id, Value } from '@dayaq/vault/client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directoryActs } from '../../../../../worlds/demo/directory/directory.ts';
import { applyChanges } from '@dayaq/acts/changes-between';
import { type Here, type ImportPlan, planImport, type Standing } from './plan.ts';

const id = (letter: string): Id => `${letter.repeat(21)}A`;
const P = id('p');
const record = (letter: string, kind: string, fields: Record<string, unknown>): DirectoryRecord => ({
  id: id(letter),
  kind,
  dossier: P,
  deleted: false,
  fields,
});
const DIRECTORY = [
  record('p', 'provider', {
    name: 'Lantern',
    type: 'charity',
    trust: 'vetted',
    frontGate: '+994 00 111 22 33',
  }),
  record('s', 'service', {
    name: 'House',
    serves: ['shelter', 'mental-health'],
    admitsTrans: 'refuses',
    sonsUpTo: 12,
    verified: { day: '2026-10-01' },
    demandsPapers: 'yes',
    papers: ['identity-card'],
    locations: [id('l')],
  }),
  record('l', 'location', {
    area: { area: 'az-ganja' },
    hidden: true,
    address: 'Willow street 4',
    name: 'Gate',
  }),
  record('h', 'schedule', { what: 'hours', service: id('s'), monday: '09:00-13:00' }),
  record('c', 'capacity', {
    service: id('s'),
    number: 6,
    unit: 'family-places',
    date: { day: '2026-10-02' },
    source: 'Told',
  }),
];

/** A device on which a plan can be carried out. */
class Shelf {
  readonly dossiers = new Map<Id, { kind: string; records: Map<Id, Standing> }>();
  get here(): Here {
    return this.dossiers;
  }
  apply(dossier: Id, changes: readonly Change[]): void {
    const held = this.dossiers.get(dossier) ?? { kind: 'provider', records: new Map<Id, Standing>() };
    this.dossiers.set(dossier, held);
    for (const { kind, record: of, fields } of changes) {
      const before = held.records.get(of) ?? { kind, deleted: false, fields: {} };
      held.records.set(of, { ...before, fields: applyChanges(before.fields, fields) });
    }
  }
  take(plan: ImportPlan, update = true): void {
    for (const act of [...plan.fresh, ...(update ? plan.changed : [])]) this.apply(act.dossier, act.changes);
  }
}
const nothingLeft = (plan: ImportPlan) => plan.fresh.length === 0 && plan.changed.length === 0;

describe('an import', () => {
  it.each([
    ['JSON', () => importHsdsJson(JSON.stringify(hsdsJson(exportHsds(DIRECTORY))))],
    ['CSV', () => importHsdsCsv(hsdsCsv(exportHsds(DIRECTORY)))],
  ])('brings in what was exported as %s, and the same file again changes nothing', (_, read) => {
    const file = read();
    expect(file.refused).toBe(false);
    const shelf = new Shelf();
    const plan = planImport(file.records, shelf.here);
    expect(plan.counts).toEqual({ provider: 1, service: 1, location: 1, schedule: 1, capacity: 1 });
    shelf.take(plan);
    expect(shelf.dossiers.get(P)?.records.get(id('s'))?.fields).toMatchObject({
      admitsTrans: 'refuses',
      sonsUpTo: 12,
      verified: { day: '2026-10-01' },
    });
    expect(shelf.dossiers.get(P)?.records.get(id('l'))?.fields).not.toHaveProperty('address');
    const again = planImport(read().records, shelf.here);
    expect(nothingLeft(again)).toBe(true);
    expect(again.same).toBe(5);
  });

  it('into the organisation that exported it touches nothing of what the file does not carry', () => {
    const shelf = new Shelf();
    for (const { id: of, kind, fields } of DIRECTORY)
      shelf.apply(P, [
        {
          kind,
          record: of,
          fields: Object.fromEntries(Object.entries(fields).map(([k, v]) => [k, { set: v as Value }])),
        },
      ]);
    const before = structuredClone([...(shelf.dossiers.get(P)?.records ?? [])]);
    const file = importHsdsJson(JSON.stringify(hsdsJson(exportHsds(DIRECTORY))));
    const plan = planImport(file.records, shelf.here);
    shelf.take(plan);
    const after = [...(shelf.dossiers.get(P)?.records ?? [])];
    expect(after.find(([of]) => of === id('p'))?.[1].fields.trust).toBe('vetted');
    expect(after.find(([of]) => of === id('l'))?.[1].fields.address).toBe('Willow street 4');
    expect(after.length).toBe(before.length);
  });

  it.each(['az', 'tj'] as const)(
    'of its own export finds nothing to do, in the whole directory of %s',
    (country) => {
      const members = [
        { account: 'one', role: 'coordinator', languages: ['az'], work: 'coordinates' } as const,
      ];
      const shelf = new Shelf();
      const records: DirectoryRecord[] = [];
      for (const { dossier, changes } of directoryActs({ country, members, until: '2026-11-21', seed: 3 })) {
        shelf.apply(dossier, changes);
        for (const { kind, record: of } of changes) {
          const fields = { ...shelf.dossiers.get(dossier)?.records.get(of)?.fields };
          records.push({ id: of, kind, dossier, deleted: false, fields });
        }
      }
      const made = exportHsds(records);
      for (const file of [importHsdsJson(JSON.stringify(hsdsJson(made))), importHsdsCsv(hsdsCsv(made))]) {
        expect(file.refused).toBe(false);
        const plan = planImport(file.records, shelf.here);
        expect(plan.differing).toEqual([]);
        expect(plan.counts).toEqual({});
        expect(plan.same).toBe(records.filter(({ kind }) => kind !== 'service-event').length);
      }
    },
  );

  it('goes on after any interruption as if there had been none', () => {
    const file = importHsdsJson(JSON.stringify(hsdsJson(exportHsds(DIRECTORY))));
    fc.assert(
      fc.property(fc.nat({ max: 6 }), (steps) => {
        const whole = new Shelf();
        whole.take(planImport(file.records, whole.here));
        const broken = new Shelf();
        for (const act of planImport(file.records, broken.here).fresh.slice(0, steps))
          broken.apply(act.dossier, act.changes);
        broken.take(planImport(file.records, broken.here));
        expect(broken.dossiers).toEqual(whole.dossiers);
      }),
    );
  });

  it('keeps ours where only the new is wanted, and says what differs', () => {
    const shelf = new Shelf();
    const file = (name: string) =>
      importHsdsJson(
        JSON.stringify(hsdsJson(exportHsds([{ ...DIRECTORY[0], fields: { name } } as DirectoryRecord]))),
      );
    shelf.take(planImport(file('Lantern').records, shelf.here));
    const plan = planImport(file('Lamp').records, shelf.here);
    expect(plan.differing).toEqual([{ kind: 'provider', name: 'Lantern', fields: ['name'] }]);
    shelf.take(plan, false);
    expect(shelf.dossiers.get(P)?.records.get(P)?.fields.name).toBe('Lantern');
    shelf.take(plan, true);
    expect(shelf.dossiers.get(P)?.records.get(P)?.fields.name).toBe('Lamp');
  });

  it('does not bring back what was deleted here', () => {
    const shelf = new Shelf();
    const file = importHsdsJson(JSON.stringify(hsdsJson(exportHsds(DIRECTORY))));
    shelf.take(planImport(file.records, shelf.here));
    const records = shelf.dossiers.get(P)?.records;
    const service = records?.get(id('s'));
    if (records === undefined || service === undefined) throw new Error('nothing was taken');
    records.set(id('s'), { ...service, deleted: true });
    const again = planImport(file.records, shelf.here);
    expect(again).toMatchObject({ deleted: 1, same: 4 });
    expect(nothingLeft(again)).toBe(true);
  });

  it('refuses a file whose provider has the number of a case', () => {
    const here: Here = new Map([[P, { kind: 'case', records: new Map() }]]);
    const file = importHsdsJson(JSON.stringify(hsdsJson(exportHsds(DIRECTORY))));
    const plan = planImport(file.records, here);
    expect(plan.clashes).toHaveLength(5);
    expect(nothingLeft(plan)).toBe(true);
  });
});
