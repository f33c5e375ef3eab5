import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readColumns } from './columns.ts';
import { openRegister } from './register.ts';
import { expectRead, latin, table } from './testing/files.ts';
import { parts, workbook } from './testing/workbook.ts';

describe('a text file', () => {
  const lines = ['№ дела;Дата;Регион', '1;12.03.2024;Баку', '2;"13.03.2024";"Сумгаит; центр"'].join('\r\n');

  it.each([
    ['utf-8', new TextEncoder().encode(lines)],
    ['utf-8', new TextEncoder().encode(`\ufeff${lines}`)],
    ['utf-16le', latin(lines, 'utf-16le')],
    ['windows-1251', latin(lines, 'windows-1251')],
  ])('in %s is read without being told so', (encoding, bytes) => {
    const register = expectRead(openRegister(bytes));
    expect(register.encoding).toBe(encoding);
    const read = expectRead(readColumns(expectRead(register.read(''))));
    expect(read.columns.map(({ name }) => name)).toEqual(['№ дела', 'Дата', 'Регион']);
    expect(read.rows).toEqual([
      { number: 2, cells: ['1', '12.03.2024', 'Баку'] },
      { number: 3, cells: ['2', '13.03.2024', 'Сумгаит; центр'] },
    ]);
  });

  it('of Turkish letters in eight bits is not taken for Cyrillic', () => {
    const read = table(
      latin('Nömrə,Şəhər'.replaceAll('ə', 'e') + '\n1,Gəncə\n2,Şuşa'.replaceAll('ə', 'e'), 'windows-1254'),
    );
    expect(read.columns.map(({ name }) => name)).toEqual(['Nömre', 'Şeher']);
    expect(read.rows[1]?.cells).toEqual(['2', 'Şuşa']);
  });

  it.each([',', ';', '\t', '|'])('is divided by "%s" where that makes a table of it', (separator) => {
    const text = [
      ['No', 'Name', 'What happened'],
      ['1', 'Aygün', 'Beaten, robbed; then let go'],
      ['2', 'Bahar', 'Evicted'],
    ].map((cells) => cells.map((cell) => `"${cell}"`).join(separator));
    expect(table(text.join('\n')).columns).toHaveLength(3);
  });

  it('may say its separator on a line of its own, as Excel does', () => {
    const read = table('sep=|\nNo|Name\n1|a;b;c');
    expect(read.rows).toEqual([{ number: 3, cells: ['1', 'a;b;c'] }]);
  });

  it('says on which line a quotation begins that never ends', () => {
    const register = openRegister(new TextEncoder().encode('No;Name\n1;Aygün\n2;"Bahar\n3;Ceyran'));
    expect(register).toEqual({ ok: false, refusal: { code: 'quote', row: 3 } });
  });

  it.each([
    ['empty', new Uint8Array()],
    ['no-table', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])],
    ['old-excel', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ['protected', latin(`\u00d0\u00cf\u0011\u00e0${[...'EncryptedPackage'].join('\0')}\0`, 'bytes')],
    ['damaged', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3])],
    ['no-table', zipSync({ 'word/document.xml': strToU8('<w/>') })],
  ])('that is %s is refused by that name', (code, bytes) => {
    expect(openRegister(bytes)).toMatchObject({ ok: false, refusal: { code } });
  });
});

describe('a workbook', () => {
  it('gives shared words, words within cells, numbers, days, answers and results of formulas as text', () => {
    const bytes = workbook({
      Cases: [
        ['No', 'Opened', 'Age', 'Minor', 'Days'],
        [{ shared: 'A-1' }, { day: 45363 }, 34, true, { formula: 'TODAY()-B2', result: 12.1 }],
        [{ inline: 'Ə & <b>' }, { day: 45364.75 }, 0.1 + 0.2, false, { formula: '1/0', error: '#DIV/0!' }],
      ],
    });
    const register = expectRead(openRegister(bytes));
    expect(register.sheets).toEqual(['Cases']);
    expect(expectRead(register.read('Cases')).rows).toEqual([
      { number: 1, cells: ['No', 'Opened', 'Age', 'Minor', 'Days'] },
      { number: 2, cells: ['A-1', '2024-03-12', '34', 'true', '12.1'] },
      { number: 3, cells: ['Ə & <b>', '2024-03-13', '0.3', 'false', '#DIV/0!'] },
    ]);
  });

  it('names its columns below titles, under two rows of names, and fills what is shown as one', () => {
    const bytes = workbook(
      {
        Log: [
          ['Shelter log 2024'],
          [],
          ['No', 'Client', '', 'Stay', ''],
          ['', 'Name', 'Age', 'In', 'Out'],
          [1, 'Aygün', 34, { day: 45363 }, { day: 45370 }],
          [2, 'Bahar', 29, { day: 45364 }],
          ['Total', 2],
        ],
      },
      { merges: ['A1:E1', 'B3:C3', 'D3:E3', 'A3:A4'], hiddenColumns: [3] },
    );
    const read = table(bytes);
    expect(read.columns.map(({ name }) => name)).toEqual([
      'No',
      'Client – Name',
      'Client – Age',
      'Stay – In',
      'Stay – Out',
    ]);
    expect(read.columns.filter(({ hidden }) => hidden).map(({ name }) => name)).toEqual(['Client – Age']);
    expect(read.rows.map(({ number }) => number)).toEqual([5, 6]);
    expect(read.leftOut).toEqual([{ number: 7, why: 'total' }]);
  });

  it('with a million rows that are dressed and empty has the rows that are filled', () => {
    const rows = Array.from({ length: 1_000_000 }, (_, i) => `<row r="${i + 4}" s="1"/>`).join('');
    const read = table(
      workbook(
        {
          Cases: [
            ['No', 'Name'],
            [1, 'Aygün'],
            [2, 'Bahar'],
          ],
        },
        { more: rows },
      ),
    );
    expect(read.rows).toHaveLength(2);
  });

  it('that unpacks to more than a device holds is refused before it does', () => {
    const bomb = zipSync({
      ...parts({ Cases: [['No', 'Name']] }),
      'xl/sharedStrings.xml': new Uint8Array(80 * 1024 * 1024),
    });
    expect(bomb.length).toBeLessThan(200_000);
    const read = expectRead(openRegister(bomb)).read('Cases');
    expect(read).toEqual({ ok: false, refusal: { code: 'too-large-inside', sheet: 'Cases' } });
  });

  it('whose sheet breaks off says in which row', () => {
    const whole = parts({
      Cases: [
        ['No', 'Name'],
        [1, 'Aygün'],
        [2, 'Bahar'],
      ],
    });
    const sheet = whole['xl/worksheets/sheet1.xml'] as Uint8Array;
    const read = expectRead(
      openRegister(zipSync({ ...whole, 'xl/worksheets/sheet1.xml': sheet.slice(0, sheet.length - 60) })),
    ).read('Cases');
    expect(read).toMatchObject({ ok: false, refusal: { code: 'damaged', sheet: 'Cases' } });
  });
});
