import { addDays } from '../day.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DirectoryRecord, publicFields } from '../directory.ts';
import type { Field } from '../kind.ts';
import { KINDS, type KindName } from '../kinds/index.ts';
import { codeList } from '../code-lists/index.ts';
import { PACKS } from '../packs/index.ts';
import { formatCsv, parseCsv } from '../csv.ts';
import { exportHsds, hsdsCsv, hsdsJson, importHsdsCsv, importHsdsJson } from './index.ts';
import { isUuid, recordIdOf, uuidOf } from './uuid.ts';

const SCHEMA = new URL('./schema/', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, SCHEMA), 'utf8'));

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
for (const file of readdirSync(SCHEMA))
  if (file.endsWith('.json') && file !== 'datapackage.json') ajv.addSchema(read(file) as object, file);
const problems = (schema: string, value: unknown): unknown => {
  const validate = ajv.getSchema(schema);
  if (validate === undefined) throw new Error(schema);
  return validate(value) ? [] : validate.errors;
};

// Directories of invented records, with values of every kind's every field.

const id = fc.uuid().map(recordIdOf);
const words = (max: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ minLength: 1, maxLength: 30 }),
      fc.constantFrom('Sığınacaq, "Ümid"', 'Две\nстроки', 'a;b,c', '+994 12 000 00 00', '=1+1'),
    )
    .filter((text) => text.trim() !== '' && text !== '–')
    .map((text) => text.slice(0, max));
const two = (n: number): string => String(n).padStart(2, '0');
const day = fc
  .tuple(
    fc.integer({ min: 2020, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => `${year}-${two(month)}-${two(date)}`);
const fuzzy = fc.oneof(
  day.map((d) => ({ day: d })),
  day.map((d) => ({ day: d.slice(0, 7), about: true })),
  fc.tuple(day, fc.nat(40)).map(([d, more]) => ({
    day: d,
    until: addDays(d, more),
  })),
);
const AREAS = Object.values(PACKS).flatMap((pack) => pack.areas.map((area) => area.code));
const ALONE = ['unknown', 'prefers-not', 'none', 'none-of-these', 'other'];

function valueArbitrary({ name, type }: Field): fc.Arbitrary<unknown> {
  if (name.endsWith('day') && type.is === 'text')
    return fc.constantFrom('09:00-18:00', '9-13, 14:00–18:00', '20:00-08:00', 'by agreement');
  switch (type.is) {
    case 'text':
      return name === 'website'
        ? fc.constantFrom('https://example.org/help', 'example org')
        : name === 'email'
          ? fc.constantFrom('help@example.org', 'help at example')
          : words(type.max);
    case 'code':
      return fc.constantFrom(...(codeList(type.list)?.codes ?? []).map((code) => code.code));
    case 'codes':
      return fc.subarray(
        (codeList(type.list)?.codes ?? []).map((code) => code.code).filter((code) => !ALONE.includes(code)),
        { minLength: 1, maxLength: 4 },
      );
    case 'answer':
      return fc.constantFrom('yes', 'no', 'unknown', 'prefers-not');
    case 'date':
      return fuzzy;
    case 'place':
      return fc.oneof(
        fc.constantFrom(...AREAS, 'unknown').map((area) => ({ area })),
        fc.constant({ area: 'az-ganja', detail: 'behind the market' }),
      );
    case 'number':
      return fc.integer({ min: type.min, max: Math.min(type.max, 10_000) });
    case 'flag':
      return fc.boolean();
    default:
      return fc.constant('AAAAAAAAAAAAAAAAAAAAAA');
  }
}

function fieldsArbitrary(kind: KindName): fc.Arbitrary<Record<string, unknown>> {
  const model: Record<string, fc.Arbitrary<unknown>> = {};
  for (const field of KINDS[kind].fields) {
    if (field.type.is === 'reference' || field.type.is === 'references') continue;
    if (
      field.name.endsWith('Other') &&
      ['languages', 'papers', 'access'].some((n) => field.name === `${n}Other`)
    )
      continue;
    model[field.name] = valueArbitrary(field);
  }
  return fc.record(model, {
    requiredKeys: ['name', 'what', 'number', 'unit'].filter((name) => name in model),
  });
}

interface Invented {
  records: DirectoryRecord[];
}
const directory: fc.Arbitrary<Invented> = fc
  .record({
    ids: fc.uniqueArray(id, { minLength: 9, maxLength: 9 }),
    provider: fieldsArbitrary('provider'),
    other: fieldsArbitrary('provider'),
    place: fieldsArbitrary('location'),
    service: fieldsArbitrary('service'),
    hours: fieldsArbitrary('schedule'),
    closure: fieldsArbitrary('schedule'),
    whole: fieldsArbitrary('schedule'),
    capacity: fieldsArbitrary('capacity'),
    event: fieldsArbitrary('service-event'),
    at: fc.boolean(),
  })
  .map(({ ids, at, ...of }) => {
    const [p = '', q = '', l = '', s = '', h = '', c = '', w = '', n = '', e = ''] = ids;
    const record = (recordId: string, kind: KindName, fields: object, dossier = p): DirectoryRecord => ({
      id: recordId,
      kind,
      dossier,
      deleted: false,
      fields: { ...fields },
    });
    return {
      records: [
        record(p, 'provider', of.provider),
        record(q, 'provider', of.other, q),
        record(l, 'location', { ...of.place, area: of.place.area ?? { area: 'unknown' } }),
        record(s, 'service', { ...of.service, ...(at ? { locations: [l] } : {}) }),
        record(h, 'schedule', { ...of.hours, service: s, ...(at ? { location: l } : {}) }),
        record(c, 'schedule', { ...of.closure, location: l }),
        record(w, 'schedule', of.whole),
        record(n, 'capacity', { ...of.capacity, service: s, ...(at ? { location: l } : {}) }),
        record(e, 'service-event', { ...of.event, service: s }),
      ],
    };
  });

/** What a record looks like after it went out and came back: the public part, empty flags aside. */
function expected(records: readonly DirectoryRecord[]): unknown[] {
  return records
    .filter((record) => record.kind !== 'service-event')
    .map(({ id: recordId, kind, dossier, fields }) => {
      const open = publicFields(kind, fields);
      if (kind === 'location' && open.area === undefined) open.area = { area: 'unknown' };
      // The name stands in for a description, so a description that is the name comes back as none.
      if (kind === 'provider' && open.about === open.name) delete open.about;
      return { id: recordId, kind, dossier, deleted: false, fields: open };
    })
    .sort(byId);
}
const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
const comparable = (records: readonly DirectoryRecord[]): unknown[] => [...records].sort(byId);

test('a directory goes out as JSON and as CSV and comes back as it was, without what is never released', () => {
  fc.assert(
    fc.property(directory, ({ records }) => {
      const out = exportHsds(records);
      const fromJson = importHsdsJson(JSON.stringify(hsdsJson(out)));
      const known = ({ code }: { code: string }): boolean => code !== 'area-not-known';
      expect(fromJson.report.filter(known)).toEqual([]);
      expect(comparable(fromJson.records)).toEqual(expected(records));
      const fromCsv = importHsdsCsv(hsdsCsv(out));
      expect(fromCsv.report.filter(known)).toEqual([]);
      expect(comparable(fromCsv.records)).toEqual(expected(records));
    }),
    { numRuns: 60 },
  );
});

test('every organisation, service and schedule that goes out is valid by the official schemas', () => {
  fc.assert(
    fc.property(directory, ({ records }) => {
      const json = JSON.parse(JSON.stringify(hsdsJson(exportHsds(records)))) as ReturnType<typeof hsdsJson>;
      for (const organisation of json.organizations)
        expect(problems('organization.json', organisation)).toEqual([]);
      for (const service of json.services) expect(problems('service.json', service)).toEqual([]);
      for (const schedule of json.schedules) expect(problems('schedule.json', schedule)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

interface PackageField {
  name: string;
  type: string;
  format?: string;
  constraints?: { required?: boolean; unique?: boolean };
}
interface Resource {
  name: string;
  path: string;
  schema: {
    fields: PackageField[];
    foreignKeys?: { fields: string; reference: { resource: string; fields: string } }[];
  };
}

test('the CSV files keep what the official datapackage asks: columns, needed cells, ids once, pointers', () => {
  const { resources } = read('datapackage.json') as { resources: Resource[] };
  fc.assert(
    fc.property(directory, ({ records }) => {
      const files = hsdsCsv(exportHsds(records));
      const tables = new Map<string, Map<string, string>[]>();
      for (const { name, path } of resources) {
        const parsed = parseCsv(files[path] ?? '');
        if (!parsed.ok) throw new Error(path);
        const [head, ...lines] = parsed.lines;
        const rows = lines.map(({ cells }) => new Map(cells.map((cell, i) => [head?.cells[i] ?? '', cell])));
        tables.set(name, rows);
      }
      for (const { name, schema } of resources) {
        const rows = tables.get(name) ?? [];
        for (const row of rows)
          expect(schema.fields.map((field) => field.name)).toEqual(expect.arrayContaining([...row.keys()]));
        for (const field of schema.fields) {
          const cells = rows.map((row) => row.get(field.name) ?? '');
          if (field.constraints?.required === true) expect(cells).not.toContain('');
          if (field.format === 'uuid')
            for (const cell of cells) expect(cell === '' || isUuid(cell)).toBe(true);
          if (field.name === 'id') expect(new Set(cells).size).toBe(cells.length);
        }
        for (const { fields, reference } of schema.foreignKeys ?? []) {
          const ids = new Set((tables.get(reference.resource) ?? []).map((row) => row.get(reference.fields)));
          for (const row of rows) {
            const cell = row.get(fields) ?? '';
            if (cell !== '') expect(ids).toContain(cell);
          }
        }
      }
    }),
    { numRuns: 25 },
  );
});

test('nothing that is never released is in the file, and the report says what stayed', () => {
  const canary = 'Kırmızı ev, 3-cü dalan';
  fc.assert(
    fc.property(directory, ({ records }) => {
      for (const record of records)
        for (const field of KINDS[record.kind as KindName].fields)
          if (field.release === 'never' && field.type.is === 'text') record.fields[field.name] = canary;
      const out = exportHsds(records);
      expect(JSON.stringify(hsdsJson(out))).not.toContain(canary);
      expect(Object.values(hsdsCsv(out)).join('')).not.toContain(canary);
      const address = out.heldBack.filter((held) => held.field === 'address');
      expect(address).toMatchObject([{ kind: 'location', why: 'never-released' }]);
      expect(out.heldBack.some((held) => held.why === 'only-as-counts')).toBe(true);
    }),
    { numRuns: 20 },
  );
});

const ORG = '0b0a7e3c-52a1-4d0e-9d0e-2f6f5b2f9a01';
const SERVICE = '0b0a7e3c-52a1-4d0e-9d0e-2f6f5b2f9a02';
const PLACE = '0b0a7e3c-52a1-4d0e-9d0e-2f6f5b2f9a03';
const uuid = (n: number): string => `0b0a7e3c-52a1-4d0e-9d0e-2f6f5b2fa${String(n).padStart(3, '0')}`;
const foreign = (over: object = {}): object => ({
  id: SERVICE,
  name: 'Night shelter',
  status: 'active',
  eligibility_description: 'Women only',
  wait_time: 'two days',
  organization: {
    id: ORG,
    name: 'Lantern',
    description: 'Helps women',
    locations: [
      {
        id: PLACE,
        location_type: 'physical',
        latitude: 40.7,
        addresses: [
          {
            id: uuid(1),
            address_1: 'Nizami 1',
            city: 'Ganja',
            state_province: 'Ganja',
            postal_code: '2000',
            country: 'AZ',
            address_type: 'physical',
          },
        ],
      },
    ],
    phones: [{ id: uuid(2), number: '+994 22 000 00 00' }],
  },
  schedules: [
    { id: uuid(3), freq: 'WEEKLY', byday: 'MO,TU', opens_at: '20:00', closes_at: '08:00' },
    { id: uuid(4), freq: 'MONTHLY', byday: '2MO', opens_at: '10:00', closes_at: '12:00' },
  ],
  languages: [
    { id: uuid(5), code: 'az', name: 'Azerbaijani' },
    { id: uuid(6), name: 'Avar' },
  ],
  cost_options: [{ id: uuid(7), option: 'a night', amount: 5, currency: 'AZN' }],
  required_documents: [{ id: uuid(8), document: 'Passport' }],
  ...over,
});

test('a file from elsewhere: what has a place is taken, the rest is reported line by line', () => {
  const found = importHsdsJson(JSON.stringify([foreign()]), {
    areaByName: (name) => (name === 'Ganja' ? 'az-ganja' : undefined),
  });
  expect(found.refused).toBe(false);
  const of = (kind: string): Record<string, unknown>[] =>
    found.records.filter((record) => record.kind === kind).map((record) => record.fields);
  expect(of('provider')).toEqual([{ name: 'Lantern', about: 'Helps women', frontGate: '+994 22 000 00 00' }]);
  expect(of('location')).toEqual([
    { area: { area: 'az-ganja' }, address: 'Nizami 1, Ganja, Ganja, 2000, AZ' },
  ]);
  expect(of('service')).toMatchObject([
    {
      name: 'Night shelter',
      admissionNote: 'Women only',
      languages: ['az', 'other'],
      languagesOther: 'Avar',
      cost: 'paid',
      costNote: 'a night 5 AZN',
      papers: ['other'],
      papersOther: 'Passport',
    },
  ]);
  expect(of('schedule')).toMatchObject([{ monday: '20:00-08:00', tuesday: '20:00-08:00' }, {}]);
  expect(found.report).toEqual(
    expect.arrayContaining([
      { where: '[0]', what: 'wait_time', code: 'not-mapped' },
      { where: '[0].schedules[1]', what: 'freq', code: 'recurrence-not-mapped' },
      { where: '[0].organization.locations[0]', what: 'latitude', code: 'not-mapped' },
    ]),
  );
});

test.each([
  ['not JSON', '{"services": [', 'not-json', ''],
  ['something else', '{"hello": 1}', 'no-directory', ''],
  [
    'a service without a name',
    JSON.stringify([foreign(), { id: uuid(50), status: 'active', organization: { id: ORG } }]),
    'missing',
    '[1]',
  ],
  ['an id that is no UUID', JSON.stringify([foreign({ id: '17' })]), 'not-a-uuid', '[0]'],
  ['a list in the place of a text', JSON.stringify([foreign({ description: ['x'] })]), 'not-text', '[0]'],
  [
    'a text in the place of a list',
    JSON.stringify([foreign({ phones: 'call us' })]),
    'not-a-list',
    '[0].phones',
  ],
  [
    'two rows of one id that differ',
    JSON.stringify([foreign(), foreign({ name: 'Other' })]),
    'contradicts',
    '[1]',
  ],
  ['text that is far too long', JSON.stringify([foreign({ name: 'x'.repeat(161) })]), 'not-valid', '[0]'],
  ['a file that is far too large', ' '.repeat(20_000_001), 'too-large', ''],
])('%s: refused with its place, and nothing is imported', (_what, text, code, where) => {
  const found = importHsdsJson(text);
  expect(found.refused).toBe(true);
  expect(found.records).toEqual([]);
  expect(found.report[0]).toMatchObject({ code, where });
});

test('CSV: broken quotes, wrong cells, unknown pointers and doubled ids are refused with their lines', () => {
  const organisations = `id,name,description\r\n${ORG},Lantern,Helps\r\n`;
  const services = `id,organization_id,name,status\r\n${SERVICE},${ORG},Shelter,active\r\n`;
  const first = (files: Record<string, string>): unknown => importHsdsCsv(files).report[0];
  expect(
    importHsdsCsv({ 'x/organizations.csv': organisations, 'services.csv': services }).records,
  ).toHaveLength(2);
  expect(first({ 'organizations.csv': `${organisations}"open` })).toEqual({
    where: 'organizations.csv:3',
    what: '',
    code: 'not-csv',
  });
  expect(first({ 'organizations.csv': `${organisations}a,b\r\n` })).toMatchObject({
    where: 'organizations.csv:3',
    code: 'wrong-number-of-cells',
  });
  expect(first({ 'services.csv': services })).toMatchObject({
    where: 'services.csv:2',
    what: 'organization_id',
    code: 'points-nowhere',
  });
  const doubled = `${organisations}${ORG},Again,Helps\r\n`;
  expect(first({ 'organizations.csv': doubled })).toMatchObject({
    where: 'organizations.csv:3',
    code: 'twice',
  });
  expect(importHsdsCsv({ 'organizations.csv': organisations, 'photos.csv': 'x' }).report).toEqual([
    { where: 'photos.csv', what: '', code: 'not-mapped' },
  ]);
});

test('no input at all makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      const found = importHsdsJson(text);
      expect(found.refused || found.records.length === 0).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      importHsdsCsv({ 'services.csv': text, 'organizations.csv': `id,name,description\n${text}` });
    }),
  );
});

test('a file cannot bring in our judgement of others or an address under another name', () => {
  const term = { id: uuid(90), code: 'harmful', name: 'x', description: 'x', taxonomy: 'dayaq/trust-levels' };
  const attributes = [{ id: uuid(91), link_type: 'trust', value: 'harmful', taxonomy_term: term }];
  const organization = { id: ORG, name: 'Lantern', description: 'Helps', attributes };
  const found = importHsdsJson(JSON.stringify([foreign({ organization })]));
  expect(found.records.find((record) => record.kind === 'provider')?.fields.trust).toBeUndefined();
  expect(found.report).toContainEqual({
    where: '[0].organization.attributes[0]',
    what: 'trust',
    code: 'not-mapped',
  });
});

test('CSV comes back as it was written, and ids as they were spelt', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 3 }), { maxLength: 5 }), (rows) => {
      const parsed = parseCsv(formatCsv(rows));
      expect(parsed.ok && parsed.lines.map((line) => line.cells)).toEqual(rows);
    }),
  );
  fc.assert(
    fc.property(fc.uuid(), (text) => {
      expect(uuidOf(recordIdOf(text))).toBe(text);
    }),
  );
  for (const strange of ['', 'x', 'A'.repeat(21), `${'A'.repeat(21)}B`, '!'.repeat(22)])
    expect(uuidOf(strange)).toBeNull();
});
