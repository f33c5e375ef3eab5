import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readColumns } from './columns.ts';
import { readChosen } from './read-chosen.ts';
import { openRegister } from './register.ts';
import { tableXml, wordFile } from './testing/document.ts';
import { expectRead } from './testing/files.ts';

const sheetsOf = (bytes: Uint8Array) => {
  const register = expectRead(openRegister(bytes));
  return register.sheets.map((name) => expectRead(register.read(name)));
};

describe('tables of a Word file', () => {
  const MATRIX = [
    ['No.', 'Recommendation', 'State'],
    [{ words: 'Theme: violence against women', span: 3 }],
    ['7.1', 'Ratify the convention\nand say when', { words: 'Noted', down: 'begins' as const }],
    ['7.2', 'Open shelters & centres', { words: '', down: 'goes-on' as const }],
    ['7.3', 'Train judges', 'Supported'],
  ];

  it('are its sheets, each by number and first words, and merged cells are told in both directions', () => {
    const [first, second] = sheetsOf(
      wordFile(
        `<w:p><w:r><w:t>Text</w:t></w:r></w:p>${tableXml(MATRIX)}${tableXml([
          ['A', 'B'],
          ['1', '2'],
        ])}`,
      ),
    );
    expect(first?.name).toBe('1: No.');
    expect(second?.name).toBe('2: A');
    expect(first?.merges).toEqual([
      { fromRow: 2, toRow: 2, fromColumn: 0, toColumn: 2 },
      { fromRow: 3, toRow: 4, fromColumn: 2, toColumn: 2 },
    ]);
    expect(first?.rows[2]).toEqual({
      number: 3,
      cells: ['7.1', 'Ratify the convention\nand say when', 'Noted'],
    });
    if (first === undefined) throw new Error('there is no table');
    const read = expectRead(readColumns(first));
    expect(read.columns.map(({ name }) => name)).toEqual(['No.', 'Recommendation', 'State']);
    // What is shown as one cell is said of both rows.
    expect(read.rows.map(({ cells }) => cells[2])).toEqual([
      'Theme: violence against women',
      'Noted',
      'Noted',
      'Supported',
    ]);
  });

  it('hold what is read there: not what was struck out or hidden, and a table within a cell once', () => {
    const inner = tableXml([['inside']]);
    const struck =
      '<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>';
    const hidden =
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>seen</w:t></w:r></w:p>';
    const twice =
      '<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>once</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>again</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>';
    const [sheet] = sheetsOf(
      wordFile(
        tableXml([
          ['Head', 'More'],
          [{ words: 'a', more: inner + struck + hidden + twice }, 'b'],
        ]),
      ),
    );
    expect(sheet?.rows).toEqual([
      { number: 1, cells: ['Head', 'More'] },
      { number: 2, cells: ['a\ninside\nnew\nseen\nonce', 'b'] },
    ]);
  });

  it('are refused with a reason: none, empty ones, too many columns, a file that is cut', () => {
    const codeOf = (bytes: Uint8Array) => {
      const read = openRegister(bytes);
      return read.ok ? 'read' : read.refusal.code;
    };
    expect(codeOf(wordFile('<w:p/>'))).toBe('no-table');
    expect(codeOf(wordFile(tableXml([['', '']])))).toBe('empty');
    expect(codeOf(wordFile(tableXml([[{ words: 'a', span: 1e9 }]])))).toBe('too-many-columns');
    expect(codeOf(wordFile(tableXml([['a']])).slice(0, 200))).toBe('damaged');
  });

  it('are read or refused to an end, whatever stands in the file', () => {
    const tags = [
      'tbl',
      'tr',
      'tc',
      'p',
      'r',
      't',
      'vMerge w:val="restart"',
      'vMerge',
      'gridSpan w:val="3"',
      'gridBefore w:val="-2"',
      'vanish',
      'Fallback',
    ];
    const piece = fc.oneof(
      fc.constantFrom(...tags.flatMap((tag) => [`<w:${tag}>`, `<w:${tag}/>`, `</w:${tag.split(' ')[0]}>`])),
      fc.constantFrom('word', '&amp;', '&', '<', ']]>'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const read = readChosen(wordFile(`<w:tbl>${pieces.join('')}`));
        expect(read.ok ? 'read' : read.refusal.code).toMatch(/^[a-z-]+$/);
      }),
      { numRuns: 500 },
    );
  });
});
