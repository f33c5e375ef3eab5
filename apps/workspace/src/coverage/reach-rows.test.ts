import { directoryOf, districtReach, type DistrictReach, type DirectoryRecord } from '@dayaq/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reachRows, sortRows, summarise } from './reach-rows.ts';
import { remoteServices } from './remote-services.ts';
import { countSteps, STEPS, stepOf } from './reach-steps.ts';
import { EXAMPLES, seekerFor } from './who.ts';

const record = (
  kind: string,
  id: string,
  dossier: string,
  fields: Record<string, unknown>,
): DirectoryRecord => ({
  kind,
  id,
  dossier,
  deleted: false,
  fields,
});
function shelter(id: string, area: string, admission: Record<string, string> = {}): DirectoryRecord[] {
  return [
    record('provider', id, id, { name: `Provider ${id}`, trust: 'vetted', reportsTo: ['none'] }),
    record('location', `${id}-l`, id, { area: { area } }),
    record('service', `${id}-s`, id, { name: `Shelter ${id}`, serves: ['shelter'], ...admission }),
  ];
}
const SERVICES = directoryOf([
  ...shelter('ganja', 'az-ganja', { admitsTrans: 'refuses' }),
  ...shelter('baku', 'az-baku'),
]);
const BY_SERVICE = new Map(SERVICES.map((service) => [service.id, service]));
const reachOf = (who: keyof typeof EXAMPLES): DistrictReach[] =>
  districtReach(SERVICES, 'az', 'shelter', seekerFor(EXAMPLES[who]));
const rowsFor = (who: keyof typeof EXAMPLES) => reachRows(reachOf(who), BY_SERVICE, (area) => area.slice(3));

test('a step begins where the one before it ends', () => {
  expect([0, 10, 50, 60, 100, 110, 200, 210, null].map(stepOf)).toEqual([
    'here',
    'to-50',
    'to-50',
    'to-100',
    'to-100',
    'to-200',
    'to-200',
    'over-200',
    'nowhere',
  ]);
});

test('a longer way is never an earlier step', () => {
  const km = fc.integer({ min: 0, max: 80 }).map((tens) => tens * 10);
  fc.assert(
    fc.property(km, km, (a, b) => {
      const [near, far] = [Math.min(a, b), Math.max(a, b)];
      expect(STEPS.indexOf(stepOf(near))).toBeLessThanOrEqual(STEPS.indexOf(stepOf(far)));
    }),
  );
});

test('every district is counted at exactly one step', () => {
  const rows = rowsFor('woman');
  expect(Object.values(countSteps(rows)).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
});

test('a district names the service that would let the person in, and its region', () => {
  const row = rowsFor('anybody').find(({ area }) => area === 'az-goygol');
  expect(row).toMatchObject({ name: 'goygol', region: 'r-ganja-dashkasan', step: 'to-50' });
  expect(row?.admits).toMatchObject({ place: 'ganja', km: 10 });
  expect(row?.admits?.service.name).toBe('Shelter ganja');
});

test('where nobody said whether women are let in, no district has one that lets her in: it says that one can ask', () => {
  const rows = rowsFor('woman');
  expect(rows.every(({ admits, step }) => admits === null && step === 'asks-first')).toBe(true);
  const ganja = rows.find(({ area }) => area === 'az-ganja');
  expect(ganja?.['asks-first']).toMatchObject({ km: 0, place: 'ganja' });
  expect(summarise(rows, reachOf('anybody'))).toMatchObject({
    admits: 0,
    onlyToAsk: rows.length,
    nowhere: 0,
    farthest: null,
  });
});

test('rows go by distance, by name within a distance, and "nowhere" is farther than "ask", which is farther than all', () => {
  const [first] = rowsFor('anybody');
  if (first?.admits == null) throw new Error('there are rows');
  const found = first.admits;
  const far = (name: string, km: number) => ({ ...first, name, admits: { ...found, km } });
  const rows = [
    { ...first, name: 'b', admits: null },
    { ...first, name: 'e', admits: null, 'asks-first': found },
    far('d', 300),
    far('c', 20),
    far('a', 20),
  ];
  const names = (isDown: boolean) => sortRows(rows, { by: 'km', isDown }, 'en').map(({ name }) => name);
  expect(names(false)).toEqual(['a', 'c', 'd', 'e', 'b']);
  expect(names(true)).toEqual(['b', 'e', 'd', 'a', 'c']);
});

test("names are sorted as the reader's language sorts them", () => {
  const [one] = rowsFor('woman');
  if (one === undefined) throw new Error('there are rows');
  const rows = ['Şuşa', 'Ağdam', 'Əhmədli', 'Zaqatala'].map((name) => ({ ...one, name }));
  expect(sortRows(rows, { by: 'name', isDown: false }, 'az').map(({ name }) => name)).toEqual([
    'Ağdam',
    'Əhmədli',
    'Şuşa',
    'Zaqatala',
  ]);
});

test('a trans woman is admitted nowhere, may ask in one place and is refused in another: three numbers, never one', () => {
  const anybody = reachOf('anybody');
  expect(summarise(rowsFor('anybody'), anybody)).toMatchObject({
    admits: 14,
    asksFirst: 0,
    refuses: 0,
    fartherThanForAnybody: 0,
  });
  const trans = summarise(rowsFor('trans-woman'), anybody);
  expect(trans).toMatchObject({ admits: 0, asksFirst: 13, refuses: 1, nowhere: 0, all: anybody.length });
  expect(trans.fartherThanForAnybody).toBe(anybody.length);
});

test('who refuses stands in a row only where it is nearer than who lets in', () => {
  const rows = rowsFor('trans-woman');
  const at = (area: string) => rows.find((row) => row.area === area);
  expect(at('az-goygol')?.refuses).toMatchObject({ place: 'ganja' });
  expect(at('az-absheron')?.refuses).toBeNull();
});

test('who helps by telephone is near to everybody whom they would help, and to nobody whom they refuse', () => {
  const helpline = (id: string, more: Record<string, unknown>) => [
    record('provider', id, id, { name: id }),
    record('service', `${id}-s`, id, { name: id, serves: ['helpline'], reach: 'remote', ...more }),
  ];
  const services = directoryOf([
    ...helpline('all', {}),
    ...helpline('women', { admitsMen: 'refuses' }),
    ...helpline('paused', { state: 'paused' }),
  ]);
  const names = (who: keyof typeof EXAMPLES) =>
    remoteServices(services, 'az', 'helpline', seekerFor(EXAMPLES[who])).map(({ name }) => name);
  expect([names('woman'), names('man')]).toEqual([['all', 'women'], ['all']]);
  const excluding = { ...seekerFor(EXAMPLES.woman), excluded: { providers: ['all'], words: '' } };
  expect(remoteServices(services, 'az', 'helpline', excluding).map(({ name }) => name)).toEqual(['women']);
});

test('where nobody would let the person in, there is no farthest district', () => {
  const nowhere = reachOf('anybody').map(({ area }) => ({
    area,
    admits: null,
    'asks-first': null,
    refuses: null,
  }));
  const rows = reachRows(nowhere, BY_SERVICE, (area) => area);
  expect(summarise(rows, reachOf('anybody'))).toEqual({
    all: rows.length,
    admits: 0,
    asksFirst: 0,
    refuses: 0,
    onlyToAsk: 0,
    nowhere: rows.length,
    farthest: null,
    fartherThanForAnybody: rows.length,
  });
});
