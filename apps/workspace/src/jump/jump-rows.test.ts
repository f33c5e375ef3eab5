import { loadMessages, createTranslator } from '@dayaq/locale';
import type { FoundRow } from '@dayaq/vault/client';
import { beforeAll, describe, expect, it } from 'vitest';
import { translator as shown } from '../locale/index.ts';
import { foundRows, pagesNamed } from './jump-rows.ts';

const found = (more: Partial<FoundRow>): FoundRow => ({
  kind: 'case',
  id: 'c1',
  dossier: 'c1',
  root: 'case',
  space: 's1',
  told: {},
  snippet: '',
  ...more,
});
const rows = (row: Partial<FoundRow>, text: string) =>
  foundRows([found(row)], text, () => ({
    translator: shown.value,
    records: [],
    members: [],
    country: 'az',
  }));

beforeAll(async () => {
  shown.value = createTranslator('en', await loadMessages('en'));
});

describe('rows of the search over everything', () => {
  it('name a case by its alias and reference, and say where the words were found', () => {
    const told = { alias: 'Zaur', reference: 'K7Q-2MX', summary: 'No papers' };
    expect(rows({ told, snippet: '… struck off at the police …' }, 'police')).toEqual([
      {
        key: 'case c1 c1',
        href: '/cases/c1',
        title: 'Zaur · K7Q-2MX',
        what: 'Case',
        line: '… struck off at the police …',
        space: 's1',
      },
    ]);
    expect(rows({ told, snippet: 'Zaur K7Q-2MX' }, 'zaur')[0]?.line).toBe('No papers');
  });

  it('lead to the place where a record of another kind stands', () => {
    const matter = { kind: 'matter', id: 'm1', told: { type: 'complaint', forumName: 'Ombudsman' } };
    expect(rows(matter, 'ombudsman')[0]).toMatchObject({
      href: '/cases/c1/matters#record-m1',
      title: 'Complaint · Ombudsman',
      what: 'Matter',
    });
    const service = { kind: 'service', id: 'x', dossier: 'p', root: 'provider', told: { name: 'Beds' } };
    expect(rows(service, 'beds')[0]?.href).toBe('/services/p/x');
  });

  it('leave out what has no page, and what a newer version made', () => {
    expect(rows({ kind: 'handed', told: { title: 'x' } }, 'x')).toEqual([]);
    expect(rows({ kind: 'comet', told: { name: 'x' } }, 'x')).toEqual([]);
  });

  it('find pages by the beginning of their names, and offer viewers none that only writers have', () => {
    expect(pagesNamed('cos', true).map(({ href }) => href)).toEqual(['/costs']);
    expect(pagesNamed('new case', true).map(({ href }) => href)).toEqual(['/cases/new']);
    expect(pagesNamed('new case', false)).toEqual([]);
    expect(pagesNamed('', true).length).toBeGreaterThan(10);
    expect(pagesNamed('…', true)).toEqual([]);
  });
});
