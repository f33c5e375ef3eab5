import { exportHsds, hsdsCsv, HSDS_LIMITS, hsdsJson } from '@dayaq/domain/hsds';
import { createTranslator, loadMessages, type Translator } from '@dayaq/locale';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFiles } from './read-files.ts';

let translator: Translator;
beforeAll(async () => {
  translator = createTranslator('az', await loadMessages('az'));
});
const read = (...files: File[]) => readFiles(files, translator, 'az');
const codes = ({ report }: Awaited<ReturnType<typeof readFiles>>) => report.map((remark) => remark.code);

const P = `${'p'.repeat(21)}A`;
const made = exportHsds([
  { id: P, kind: 'provider', dossier: P, deleted: false, fields: { name: 'Lantern' } },
  {
    id: `${'s'.repeat(21)}A`,
    kind: 'service',
    dossier: P,
    deleted: false,
    fields: { name: 'House', serves: ['shelter'] },
  },
]);

describe('files that somebody chose', () => {
  it('are one JSON document, or the CSV files of a datapackage with or without their description', async () => {
    const csv = Object.entries(hsdsCsv(made)).map(([name, text]) => new File([text], name));
    const json = await read(new File([JSON.stringify(hsdsJson(made))], 'list.json'));
    expect(json.records).toHaveLength(2);
    expect((await read(...csv)).records).toEqual(json.records);
    expect((await read(...csv.filter(({ name }) => name !== 'datapackage.json'))).records).toEqual(
      json.records,
    );
  });
  it('are refused unread where they are larger than any directory', async () => {
    const half = new Blob([new Uint8Array(HSDS_LIMITS.characters * 2 + 1)]);
    const found = await read(new File([half], 'a.json'), new File([half], 'b.json'));
    expect(found).toMatchObject({ refused: true, records: [] });
    expect(codes(found)).toEqual(['too-large']);
  });
  it('that are something else give a report and no records', async () => {
    for (const file of [
      new File(['\u0000\u0001'], 'picture.jpg'),
      new File(['{"a": 1}'], 'other.json'),
      new File(['a,b\n1,2'], 'money.csv'),
      new File([''], 'empty.json'),
    ]) {
      const found = await read(file);
      expect(found.refused, file.name).toBe(true);
      expect(found.report.length, file.name).toBeGreaterThan(0);
      expect(found.records, file.name).toEqual([]);
    }
  });
  it('name a district by the name that readers of the page know', async () => {
    const text = [
      'id,location_id,address_1,city,state_province,postal_code,country,address_type',
      '11111111-1111-4111-8111-111111111111,22222222-2222-4222-8222-222222222222,Söyüd 4,Gəncə,Gəncə,AZ2000,AZ,physical',
    ].join('\n');
    const files = {
      'organizations.csv': 'id,name,description\n33333333-3333-4333-8333-333333333333,Lantern,Helps',
      'locations.csv':
        'id,location_type,organization_id,name\n22222222-2222-4222-8222-222222222222,physical,33333333-3333-4333-8333-333333333333,House',
      'addresses.csv': text,
    };
    const found = await read(...Object.entries(files).map(([name, body]) => new File([body], name)));
    expect(found.refused, JSON.stringify(found.report)).toBe(false);
    expect(found.records.find(({ kind }) => kind === 'location')?.fields.area).toEqual({ area: 'az-ganja' });
  });
});
