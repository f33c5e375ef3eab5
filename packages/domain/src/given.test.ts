import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldOf, KINDS, kindOf } from './kinds/index.ts';
import { codeList, otherCodes } from './code-lists/index.ts';
import type { ChosenFields, Field } from './kind.ts';
import type { PlainRecord } from './plain-record.ts';
import { agreedIn, chosenOf, offersTo, partsIn, shareOnly, withFiles } from './shared-fields.ts';
import { isEmpty, stands, staleFields } from './validate.ts';

const record = (id: string, kind: string, fields: Record<string, unknown>): PlainRecord => ({
  id,
  kind,
  deleted: false,
  fields,
  created: { by: 'm', at: 1 },
  updated: { by: 'm', at: 1 },
});
const consent = (more: Record<string, unknown>): PlainRecord =>
  record('yes', 'consent', { of: 'p1', to: 'sharing', decision: 'yes', recipient: 'Clean Home', ...more });

/** Ids of a case: two clients, a child, and what there is of other kinds. */
const PEOPLE = ['p1', 'p2', 'k1', 'k2'];
const KINDS_OF_CASES = [
  'case',
  'violation',
  'perpetrator',
  'threat',
  'risk',
  'document-need',
  'file',
] as const;

/** A value of a field's form, that says where it comes from where its form lets it. */
function valueOf(field: Field, at: string): fc.Arbitrary<unknown> {
  const { type } = field;
  const codes = type.is === 'code' || type.is === 'codes' ? (codeList(type.list)?.codes ?? []) : [];
  const code = fc.constantFrom(...codes.map((each) => each.code), 'other');
  switch (type.is) {
    case 'code':
      return code;
    case 'codes':
      return fc.uniqueArray(code, { maxLength: 3 });
    case 'answer':
      return fc.constantFrom('yes', 'no', 'unknown');
    case 'references':
      return fc.subarray([...PEOPLE, 'r0', 'r1', 'r2', 'elsewhere']);
    case 'reference':
      return fc.constantFrom(...PEOPLE, 'elsewhere');
    default:
      return fc.constant(`<${at}.${field.name}>`);
  }
}

const filled = (id: string, kind: string, role?: string): fc.Arbitrary<PlainRecord> =>
  fc
    .tuple(
      ...(KINDS[kind as keyof typeof KINDS].fields as readonly Field[]).map((field) =>
        fc.option(valueOf(field, id), { nil: undefined }).map((value) => [field.name, value] as const),
      ),
    )
    .map((pairs) =>
      record(id, kind, { ...Object.fromEntries(pairs), ...(role === undefined ? {} : { role }) }),
    );

const cases: fc.Arbitrary<PlainRecord[]> = fc
  .tuple(
    filled('p1', 'person', 'client'),
    fc.option(filled('p2', 'person', 'client'), { nil: null }),
    filled('k1', 'person', 'dependant'),
    filled('k2', 'person', 'dependant'),
    fc
      .array(fc.constantFrom(...KINDS_OF_CASES), { maxLength: 8 })
      .chain((kinds) => fc.tuple(...kinds.map((kind, i) => filled(`r${i}`, kind)))),
  )
  .map(([client, other, one, two, rest]) => [client, ...(other === null ? [] : [other]), one, two, ...rest]);

/** A case, what of it was agreed, and what of that was left standing in the last look. */
const given = cases.chain((records) => {
  const offers = offersTo(records, 'p1');
  return fc.tuple(
    fc.constant(records),
    fc.subarray(offers),
    fc.subarray(offers),
    fc.subarray(['k1', 'k2']),
    fc.subarray(records.filter(({ kind }) => kind === 'file').map(({ id }) => id)),
  );
});

const isReference = (field: Field | undefined): boolean =>
  field?.type.is === 'reference' || field?.type.is === 'references';

test('given: what was not both agreed and left standing in the last look does not travel', () => {
  fc.assert(
    fc.property(given, ([records, agreed, shown, children, files]) => {
      const yes = withFiles(chosenOf(agreed, children), files);
      const look = withFiles(chosenOf(shown, children), files);
      const both = (id: string, name: string): boolean =>
        [yes, look].every((all: ChosenFields) => all[id]?.includes(name) === true);
      const out = shareOnly(records, consent({ agreed: yes }), look);
      for (const { from, kind, fields } of out) {
        const original = records.find(({ id }) => id === from);
        for (const [name, value] of Object.entries(fields)) {
          const field = fieldOf(kind, name);
          if (isReference(field)) {
            for (const id of [value].flat()) expect(out.some((one) => one.from === id)).toBe(true);
          } else if (kind === 'person' && name === 'role') {
            expect(from).not.toBe('p1');
            expect(value).toBe('dependant');
          } else {
            expect(both(from, name.replace(/Other$/, '')) || both(from, name), `${from}.${name}`).toBe(true);
            expect(value).toEqual(original?.fields[name]);
          }
          expect(stands(kind, name, original?.fields ?? {}), `stale ${from}.${name}`).toBe(true);
        }
        expect(from).not.toBe('p2');
      }
    }),
    { numRuns: 300 },
  );
});

test('given: everything that was agreed and shown does travel, under the words of its own "other" too', () => {
  fc.assert(
    fc.property(given, ([records, agreed, , children]) => {
      const people = ['p1', ...children];
      const chosen = agreed.filter(({ person }) => people.includes(person));
      const yes = chosenOf(chosen, children);
      const out = shareOnly(records, consent({ agreed: yes }), yes);
      const named = new Set(out.flatMap(({ fields }) => [fields.perpetrators].flat()));
      for (const { record: id, kind, field } of chosen) {
        // Who did it goes with an act that goes.
        if (kind === 'perpetrator' && !named.has(id)) continue;
        expect(out.find(({ from }) => from === id)?.fields, `${id}.${field}`).toHaveProperty(field);
      }
    }),
    { numRuns: 300 },
  );
});

test('given: of whoever comes along nothing goes unless they were agreed, and then they are told from who asks', () => {
  fc.assert(
    fc.property(given, ([records, agreed, , children]) => {
      const yes = chosenOf(
        agreed.filter(({ person }) => person === 'p1' || children.includes(person)),
        children,
      );
      const out = shareOnly(records, consent({ agreed: yes }), yes);
      for (const child of ['k1', 'k2'])
        expect(out.some(({ from }) => from === child)).toBe(children.includes(child));
      for (const { from, fields } of out) if (children.includes(from)) expect(fields.role).toBe('dependant');
    }),
  );
});

test('stale answers are known in every kind, whatever their condition hangs on', () => {
  for (const { kind, fields } of Object.values(KINDS))
    for (const field of fields) {
      if (field.when === undefined) continue;
      expect(staleFields(kind, { [field.name]: 'x' }), `${kind}.${field.name}`).toEqual([field.name]);
    }
  expect(staleFields('matter', { type: 'complaint', barrier: 'other', barrierOther: 'x' })).toEqual([
    'barrier',
    'barrierOther',
  ]);
  expect(staleFields('person', { role: 'client', populations: ['other'], populationsOther: 'x' })).toEqual(
    [],
  );
  expect(otherCodes('populations')).toEqual(['other']);
});

const ONE: PlainRecord[] = [
  record('p1', 'person', {
    role: 'client',
    alias: 'Wren',
    ageBand: '25-34',
    disability: ['walking'],
    hivStatus: 'positive',
    populations: ['trans'],
    populationsOther: 'my husband works there',
  }),
  record('k1', 'person', { role: 'dependant', alias: 'Anna', ageBand: '0-13', relation: 'child' }),
  record('v1', 'violation', { type: 'evicted', victims: ['p1', 'k1'], account: 'At night.' }),
];

test('a walking disability is passed on without “HIV status: positive”', () => {
  const offers = offersTo(ONE, 'p1');
  expect(offers.filter(({ alone }) => alone).map(({ field }) => field)).toEqual(
    expect.arrayContaining(['alias', 'disability', 'hivStatus', 'populations']),
  );
  const yes = chosenOf(offers.filter(({ field }) => field === 'disability'));
  expect(shareOnly(ONE, consent({ agreed: yes }), yes)).toEqual([
    { from: 'p1', kind: 'person', fields: { disability: ['walking'] } },
  ]);
});

test('the words of an "other" that was taken away are never offered and never go', () => {
  expect(offersTo(ONE, 'p1').map(({ field }) => field)).not.toContain('populationsOther');
  const everything = chosenOf(offersTo(ONE, 'p1'));
  const out = shareOnly(ONE, consent({ parts: ['populations', 'alias-age'] }), everything);
  expect(out[0]?.fields.populations).toEqual(['trans']);
  expect(JSON.stringify(out)).not.toContain('my husband works there');
  expect(JSON.stringify(shareOnly(ONE, consent({ parts: ['populations'] })))).not.toContain('husband');
});

test('the child goes to the shelter with the fields that were agreed, and with what was done to both', () => {
  const yes = chosenOf(
    offersTo(ONE, 'p1').filter(({ field }) => ['ageBand', 'relation', 'type'].includes(field)),
  );
  const out = shareOnly(ONE, consent({ agreed: yes }), yes);
  expect(out).toContainEqual({
    from: 'k1',
    kind: 'person',
    fields: { role: 'dependant', ageBand: '0-13', relation: 'child' },
  });
  expect(out.find(({ from }) => from === 'v1')?.fields).toEqual({ type: 'evicted', victims: ['p1', 'k1'] });
  expect(partsIn(out)).toEqual(['alias-age', 'what-happened']);
  const without = shareOnly(ONE, consent({ agreed: yes }), { p1: ['ageBand'], v1: ['type'] });
  expect(without.find(({ from }) => from === 'v1')?.fields.victims).toEqual(['p1']);
});

test('a consent by parts means what it meant: nothing of a child, and every field of its parts until the last look takes some away', () => {
  const old = consent({ parts: ['alias-age', 'health'] });
  expect(agreedIn(old)).toBeNull();
  expect(shareOnly(ONE, old).map(({ from }) => from)).toEqual(['p1']);
  expect(shareOnly(ONE, old)[0]?.fields).toHaveProperty('hivStatus');
  expect(shareOnly(ONE, old, { p1: ['disability'] })[0]?.fields).toEqual({ disability: ['walking'] });
});

test('of an agreement that nobody can read nothing goes, whatever parts stand beside it', () => {
  for (const agreed of ['all', 7, [], { p1: 'alias' }, { p1: [3] }, {}]) {
    const out = shareOnly(ONE, consent({ agreed, parts: ['alias-age'] }));
    if (isEmpty(agreed)) expect(out).toHaveLength(1);
    else expect(out, JSON.stringify(agreed)).toEqual([]);
  }
  expect(kindOf('consent')?.fields.some(({ name }) => name === 'agreed')).toBe(true);
});
