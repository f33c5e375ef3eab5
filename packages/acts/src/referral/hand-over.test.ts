import {
  chosenOf,
  fieldOf,
  KINDS,
  offersTo,
  type PlainRecord,
  shareOnly,
  type SharedRecord,
  withFiles,
} from '@dayaq/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { handoverChanges, type HandoverHead, remapped } from './hand-over.ts';

const HEAD: HandoverHead = {
  reference: 'K7Q-2MX',
  from: 'Open Door',
  to: 'Clean Home',
  contactPerson: '',
  need: 'shelter',
  needOther: '',
  needWords: '',
  parts: ['alias-age'],
  sent: 1,
};
const SEALED = { blob: 'b2', key: 'k2', size: 1, name: 'clean.jpg', mediaType: 'image/jpeg', sha256: 'x' };
const record = (id: string, kind: string, fields: Record<string, unknown>): PlainRecord => ({
  id,
  kind,
  deleted: false,
  fields,
  created: { by: 'm', at: 1 },
  updated: { by: 'm', at: 1 },
});
const KINDS_OF_CASES = [
  'case',
  'person',
  'violation',
  'perpetrator',
  'threat',
  'risk',
  'document-need',
  'file',
  'note',
  'source',
  'cost',
];
const PARTS = [
  'alias-age',
  'contact',
  'populations',
  'health',
  'what-happened',
  'perpetrators',
  'needs',
  'documents',
  'files',
  'safety',
];

/** A value of a field's form that says where it comes from. */
function filled(kind: string, id: string, others: readonly string[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const { name, type } of KINDS[kind as keyof typeof KINDS].fields) {
    if (type.is === 'references' || type.is === 'links') fields[name] = [...others];
    else if (type.is === 'reference' || type.is === 'link') fields[name] = others[0];
    else if (type.is === 'codes') fields[name] = [`${id}.${name}`];
    else if (type.is === 'blob') fields[name] = { blob: 'case-blob', key: 'case-key' };
    else fields[name] = `${id}.${name}`;
  }
  return fields;
}

test('whatever stands in the case and was agreed: no field outside the consent, no id and no key of the case is handed over', () => {
  const cases = fc
    .array(fc.constantFrom(...KINDS_OF_CASES), { minLength: 1, maxLength: 12 })
    .map((kinds) => kinds.map((kind, i) => ({ kind, id: `original-${i}` })));
  fc.assert(
    fc.property(cases, fc.subarray(PARTS), (held, parts) => {
      const ids = ['client', ...held.map(({ id }) => id)];
      const records = [
        record('client', 'person', { ...filled('person', 'client', ids), role: 'client' }),
        ...held.map(({ id, kind }) => record(id, kind, filled(kind, id, ids))),
      ];
      const consent = record('yes', 'consent', {
        of: 'client',
        to: 'sharing',
        decision: 'yes',
        recipient: 'x',
        parts,
      });
      const shared = shareOnly(records, consent, withFiles(chosenOf(offersTo(records, 'client')), ids));
      const copies = Object.fromEntries(shared.map(({ from }, i) => [from, `copy-${i}`]));
      const files = Object.fromEntries(shared.filter((r) => r.kind === 'file').map((r) => [r.from, SEALED]));
      const changes = handoverChanges(HEAD, shared, { dossier: 'd', copies }, files);
      const agreed = new Map(shared.map((one) => [copies[one.from], one]));
      for (const change of changes.slice(1)) {
        for (const field of Object.keys(change.fields)) {
          expect(fieldOf(change.kind, field)?.share).toBe(true);
          expect(agreed.get(change.record)?.fields).toHaveProperty(field);
        }
      }
      const written = JSON.stringify(changes.map(({ record: id, fields }) => [id, fields]));
      expect(written).not.toContain('case-key');
      for (const { id } of held) expect(written).not.toContain(`"${id}"`);
      expect(written).not.toContain('"client"');
    }),
    { numRuns: 60 },
  );
});

test('a file travels with the bytes that were sealed anew, and without them only with its words', () => {
  const shared: SharedRecord[] = [
    { from: 'f', kind: 'file', fields: { role: 'evidence', workingCopy: { blob: 'b1', key: 'k1' } } },
  ];
  const ids = { dossier: 'd', copies: { f: 'c' } };
  expect(handoverChanges(HEAD, shared, ids, { f: SEALED })[1]?.fields.workingCopy).toEqual({ set: SEALED });
  expect(Object.keys(handoverChanges(HEAD, shared, ids, {})[1]?.fields ?? {})).toEqual(['role']);
});

test('references lead to the copies, and those that lead nowhere are left out', () => {
  const ids = { v1: 'c1' };
  expect(remapped('violation', 'perpetrators', ['v1', 'toString', 'v2'], ids)).toEqual(['c1']);
  expect(remapped('risk', 'of', 'v2', ids)).toBeNull();
  expect(remapped('person', 'alias', 'v1', ids)).toBe('v1');
});

test('what leads out of a dossier leads nowhere in one of another organisation, whoever wrote it there', () => {
  const ids = { v1: 'c1' };
  expect(remapped('person', 'excludedIds', ['v1', 'space-1'], ids)).toBeNull();
  expect(remapped('document-need', 'address', 'v1', ids)).toBeNull();
});
