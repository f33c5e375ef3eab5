import { alike, LIKELY, peopleIn, validateRecord } from '@dayaq/domain';
import { telephonesIn } from '@dayaq/locale/fold';
import { expect, test } from 'vitest';
import { generateCases } from './generate.ts';
import { inventScenes } from './scenes.ts';

const NOW = Date.parse('2026-11-21T16:00:00Z');
const members = [
  { account: 'c', role: 'coordinator', languages: ['az'], work: 'coordinates' },
  { account: 's', role: 'caseworker', languages: ['az'], work: 'street' },
  { account: 'l', role: 'caseworker', languages: ['az'], work: 'law' },
] as const;

test.each(['az', 'tj'] as const)(
  'in %s somebody is held, two cases may be one person, and a complaint waits, each valid',
  (country) => {
    const cases = [
      ...generateCases({ seed: 3, count: 40, country, languages: ['az'], members, until: '2026-11-21' }),
    ];
    const acts = inventScenes({ seed: 3, country, members, cases, now: NOW });
    const changes = acts.flatMap((act) => act.changes);
    expect(changes.map(({ kind }) => kind)).toEqual(['detention', 'person', 'person', 'complaint']);
    for (const { kind, fields } of changes) {
      const values = Object.fromEntries(
        Object.entries(fields).map(([name, op]) => [name, 'set' in op ? op.set : op.add]),
      );
      const before = kind === 'person' ? { role: 'client' } : {};
      expect(validateRecord(kind, { ...before, ...values }), kind).toEqual([]);
    }
    for (const { at } of acts) expect(at).toBeLessThan(NOW);
    const complaint = acts.find((act) => act.changes[0]?.kind === 'complaint');
    expect(complaint?.restrictedTo).toEqual(['s', 'c']);

    const [one, other] = acts
      .filter((act) => act.changes[0]?.kind === 'person')
      .map(({ dossier, changes: [change] }) => {
        const client = {
          id: change?.record ?? '',
          kind: 'person',
          deleted: false,
          fields: { role: 'client', safeContact: telephoneIn(change) },
        };
        const root = { id: dossier, kind: 'case', deleted: false, fields: {} };
        return peopleIn(dossier, [root, client], telephonesIn)[0];
      });
    if (one === undefined || other === undefined) throw new Error('nobody is there twice');
    expect(alike(one, other, 'unknown').points).toBeGreaterThanOrEqual(LIKELY);
  },
);

function telephoneIn(change: { fields: Record<string, unknown> } | undefined): string {
  const op = change?.fields['safeContact'];
  return typeof op === 'object' && op !== null && 'set' in op && typeof op.set === 'string' ? op.set : '';
}
