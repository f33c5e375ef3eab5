import { directoryOf, matchServices, type PlainRecord } from '@dayaq/domain';
import { describe, expect, it } from 'vitest';
import { seekerIn } from './ask-of.ts';

const by = { by: 'me', at: 0 };
const record = (id: string, kind: string, fields: Record<string, unknown>, deleted = false): PlainRecord => ({
  id,
  kind,
  deleted,
  fields,
  created: by,
  updated: by,
});
const CASE = [
  record('case', 'case', { area: { area: 'az-ganja' } }),
  record('her', 'person', {
    role: 'client',
    genderIdentity: 'trans-woman',
    populations: ['living-with-hiv'],
    exclusions: 'Lantern',
    excludedIds: ['p9'],
  }),
  record('son', 'person', { role: 'dependant', genderIdentity: 'man', birthYear: 2012 }),
  record('gone', 'person', { role: 'dependant', genderIdentity: 'man', birthYear: 2010 }, true),
  record('n1', 'document-need', { of: 'her', document: 'identity-card', state: 'has' }),
  record('n2', 'document-need', { of: 'her', document: 'residence-record', state: 'missing' }),
];

describe('who looks for help', () => {
  it('is read from the case: groups, the children who come along, the district, and the papers at hand', () => {
    expect(seekerIn(CASE, 'her', 2026)).toMatchObject({
      groups: ['children', 'living-with-hiv', 'trans', 'women'],
      sons: [{ ages: { from: 13, to: 14 } }],
      area: 'az-ganja',
      papers: ['identity-card'],
      excluded: { providers: ['p9'], words: 'Lantern' },
    });
  });
  it('has unknown papers where nobody asked about any', () => {
    expect(seekerIn(CASE.slice(0, 3), 'her', 2026).papers).toBeUndefined();
  });
  it('is never shown a provider that they excluded, by name or by choice', () => {
    const provider = (id: string, name: string) => [
      { id, kind: 'provider', dossier: id, deleted: false, fields: { name } },
      {
        id: `${id}-s`,
        kind: 'service',
        dossier: id,
        deleted: false,
        fields: { name: 'House', serves: ['shelter'] },
      },
    ];
    const services = directoryOf([
      ...provider('p1', 'Lantern'),
      ...provider('p9', 'Lamp'),
      ...provider('p2', 'Candle'),
    ]);
    const { ranked, excluded } = matchServices(services, {
      needs: ['shelter'],
      seeker: seekerIn(CASE, 'her', 2026),
      day: '2026-11-22',
      minute: 600,
    });
    expect(ranked.map((match) => match.provider)).toEqual(['p2']);
    expect(excluded).toBe(2);
  });
});
