import type { DirectoryRecord } from '@dayaq/domain';
import { expect, it } from 'vitest';
import { askOf, EVERYTHING, type ListSearch } from './list-search.ts';
import { providerLine } from './provider-line.ts';

const NOW = { day: '2026-11-23', minute: 10 * 60 };

function part(id: string, kind: string, fields: DirectoryRecord['fields']): DirectoryRecord {
  return { id, kind, dossier: 'p', deleted: false, fields };
}
const HOUSE = [
  part('p', 'provider', { name: 'Sığal Evi', nameRu: 'Дом ласки' }),
  part('s1', 'service', { name: 'Sığınacaq', serves: ['shelter'], admitsTrans: 'refuses' }),
  part('s2', 'service', { name: 'Hüquq', serves: ['legal-aid'], admitsTrans: 'admits' }),
  part('l', 'location', { area: { area: 'az-ganja' } }),
];
const line = (records: DirectoryRecord[], search: Partial<ListSearch> = {}, now = NOW) =>
  providerLine({ records }, askOf({ ...EVERYTHING, ...search }, now), now, { language: 'ru', home: 'az' });

it('shows of a provider what is asked for, in the reader’s language', () => {
  expect(line(HOUSE)).toMatchObject({
    name: 'Дом ласки',
    named: ['Sığınacaq', 'Hüquq'],
    areas: ['az-ganja'],
  });
  expect(line(HOUSE, { need: 'shelter' })).toMatchObject({ named: ['Sığınacaq'], serves: ['shelter'] });
});

it('warns of one that refuses whoever is at the door, and says of which service it is known', () => {
  const refusing = line(HOUSE, { admits: 'trans', answer: 'refuses' });
  expect(refusing.warnings).toMatchObject([{ reason: { code: 'refuses' }, of: '' }]);
  const told = part('e', 'service-event', { service: 's2', type: 'passed-on', date: { day: '2026-01-01' } });
  expect(line([...HOUSE, told]).warnings).toMatchObject([{ of: 'Hüquq' }]);
});

it('says open where one of them is, shut where all are known to be, and nothing where nobody knows', () => {
  const hours = (service: string) =>
    part(`h-${service}`, 'schedule', { what: 'hours', service, monday: '09:00-13:00' });
  const later = { ...NOW, minute: 15 * 60 };
  expect(line(HOUSE).badge).toBe(null);
  expect(line([...HOUSE, hours('s1')]).badge).toBe('open');
  expect(line([...HOUSE, hours('s1')], {}, later).badge).toBe(null);
  expect(line([...HOUSE, hours('s1'), hours('s2')], {}, later).badge).toBe('closed');
});
