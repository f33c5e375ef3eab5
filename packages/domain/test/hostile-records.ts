import fc from 'fast-check';
import { fieldOf, KINDS, type KindName, type PlainRecord } from '../src/index.ts';

/** Whatever passes the journal's reader, and a little more: what a member can sign into a field. */
const scalar: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(-1, 0, 9e15, 1e308, -1e308, 5e-324, 2 ** 53, 8_640_000_000_000_001),
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '\ud800',
    '\u0000',
    '=1+1',
    '9999-99-99',
    '2026-02-30',
    'x'.repeat(65_536),
    ', '.repeat(30_000),
  ),
);
const strange: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom('toString', 'valueOf', 'day', 'until', 'about', 'area', 'minor', 'currency', 'x'),
      tie('value'),
      { maxKeys: 4 },
    ),
    fc.constantFrom(
      Array.from({ length: 10_000 }, (_, i) => `p${i}`),
      { toString: 1, valueOf: 1 },
      { day: '2026', until: 'x' },
      { day: '2199-12-31' },
      { day: '1900' },
      { area: { area: 'az' } },
      { minor: -1, currency: 'AZN' },
      { minor: 2 ** 53 - 1, currency: 'ZZZ' },
    ),
  ),
})).value;

const IDS = ['r0', 'r1', 'r2', 'r3', 'constructor', `${'p'.repeat(21)}A`, `${'q'.repeat(21)}A`];
/** Often what the field is for, so that rules go on to what stands beside it. */
const right = (kind: string, name: string): fc.Arbitrary<unknown> => {
  const type = fieldOf(kind, name)?.type;
  switch (type?.is) {
    case 'date':
      return fc.constantFrom({ day: '2026-11' }, { day: '2199-12-31' }, { day: '1900', until: '2199' });
    case 'moment':
      return fc.constantFrom(0, 1_760_000_000_000, 7_289_654_399_999);
    case 'money':
      return fc.constantFrom({ minor: 100, currency: 'AZN' }, { minor: 2 ** 53 - 1, currency: 'AZN' });
    case 'codes':
    case 'references':
      return fc.constantFrom(['other'], ['shelter', 'trans', 'kill'], IDS);
    case 'place':
      return fc.constantFrom({ area: 'az-baku' }, { area: 'az' });
    case 'flag':
      return fc.boolean();
    case 'number':
      return fc.constantFrom(0, 7, 18);
    default:
      return fc.constantFrom(
        'yes',
        'critical',
        'client',
        'closed',
        'sharing',
        'approved',
        'closure',
        'hours',
        '9-18',
        ...IDS,
      );
  }
};

const names = Object.keys(KINDS) as KindName[];
const fieldsOf = (kind: string): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      (KINDS[kind as KindName]?.fields ?? []).map(({ name }) => [
        name,
        fc.oneof(
          { weight: 3, arbitrary: fc.constant(undefined) },
          { weight: 3, arbitrary: right(kind, name) },
          { weight: 2, arbitrary: strange },
        ),
      ]),
    ),
  );

const moment = fc.constantFrom(0, 1_760_000_000_000, 7_289_654_399_999);
const record: fc.Arbitrary<PlainRecord> = fc
  .oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, fc.constantFrom('constellation', 'x'))
  .chain((kind) =>
    fc.record(
      {
        id: fc.constantFrom(...IDS),
        kind: fc.constant(kind as string),
        deleted: fc.boolean(),
        fields: fieldsOf(kind),
        created: fc.record({ by: fc.constantFrom('a', 'b'), at: moment }),
        updated: fc.record({ by: fc.constantFrom('a', 'b'), at: moment }),
        conflict: fc.boolean(),
      },
      { noNullPrototype: true },
    ),
  );

/** A dossier whose records have the fields of their kinds, with anything at all in them. */
export const hostileRecords: fc.Arbitrary<PlainRecord[]> = fc.array(record, { minLength: 1, maxLength: 12 });
