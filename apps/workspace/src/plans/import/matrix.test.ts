import { readChosen } from '@dayaq/register';
import type { Change, Id, RecordView } from '@dayaq/vault/client';
import { describe, expect, it } from 'vitest';
import { workbook } from '../../../../../packages/register/src/testing/workbook.ts';
import {
  matrixChanges,
  type MatrixMapping,
  type MatrixTarget,
  matrixOutcomes,
  readMatrix,
  textsOfTarget,
} from './matrix.ts';

/** As such matrices look: rows of one merged cell say what the next ones are about; a state stands once for several. */
const FILE = workbook(
  {
    Matrix: [
      ['No.', 'Recommendation', 'Рекомендация', 'Tövsiyə', 'State', 'Position', 'Cycle'],
      ['Theme: violence against women', '', '', '', '', '', ''],
      [
        '141.1',
        'Ratify the Convention.',
        'Ратифицировать Конвенцию.',
        'Konvensiyanı ratifikasiya etmək.',
        'Norland',
        'Supported',
        '3',
      ],
      ['141.2', 'Open shelters.', 'Открыть приюты.', 'Sığınacaq açmaq.', '', 'Noted', '3'],
      ['Theme: health', '', '', '', '', '', ''],
      ['98.7', 'Train doctors.', 'Обучить врачей.', 'Həkimlərə təlim keçmək.', 'Sudland', 'Supported', '2'],
    ],
  },
  { merges: ['A2:G2', 'A5:G5', 'E3:E4'] },
);
const chosen = readChosen(FILE);
if (!chosen.ok) throw new Error('the matrix cannot be read');
const { table } = chosen.value;
const TARGETS: readonly MatrixTarget[] = ['number', 'text', 'nameRu', 'nameAz', 'askedBy', 'answer', 'cycle'];
const mapping = (more: Partial<MatrixMapping> = {}): MatrixMapping => ({
  columns: new Map(TARGETS.map((target, at) => [at, target])),
  answers: new Map([
    ['Supported', 'supported'],
    ['Noted', 'noted'],
  ]),
  cycle: '3',
  ...more,
});
const PLAN = 'plan' as Id;
const idOf = (name: string) => `id of ${name}` as Id;

function recordsAfter(changes: readonly Change[]): RecordView[] {
  const stamp = { by: 'leyla', at: 1 };
  return changes.map(({ kind, record, fields }) => ({
    id: record,
    kind,
    deleted: false,
    created: stamp,
    updated: stamp,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, op]) => [
        name,
        { value: 'set' in op ? op.set : null, ...stamp, alternatives: [] },
      ]),
    ),
  }));
}

describe('a matrix of recommendations', () => {
  it('has a row each, in three languages, under what the merged cell above says; a merged state stands for all that it covers', () => {
    const { rows, otherCycles } = readMatrix(table, mapping());
    expect(otherCycles).toBe(1);
    expect(rows.map(({ theme, fields, faults }) => [theme, fields, faults])).toEqual([
      [
        'Theme: violence against women',
        {
          what: 'recommendation',
          number: '141.1',
          text: 'Ratify the Convention.',
          name: 'Ratify the Convention.',
          nameRu: 'Ратифицировать Конвенцию.',
          nameAz: 'Konvensiyanı ratifikasiya etmək.',
          askedBy: 'Norland',
          answer: 'supported',
        },
        [],
      ],
      [
        'Theme: violence against women',
        expect.objectContaining({ number: '141.2', askedBy: 'Norland', answer: 'noted' }),
        [],
      ],
    ]);
  });

  it('says which cycles there are, so that a person chooses one', () => {
    expect(textsOfTarget(table, mapping(), 'cycle')).toEqual(['3', '2']);
  });

  it('brings nothing in of which it was not said what the answer means, nor a text that would have to be cut', () => {
    const { rows } = readMatrix(table, mapping({ answers: new Map([['Supported', 'supported']]) }));
    expect(rows.map(({ faults }) => faults)).toEqual([[], ['answer']]);
    const long = {
      columns: table.columns,
      rows: [{ number: 2, cells: ['1', 'x'.repeat(5000), '', '', '', '', '3'] }],
    };
    expect(readMatrix(long, mapping()).rows[0]?.faults).toEqual(['too-long']);
    const outcomes = matrixOutcomes(PLAN, readMatrix(long, mapping()).rows, [], idOf);
    expect(matrixChanges(PLAN, outcomes, [], idOf)).toEqual([]);
  });

  it('brought in twice changes nothing; another answer is shown beside the old one', () => {
    const { rows } = readMatrix(table, mapping());
    const first = matrixOutcomes(PLAN, rows, [], idOf);
    expect(first.map(({ is }) => is)).toEqual(['new', 'new']);
    const changes = matrixChanges(PLAN, first, [], idOf);
    expect(changes.map(({ kind }) => kind)).toEqual(['theme', 'commitment', 'commitment']);
    const there = recordsAfter(changes);
    expect(matrixOutcomes(PLAN, rows, there, idOf).map(({ is }) => is)).toEqual(['same', 'same']);
    const turned = mapping({
      answers: new Map([
        ['Supported', 'noted'],
        ['Noted', 'noted'],
      ]),
    });
    const again = matrixOutcomes(PLAN, readMatrix(table, turned).rows, there, idOf);
    expect(again.map(({ is, differs }) => [is, differs])).toEqual([
      ['changed', [{ field: 'answer', from: 'supported', to: 'noted' }]],
      ['same', []],
    ]);
    expect(matrixChanges(PLAN, again, there, idOf)).toEqual([
      { kind: 'commitment', record: first[0]?.record, fields: { answer: { set: 'noted' } } },
    ]);
  });

  it('brings one in once that stands in the file twice, by its number or by its words', () => {
    const twice = (cells: readonly string[]) => ({
      columns: table.columns,
      rows: [
        { number: 2, cells },
        { number: 3, cells },
      ],
    });
    for (const cells of [
      ['1', 'Words', '', '', '', '', '3'],
      ['', 'Words', 'Слова', '', '', '', '3'],
    ])
      expect(readMatrix(twice(cells), mapping()).rows.map(({ faults }) => faults)).toEqual([[], ['twice']]);
  });

  it('takes a row for the one that bears its number, also where that was written by hand', () => {
    const hand = recordsAfter([
      {
        kind: 'commitment',
        record: 'by-hand' as Id,
        fields: { number: { set: '141.2' }, name: { set: 'Shelters' } },
      },
    ]);
    const outcomes = matrixOutcomes(PLAN, readMatrix(table, mapping()).rows, hand, idOf);
    expect(outcomes.map(({ is, record }) => [is, record])).toEqual([
      ['new', 'id of matrix/plan/number/141.1'],
      ['changed', 'by-hand'],
    ]);
  });
});
