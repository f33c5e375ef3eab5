import { type DirectoryRecord, directoryOf } from '@dayaq/domain';
import { expect, test } from 'vitest';
import { closuresOf } from './closures.ts';
import { isOld, isOldDay, placesOf } from './places.ts';

const TODAY = '2026-11-22';
const record = (kind: string, id: string, fields: Record<string, unknown>): DirectoryRecord => ({
  kind,
  id,
  dossier: id.slice(0, 1),
  deleted: false,
  fields,
});
const at = (id: string, serves: string, more: DirectoryRecord[] = []): DirectoryRecord[] => [
  record('provider', id, { name: id }),
  record('location', `${id}-place`, { area: { area: 'az-ganja' } }),
  record('service', `${id}-service`, { name: id, serves: [serves] }),
  ...more,
];
const places = (id: string, number: number, unit: string, day?: string): DirectoryRecord =>
  record('capacity', `${id}-${day}-${unit}`, {
    service: `${id}-service`,
    number,
    unit,
    source: 'call',
    ...(day === undefined ? {} : { date: { day } }),
  });

function counted(records: DirectoryRecord[]) {
  const services = directoryOf(records);
  return placesOf(services, new Map(services.map((service) => [service.id, service])), 'az', TODAY);
}

test('a figure is old when its last day lies more than two years back', () => {
  expect(['2024-11-21', '2024-11-22', '2024-11-23', ''].map((day) => isOldDay(day, TODAY))).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect([isOld({ day: '2023' }, TODAY), isOld({ day: '2024' }, TODAY)]).toEqual([true, false]);
});

test('beds and family places are never added up', () => {
  const { byUnit } = counted([
    ...at('a', 'shelter', [places('a', 10, 'family-places', '2026-05-01')]),
    ...at('b', 'shelter', [places('b', 27, 'beds', '2026-05-01')]),
    ...at('c', 'shelter', [places('c', 3, 'beds', '2026-05-01')]),
  ]);
  expect(byUnit).toEqual([
    { unit: 'beds', number: 30, shelters: 2 },
    { unit: 'family-places', number: 10, shelters: 1 },
  ]);
});

test('who runs and who pays for the places is told, and what nobody said stands as not known', () => {
  const shelter = (id: string, more: Record<string, unknown>, type?: string): DirectoryRecord[] => [
    record('provider', id, { name: id, type }),
    record('location', `${id}-place`, { area: { area: 'az-ganja' } }),
    record('service', `${id}-service`, { name: id, serves: ['shelter'], ...more }),
  ];
  const { byRunner, byPayer } = counted([
    ...shelter('a', { paidBy: ['foreign-donor', 'state-budget'] }, 'charity'),
    places('a', 10, 'beds', '2026-05-01'),
    ...shelter('b', { runBy: 'state-body', paidBy: ['state-budget'] }, 'charity'),
    places('b', 30, 'beds', '2026-05-01'),
    ...shelter('c', {}),
  ]);
  expect(byRunner).toEqual([
    { who: 'charity', shelters: 1, places: [{ unit: 'beds', number: 10 }] },
    { who: 'state-body', shelters: 1, places: [{ unit: 'beds', number: 30 }] },
    { who: 'unknown', shelters: 1, places: [] },
  ]);
  expect(byPayer).toEqual([
    { who: 'state-budget', shelters: 2, places: [{ unit: 'beds', number: 40 }] },
    { who: 'foreign-donor', shelters: 1, places: [{ unit: 'beds', number: 10 }] },
    { who: 'unknown', shelters: 1, places: [] },
  ]);
});

test('shelters without a figure, without a date and with an old figure are told apart', () => {
  const {
    counted: all,
    without,
    undated,
  } = counted([
    ...at('a', 'shelter'),
    ...at('b', 'shelter', [places('b', 5, 'beds')]),
    ...at('c', 'shelter', [places('c', 8, 'beds', '2021-02')]),
    ...at('d', 'legal-aid'),
  ]);
  expect(without.map(({ name }) => name)).toEqual(['a']);
  expect(undated.map(({ name }) => name)).toEqual(['b']);
  expect(all.map(({ service, isOld: old }) => [service.name, old])).toEqual([
    ['c', true],
    ['b', false],
  ]);
});

test('nine days without a forensic examination stand above what opened every day', () => {
  const closures = closuresOf(
    directoryOf([
      ...at('a', 'forensic-examination', [
        record('schedule', 'a-hours', { what: 'hours', roundTheClock: true }),
        record('schedule', 'a-shut', {
          what: 'closure',
          why: 'holiday',
          period: { day: '2026-03-20', until: '2026-03-28' },
        }),
      ]),
      ...at('b', 'shelter', [record('schedule', 'b-hours', { what: 'hours', roundTheClock: true })]),
      ...at('c', 'court'),
    ]),
    'az',
    2026,
  );
  expect(
    closures.map(({ need, everywhere, hoursNotKnown }) => [need, everywhere?.days, hoursNotKnown]),
  ).toEqual([
    ['forensic-examination', 9, 0],
    ['shelter', undefined, 0],
    ['court', undefined, 1],
  ]);
});
