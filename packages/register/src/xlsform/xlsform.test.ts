import { questionsOf, type Survey } from '@dayaq/domain/survey';
import { expect, test } from 'vitest';
import { type Cell, workbook } from '../testing/workbook.ts';
import { readXlsForm, type ReadForm } from './read.ts';
import { xlsFormSheets } from './write.ts';

type Rows = readonly (readonly Cell[])[];
const CHOICES: Rows = [
  ['list_name', 'name', 'label', 'label::Тоҷикӣ (tg)'],
  ['yn', 'yes', 'Yes', 'Ҳа'],
  ['yn', 'no', 'No', 'Не'],
];

function form(survey: Rows, choices: Rows = CHOICES, settings: Rows = []): ReadForm {
  const sheets = { survey, choices, ...(settings.length === 0 ? {} : { settings }) };
  const read = readXlsForm(workbook(sheets), 'en');
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}
const faultsOf = ({ faults }: ReadForm) =>
  faults.map(({ sheet, row, fault, detail = '' }) => `${sheet} ${row} ${fault} ${detail}`.trim());
const remarksOf = ({ remarks }: ReadForm) =>
  remarks.map(({ sheet, row, remark, detail = '' }) => `${sheet} ${row} ${remark} ${detail}`.trim());
const names = ({ survey }: ReadForm): string[] =>
  survey === null ? [] : [...questionsOf(survey.items)].map(({ question }) => question.name);

test('a form comes in with its conditions, translations and "or other"', () => {
  const read = form(
    [
      ['type', 'name', 'label', 'label::tg', 'relevant', 'hint'],
      ['select_one yn or_other', 'held', 'Were you held?', 'Шуморо нигоҳ доштанд?', '', ''],
      ['begin group', 'more', 'More', '', "${held} = 'yes'", ''],
      ['integer', 'days', 'How many days?', '', '', 'A number'],
      ['end group'],
      ['note', 'thanks', 'Thank you'],
    ],
    CHOICES,
    [
      ['form_title', 'default_language'],
      ['Detention', 'en'],
    ],
  );
  expect(read.faults).toEqual([]);
  expect(read.survey?.title).toEqual({ en: 'Detention' });
  expect(read.survey?.languages).toEqual(['en', 'tg']);
  expect(names(read)).toEqual(['held', 'days', 'thanks']);
  const [held] = read.survey?.items ?? [];
  expect(held).toMatchObject({ type: 'one', other: true, label: { tg: 'Шуморо нигоҳ доштанд?' } });
});

test('what would tell who answers, or when, is left out by name; what is not supported is named with its row', () => {
  const read = form([
    ['type', 'name', 'label'],
    ['deviceid', 'd'],
    ['phonenumber', 'p'],
    ['start', 's'],
    ['geopoint', 'g', 'Where are you?'],
    ['text', 'q', 'What happened?'],
  ]);
  expect(names(read)).toEqual(['q']);
  expect(remarksOf(read)).toEqual([
    'survey 2 metadata deviceid',
    'survey 3 metadata phonenumber',
    'survey 4 metadata start',
    'survey 5 unsupported geopoint',
  ]);
});

test('loops, lists that are not there and ends without a beginning are refused with sheet, row and reason', () => {
  const read = form([
    ['type', 'name', 'label', 'relevant'],
    ['text', 'a', 'A', "${b} = '1'"],
    ['text', 'b', 'B', "${a} = '1'"],
    ['select_one nothing', 'c', 'C'],
    ['end group'],
    ['begin repeat', 'd', 'D'],
    ['text', 'e', 'E', "regex(., '(a+)+$')"],
    ['sing', 'f', 'F'],
    ['text', '', 'G'],
  ]);
  expect(read.survey).toBeNull();
  expect(faultsOf(read)).toEqual([
    'survey 4 no-list nothing',
    'survey 5 not-begun group',
    'survey 8 unknown-type sing',
    'survey 9 no-name text',
    'survey 6 not-ended d',
    'survey 2 loop a',
    'survey 3 loop b',
  ]);
});

test('curly quotes, blanks in names and days of a spreadsheet are mended and said', () => {
  const read = form(
    [
      ['type', 'name', 'label', 'relevant'],
      ['select_one yn', 'was held', 'Held?'],
      ['text', '2nd', 'Where?', '${was held} = ‘yes’'],
      ['select_one ages', 'age', 'Age?'],
    ],
    [...CHOICES, ['ages', { day: 45_413 }, '3–5'], ['ages', 'over five', 'More']],
  );
  expect(read.faults).toEqual([]);
  expect(names(read)).toEqual(['was_held', '_2nd', 'age']);
  expect(remarksOf(read)).toEqual(
    expect.arrayContaining([
      'survey 2 name-mended was held',
      'survey 3 name-mended 2nd',
      'survey 3 quotes-mended ${was held} = ‘yes’',
      'choices 5 name-mended over five',
    ]),
  );
  expect(read.remarks.some(({ remark, row }) => remark === 'date-mended' && row === 4)).toBe(true);
});

test('thousands of questions, formulas without end and endless words are refused, each with its place', () => {
  const many = form([
    ['type', 'name', 'label'],
    ...Array.from({ length: 3000 }, (_, i) => ['text', `q${i}`, 'Q']),
  ]);
  expect(faultsOf(many)).toEqual(['survey 502 too-many 500']);
  const endless = form([
    ['type', 'name', 'label', 'relevant'],
    ['text', 'a', 'A', `${'not('.repeat(300)}1${')'.repeat(300)}`],
    ['text', 'b', 'x'.repeat(2500)],
    ['text', 'c', 'C', `1${' + 1'.repeat(600)}`],
  ]);
  expect(faultsOf(endless).map((each) => each.split(' ').slice(0, 3).join(' '))).toEqual([
    'survey 3 too-long-label',
    'survey 2 too-deep',
    'survey 4 too-long',
  ]);
});

test('a file that is no workbook is refused, and one without a survey says what is missing', () => {
  expect(readXlsForm(new TextEncoder().encode('type,name,label'), 'en').ok).toBe(false);
  const read = readXlsForm(workbook({ other: [['a'], ['b']] }), 'en');
  expect(read.ok && faultsOf(read.value)).toEqual(['survey 0 no-sheet']);
});

test('what is written as a form reads as it was', () => {
  const read = form([
    [
      'type',
      'name',
      'label',
      'label::tg',
      'relevant',
      'constraint',
      'constraint_message',
      'repeat_count',
      'tells',
      'support',
    ],
    ['select_multiple yn or_other', 'held', 'Held?', 'Нигоҳ?', '', '', '', '', '', 'yes'],
    ['begin repeat', 'r', 'Each', '', '', '', '', '3', '', ''],
    ['integer', 'age', 'Age', '', "selected(${held}, 'yes')", '. > 17', 'Older', '', 'age', ''],
    ['end repeat'],
  ]);
  expect(read.faults).toEqual([]);
  const sheets = Object.fromEntries(
    xlsFormSheets(read.survey as Survey).map(({ name, rows }) => [name, rows]),
  );
  const again = readXlsForm(workbook(sheets), 'en');
  expect(again.ok && again.value.faults).toEqual([]);
  expect(again.ok && again.value.survey).toEqual(read.survey);
});

test('what the field’s own test form asks for comes in or is named: media, repeats of groups, calculations, reserved names', () => {
  const read = form(
    [
      [
        'type',
        'name',
        'label::english',
        'label::chinese',
        'relevant',
        'calculation',
        'repeat_count',
        'image',
      ],
      ['select_one yn', 'skip_to_end', 'Skip to end'],
      ['begin group', 'everything', '', '', "not(selected(${skip_to_end}, 'yes'))"],
      ['begin repeat', 'repeat_test', 'Each', '', '', '', '2'],
      ['select_one yn', 'label-test', 'label', '', '', '', '', 'img.jpg'],
      ['end repeat'],
      ['calculate', 'sum', '', '', '', '2+2'],
      ['note', 'told', 'It is ${sum}, by ${deviceid}'],
      ['text', '0', 'a digit'],
      ['end group', 'everything'],
    ],
    CHOICES,
  );
  expect(read.faults).toEqual([]);
  expect(names(read)).toEqual(['skip_to_end', 'label-test', 'sum', 'told', '_0']);
  expect(remarksOf(read)).toEqual([
    'survey 1 language chinese',
    'survey 1 column image',
    'survey 9 name-mended 0',
    'survey 8 unknown-in-label deviceid',
  ]);
});
