import { createTranslator, loadMessages } from '@dayaq/locale';
import {
  fieldsFor,
  type Mapping,
  readChosen,
  RowPlanner,
  SUBJECTS,
  targetField,
  valueKey,
} from '@dayaq/register';
import type { RecordView, Value } from '@dayaq/vault/client';
import { beforeAll, describe, expect, it } from 'vitest';
import { latin } from '../../../../packages/register/src/testing/files.ts';
import {
  asText,
  CASELOAD,
  DIRECTORY,
  streetRegister,
} from '../../../../packages/register/src/testing/samples.ts';
import { fieldLabel } from '../fields/labels.ts';
import { allWords } from '../register/all-words.ts';
import { openFile } from '../register/opened.ts';
import { type CellWords, plainValue } from './cells.ts';
import { Export } from './files.ts';

const YEAR = 2026;
let words: Awaited<ReturnType<typeof allWords>>;
let inRussian: CellWords;
beforeAll(async () => {
  words = await allWords('az');
  inRussian = {
    translator: createTranslator('ru', await loadMessages('ru')),
    country: 'az',
    nameOf: (account) => `member ${account}`,
  };
});

function record(id: string, kind: string, values: Record<string, Value>): RecordView {
  const stamp = { by: 'leyla', at: 1000 };
  const fields = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, ...stamp, alternatives: [] }]),
  );
  return { id, kind, deleted: false, fields, created: stamp, updated: stamp };
}

/** Rows of a register as what they become, rows of one number as one case. */
function becoming(bytes: Uint8Array) {
  const read = readChosen(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  const { table, mapping } = openFile('register.csv', bytes, read.value, words, YEAR, []);
  Object.assign(mapping, { status: 'in-progress', gathers: true });
  for (const use of mapping.uses)
    if (use.as === 'field' && use.target.field === 'populations')
      use.choices[valueKey('LGBT')] = { code: 'trans' };
  const planner = new RowPlanner(table, mapping, words, `${YEAR}-06-01`);
  return { about: mapping.about, made: planner.cases.map((each) => planner.plan(...each).records) };
}

const encoded = (rows: readonly (readonly string[])[]) => new TextEncoder().encode(asText(rows));

describe('an export', () => {
  it.each([
    ['a street register', () => latin(streetRegister(40, 0).text, 'windows-1251')],
    ['a caseload with several rows a case', () => encoded(CASELOAD)],
    ['a directory', () => encoded(DIRECTORY)],
  ])('holds what came in by %s, so that it comes in again as the same', (_, file) => {
    const { made: rows, about } = becoming(file());
    const made = new Export(inRussian);
    for (const [i, records] of rows.entries())
      made.add({
        id: `c${i}`,
        records: records.map(({ place, kind, fields }) =>
          record(`${i} ${place}`, kind, fields as Record<string, Value>),
        ),
      });
    const kinds = SUBJECTS[about].filter((kind) => rows.flat().some((each) => each.kind === kind));
    expect(kinds.length).toBeGreaterThan(2);
    for (const kind of kinds) {
      const text = made.files().find(({ name }) => name === `${kind}.csv`)?.text ?? '';
      const read = readChosen(new TextEncoder().encode(text));
      if (!read.ok) throw new Error(read.refusal.code);
      let { table } = read.value;
      const targets = fieldsFor(kind).map(({ name }) => ({ kind, field: name }));
      const uses = table.columns.map(({ name }): Mapping['uses'][number] => {
        const target = targets.find(({ field }) => fieldLabel(inRussian.translator, kind, field) === name);
        const isCode = target !== undefined && targetField(target) !== undefined;
        return target !== undefined && isCode
          ? { as: 'field', target, order: 'day-first', choices: {} }
          : { as: 'out' };
      });
      // Of whom a service is stands in the table of providers.
      if (about === 'provider' && kind !== 'provider') {
        const at = table.columns.length;
        uses.push({ as: 'field', target: { kind: 'provider', field: 'name' }, order: null, choices: {} });
        table = { ...table, columns: [...table.columns, { at, name: 'provider', hidden: false }] };
        for (const { cells } of table.rows) cells[at] = 'Ümid evi';
      }
      const mapping: Mapping = { columns: [], about, gathers: false, uses, status: 'new' };
      const planner = new RowPlanner(table, mapping, words, `${YEAR}-06-01`);
      const back = table.rows.map((row) => planner.plan(row));
      expect(back.flatMap(({ faults }) => faults)).toEqual([]);
      const known = new Set(targets.map(({ field }) => field));
      const only = (fields: Record<string, unknown>) =>
        Object.fromEntries(
          Object.entries(fields).filter(
            ([name, value]) =>
              known.has(name) && value !== null && !(Array.isArray(value) && value.length === 0),
          ),
        );
      expect(
        back.map(({ records }) => only(records.find((each) => each.kind === kind)?.fields ?? {})),
      ).toEqual(
        rows.flatMap((records) =>
          records.filter((each) => each.kind === kind).map(({ fields }) => only(fields)),
        ),
      );
    }
  });

  it('opens in any spreadsheet with its letters, and calls people by what they are called', () => {
    const made = new Export(inRussian);
    made.add({
      id: 'c',
      records: [
        record('c', 'case', { status: 'new' }),
        record('p', 'person', { role: 'client', alias: 'Зейнаб' }),
        record('v', 'violation', { type: 'evicted', victims: ['p', 'elsewhere'] }),
      ],
    });
    const table = made.files().find(({ name }) => name === 'violation.csv')?.text ?? '';
    expect(table.startsWith('\ufeff')).toBe(true);
    expect(table).toContain('Зейнаб [p]; elsewhere');
  });

  it('names people of other cases by what they are called, in every table, and nothing that is not in it', () => {
    const made = new Export(inRussian);
    made.add({
      id: 'c',
      records: [
        record('c', 'case', { status: 'new', alias: 'Первое', notSame: ['d', 'closed'] }),
        record('p', 'person', {
          role: 'client',
          alias: 'Зейнаб',
          sameAs: ['q', 'hidden'],
          excludedIds: ['a1'],
        }),
      ],
    });
    made.add({
      id: 'd',
      records: [
        record('d', 'case', { status: 'new', alias: 'Второе' }),
        record('q', 'person', { role: 'client', alias: 'Зейнаб Г.' }),
      ],
    });
    const table = (kind: string) => made.files().find(({ name }) => name === `${kind}.csv`)?.text ?? '';
    expect(table('case')).toContain('Второе [d]');
    expect(table('person')).toContain('Зейнаб Г. [q]');
    expect(table('person')).toContain('member a1');
    for (const { text } of made.files()) expect(text).not.toMatch(/closed|hidden/);
    expect(made.files().at(-1)?.text).toContain('"sameAs":["q"]');
  });

  it('has every record once with its codes, and no key of any file', () => {
    const made = new Export(inRussian);
    const file = {
      blob: 'b',
      key: 'SECRET',
      size: 7,
      name: 'letter.pdf',
      mediaType: 'application/pdf',
      sha256: 'ff',
    };
    made.add({
      id: 'c',
      records: [
        record('c', 'case', { status: 'new', owner: 'a1', area: { area: 'az-baku' } }),
        record('f', 'file', { file }),
        { ...record('gone', 'note', { text: 'deleted' }), deleted: true },
      ],
    });
    const files = made.files();
    expect(files.map(({ name }) => name)).toEqual(['case.csv', 'file.csv', 'records.json']);
    const all = JSON.parse(files.at(-1)?.text ?? '') as { records: { id: string; fields: object }[] };
    expect(all.records.map(({ id }) => id)).toEqual(['c', 'f']);
    expect(all.records[0]?.fields).toMatchObject({ status: 'new', owner: 'a1' });
    expect(files[0]?.text).toContain('member a1');
    for (const { text } of files) {
      expect(text).not.toContain('SECRET');
      expect(text).not.toContain('deleted');
    }
    expect(plainValue({ type: { is: 'flag' } } as never, true)).toBe(true);
  });

  it('begins no formula in a spreadsheet', () => {
    const made = new Export(inRussian);
    made.add({ id: 'c', records: [record('c', 'case', { alias: '=HYPERLINK("x")' })] });
    expect(made.files()[0]?.text).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
