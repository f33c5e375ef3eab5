import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSurvey } from './check.ts';
import { readExpression, reckon, type Value } from './expression.ts';
import { fewPeople } from './few.ts';
import {
  askedCount,
  type Item,
  type Question,
  readSurvey,
  spokenIn,
  type Survey,
  writeSurvey,
} from './model.ts';
import { prepare } from './prepared.ts';
import { readSheet, sheetOf, wordsSaid } from './sheet.ts';
import { type Answer, kept, Standing } from './standing.ts';
import { cross, tally } from './tally.ts';

const label = (en: string) => ({ en });
const question = (name: string, more: Partial<Question> = {}): Question => ({
  is: 'question',
  name,
  type: 'text',
  label: label(name),
  ...more,
});
const choices = (...names: string[]) => names.map((name) => ({ name, label: label(name) }));
const surveyOf = (...items: Item[]): Survey => ({
  title: label('Survey'),
  intro: {},
  languages: ['en', 'tg'],
  items,
});
const said = (...texts: string[]): Answer => ({ said: texts });
const TODAY = '2026-11-30';

const reckoned = (text: string, values: Record<string, Value> = {}): Value => {
  const read = readExpression(text);
  if (!read.ok) throw new Error(`${read.fault} ${read.detail}`);
  return reckon(read.expression, { today: TODAY, valueOf: (name) => values[name] ?? '' });
};

describe('an expression', () => {
  it('reckons as forms of the field mean it', () => {
    expect(reckoned('2 + 3 * 4')).toBe(14);
    expect(reckoned("selected(${held}, 'yes') and not(${age} < 18)", { held: 'yes no', age: 20 })).toBe(true);
    expect(reckoned('. >= 18 and . <= 35', { '.': 18 })).toBe(true);
    expect(reckoned("if(${a} = '', 'none', ${a})")).toBe('none');
    expect(reckoned('round(10 div 4, 1) - -1')).toBe(3.5);
    expect(reckoned("${when} > '2020-01-01'", { when: '2021-06-01' })).toBe(true);
    expect(reckoned('today() - 1')).toBeCloseTo(Date.parse(TODAY) / 86_400_000 - 1);
    expect(reckoned('selected (${ a }, ‘x’)', { a: 'x' })).toBe(true);
    expect(reckoned('count-selected(${a}) mod 2', { a: 'x y z' })).toBe(1);
  });

  it('that is none says from where on it cannot be read', () => {
    expect(readExpression("regex(${a}, '.*')")).toEqual({
      ok: false,
      fault: 'unknown-function',
      detail: 'regex',
    });
    expect(readExpression('1 +')).toMatchObject({ ok: false, fault: 'not-read' });
    expect(readExpression('${a} === 2')).toMatchObject({ ok: false, fault: 'not-read' });
    expect(readExpression('selected(${a})')).toMatchObject({ ok: false, fault: 'given', detail: 'selected' });
    expect(readExpression(`${'('.repeat(500)}1`)).toMatchObject({ ok: false, fault: 'too-deep' });
    expect(readExpression('1+'.repeat(999))).toMatchObject({ ok: false });
    expect(readExpression('x'.repeat(5000))).toMatchObject({ ok: false, fault: 'too-long' });
  });

  it('comes to an end, whatever somebody writes', () => {
    const parts = fc.constantFrom(
      '${a}',
      '.',
      '1',
      "'x'",
      '(',
      ')',
      ' and ',
      'or',
      '-',
      '*',
      ',',
      'if(',
      'concat(',
      'min(',
      '=',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (written) => {
        const read = readExpression(written.join(''));
        if (read.ok) reckon(read.expression, { today: TODAY, valueOf: () => 'x y' });
      }),
    );
  });
});

const HELD = surveyOf(
  question('held', { type: 'one', choices: choices('yes', 'no'), other: true }),
  {
    is: 'group',
    name: 'detention',
    label: {},
    relevant: "${held} = 'yes'",
    items: [question('days', { type: 'integer', constraint: '. > 0 and . < 100' }), question('where')],
  },
  { is: 'group', name: 'people', label: label('People'), repeat: 3, items: [question('who')] },
  question('end', { type: 'note', label: label('You said ${days}') }),
);

describe('what is asked', () => {
  const prepared = prepare(HELD);
  const keys = (answers: Map<string, Answer>) =>
    new Standing(prepared, answers, TODAY).asked().map(({ key }) => key);

  it('hangs on what was answered', () => {
    expect(keys(new Map())).toEqual(['held', 'who#1', 'end']);
    expect(
      keys(
        new Map([
          ['held', said('yes')],
          ['people', said('2')],
        ]),
      ),
    ).toEqual(['held', 'days', 'where', 'who#1', 'who#2', 'end']);
    expect(keys(new Map([['people', said('900')]]))).toHaveLength(5);
  });

  it('tells skipped, not to me, do not know and rather not apart from each other and from what was never asked', () => {
    const answers = new Map<string, Answer>([
      ['held', said('yes')],
      ['days', { mark: 'unknown' }],
      ['where', { mark: 'prefers-not' }],
      ['who#1', { mark: 'not-me' }],
    ]);
    const found = kept(prepared, answers, TODAY);
    expect(found.get('days')).toEqual({ mark: 'unknown' });
    expect(found.get('where')).toEqual({ mark: 'prefers-not' });
    expect(found.get('who#1')).toEqual({ mark: 'not-me' });
    expect(kept(prepared, new Map(), TODAY).get('held')).toEqual({ mark: 'skipped' });
    expect(kept(prepared, new Map(), TODAY).has('days')).toBe(false);
  });

  it('keeps nothing that was said before another answer took the question away, and nothing that does not fit', () => {
    const answers = new Map<string, Answer>([
      ['held', said('other')],
      ['held_other', said('once, in 2019')],
      ['days', said('5')],
      ['strange', said('x')],
    ]);
    const found = kept(prepared, answers, TODAY);
    expect([...found.keys()]).toEqual(['held', 'held_other', 'people', 'who#1']);
    answers.set('held', said('yes'));
    answers.set('days', said('500'));
    expect(kept(prepared, answers, TODAY).get('days')).toEqual({ mark: 'skipped' });
  });
});

describe('a survey', () => {
  it('reads as it was written, and not where it is none', () => {
    expect(readSurvey(writeSurvey(HELD))).toEqual(HELD);
    const wrong: unknown[] = [
      null,
      {},
      { ...HELD, languages: [] },
      { ...HELD, languages: ['en', 'en'] },
      { ...HELD, items: [] },
      { ...HELD, items: Array.from({ length: 501 }, (_, i) => question(`q${i}`)) },
      { ...HELD, items: [question('a b')] },
      { ...HELD, items: [{ ...question('a'), type: 'geopoint' }] },
      {
        ...HELD,
        items: [
          {
            is: 'group',
            name: 'a',
            label: {},
            repeat: 2,
            items: [{ is: 'group', name: 'b', label: {}, repeat: 2, items: [] }],
          },
        ],
      },
    ];
    for (const each of wrong)
      expect(readSurvey(JSON.stringify(each)), JSON.stringify(each).slice(0, 80)).toBeNull();
    expect(readSurvey('{')).toBeNull();
  });

  it('is checked: loops, what is not there, what is there twice', () => {
    const faults = checkSurvey(
      surveyOf(
        question('a', { relevant: "${b} = '1'" }),
        question('b', { relevant: "${c} = '1'" }),
        question('c', { relevant: "${a} = '1'" }),
        question('hangs', { relevant: "${a} = '1'" }),
        question('x', { relevant: "${nobody} = '1'" }),
        question('x'),
        question('empty', { type: 'one', choices: [] }),
        { is: 'group', name: 'r', label: {}, repeat: 3, items: [question('inside')] },
        question('out', { relevant: "${inside} = '1'" }),
      ),
    );
    expect(faults.map(({ reason, name }) => `${reason} ${name}`)).toEqual(
      [
        'two-alike x',
        'no-choices empty',
        'unknown-name x',
        'into-repeat out',
        'loop a',
        'loop b',
        'loop c',
      ].sort(
        (p, q) =>
          faults.findIndex(({ reason, name }) => `${reason} ${name}` === p) -
          faults.findIndex(({ reason, name }) => `${reason} ${name}` === q),
      ),
    );
    expect(faults).toHaveLength(7);
  });

  it('whose conditions lead round asks what it can and ends', () => {
    const round = prepare(
      surveyOf(question('a', { relevant: "${b} = ''" }), question('b', { relevant: "${a} = ''" })),
    );
    expect(() => new Standing(round, new Map(), TODAY).asked()).not.toThrow();
  });
});

describe('sheets', () => {
  const prepared = prepare(HELD);
  it('from whatever program keep what was asked, and are counted', () => {
    const raw = [
      { held: ['yes'], days: ['3'], where: ['Zeytun'] },
      { held: ['no'] },
      { held: 3 },
      { held: ['other'], held_other: ['twice'] },
    ];
    const sheets = raw.map((each) => readSheet(sheetOf(prepared, each, TODAY) ?? ''));
    expect(tally(prepared, sheets, 'held').rows).toEqual([
      { answer: 'yes', count: 1 },
      { answer: 'no', count: 1 },
      { answer: 'other', count: 1 },
      { answer: '(skipped)', count: 0 },
      { answer: '(not-me)', count: 0 },
      { answer: '(unknown)', count: 0 },
      { answer: '(prefers-not)', count: 1 },
      { answer: '(not asked)', count: 0 },
    ]);
    const texts = (name: string) => wordsSaid(prepared, sheets, name).map(({ text }) => text);
    expect(texts('held')).toEqual(['twice']);
    expect(texts('where')).toEqual(['Zeytun']);
    expect(tally(prepared, sheets, 'days').rows.find(({ answer }) => answer === '(not asked)')?.count).toBe(
      3,
    );
  });

  it('stand in one cell each where two questions come together', () => {
    const two = prepare(
      surveyOf(
        question('a', { type: 'one', choices: choices('x', 'y') }),
        question('b', { type: 'one', choices: choices('u', 'v') }),
      ),
    );
    const sheets = [
      { a: ['x'], b: ['u'] },
      { a: ['x'], b: 2 },
      { a: ['y'], b: ['v'] },
    ].map((each) => readSheet(sheetOf(two, each, TODAY) ?? ''));
    const { counts } = cross(two, sheets, 'a', 'b');
    expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(3);
  });

  it('that are no sheets at all are none', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(() => sheetOf(prepared, raw, TODAY)).not.toThrow();
      }),
    );
  });
});

it('combinations that leave few people are flagged, with how few', () => {
  const telling = prepare(
    surveyOf(
      question('district', {
        type: 'one',
        tells: 'place',
        choices: choices(...Array.from({ length: 20 }, (_, i) => `d${i}`)),
      }),
      question('age', { type: 'integer', tells: 'age', constraint: '. >= 18 and . <= 57' }),
      question('colour', { type: 'one', choices: choices('a', 'b') }),
    ),
  );
  expect(fewPeople(telling, 1000, 5)).toEqual([
    { names: ['district', 'age'], combinations: 800, people: 1.25 },
  ]);
  expect(fewPeople(telling, 100_000, 5)).toEqual([]);
});

it('words that are missing are shown in the language that their reader most likely reads, and say which', () => {
  const languages = ['az', 'ru', 'en', 'tg'] as const;
  const words = { az: 'Sual', ru: 'Вопрос', en: 'Question' };
  expect(spokenIn(words, 'tg', { languages })).toEqual({ text: 'Вопрос', language: 'ru' });
  expect(spokenIn({ az: 'Sual', en: 'Question' }, 'tg', { languages })).toMatchObject({ language: 'en' });
  expect(spokenIn({ az: '', ru: 'Вопрос' }, 'az', { languages })).toMatchObject({ language: 'ru' });
  expect(spokenIn(words, 'tg', { languages: ['az'] })).toEqual({ text: 'Sual', language: 'az' });
  expect(spokenIn({}, 'tg', { languages })).toEqual({ text: '', language: 'tg' });
});

it('what is only read or reckoned counts as no question', () => {
  const asked = surveyOf(
    question('a'),
    question('b', { type: 'note' }),
    question('c', { type: 'calculate' }),
  );
  expect(askedCount(asked)).toBe(1);
});
