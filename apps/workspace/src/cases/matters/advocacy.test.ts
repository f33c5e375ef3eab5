import type { LinkRow, ListedRecord, Value } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { advocacyOf } from './advocacy.ts';

const matter = (record: string, dossier: string, fields: Record<string, Value>): ListedRecord => ({
  record,
  dossier,
  kind: 'matter',
  fields,
  created: { by: 'm', at: 1 },
  updated: { by: 'm', at: 1 },
  conflict: false,
  case: { reference: 'M9-ZNB', alias: '', status: 'new' },
  restricted: false,
});
const leadsHere = ({ record, dossier, kind, fields }: ListedRecord, field = 'cases'): LinkRow => ({
  record: 'mine',
  kind: 'case',
  field,
  end: {
    id: record,
    kind,
    dossier,
    root: 'case',
    fields,
    mention: { reference: 'M9-ZNB', alias: '', status: 'new', summary: '', violations: [] },
    restricted: false,
  },
});

test('a case knows the advocacy matters of other cases that gather it, and the open ones that it could join', () => {
  const gathers = matter('gathers', 'other', { type: 'advocacy', cases: ['mine'] });
  const own = matter('own', 'mine', { type: 'advocacy', cases: ['mine'] });
  const matters = [
    gathers,
    matter('could', 'other', { type: 'advocacy', cases: ['other'] }),
    matter('over', 'other', { type: 'advocacy', cases: ['other'], result: 'no-remedy' }),
    own,
    matter('complaint', 'other', { type: 'complaint' }),
    matter('gathers', 'third', { type: 'advocacy' }),
  ];
  const { gathering, open } = advocacyOf(
    matters,
    [leadsHere(gathers), leadsHere(own), leadsHere(matter('x', 'other', {}), 'about')],
    'mine',
    '2026-11-22',
  );
  expect(gathering).toMatchObject([{ record: 'gathers', dossier: 'other', case: { reference: 'M9-ZNB' } }]);
  expect(open.map(({ record, dossier }) => `${dossier} ${record}`)).toEqual(['other could', 'third gathers']);
});
