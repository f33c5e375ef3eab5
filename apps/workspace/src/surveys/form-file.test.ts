import {
  checkSurvey,
  type Item,
  newGroup,
  newQuestion,
  PICTURES,
  QUESTION_TYPES,
  type Question,
  readSurvey,
  type Survey,
  TELLS,
  tidied,
  type Words,
  writeSurvey,
} from '@dayaq/domain/survey';
import { readXlsForm } from '@dayaq/register/xlsform';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formFile } from './save-form.ts';

const LANGUAGES = ['tg', 'az', 'en'] as const;
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    'Şəhər və ya kənd?',
    ' Чӣ шуд?\n\nНависед.',
    '“x” & <y>',
    "=1+1, 'a'",
    'x\u0000\u000by',
    '#',
  ),
);
const words: fc.Arbitrary<Words> = fc.record({ tg: text, az: text, en: text }, { requiredKeys: ['tg'] });
const once = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const question = fc
  .record({
    type: fc.constantFrom(...QUESTION_TYPES),
    label: words,
    hint: once(words),
    message: once(words),
    support: fc.boolean(),
    identifies: fc.boolean(),
    other: fc.boolean(),
    tells: once(fc.constantFrom(...TELLS)),
    choices: fc.array(words, { minLength: 1, maxLength: 4 }),
    relevant: once(fc.constantFrom("${q0} = 'a'", "selected(${q0}, “a”)  and ${q0} != 'x  y'")),
    bound: fc.boolean(),
    picture: once(fc.constantFrom(...PICTURES)),
  })
  .map((given) => (name: string): Question => {
    const made = newQuestion(name, given.type);
    return {
      ...made,
      label: given.label,
      ...(made.choices === undefined
        ? {}
        : {
            choices: given.choices.map((label, at) => ({
              name: `c${at}`,
              label,
              ...(given.picture === undefined ? {} : { picture: given.picture }),
            })),
          }),
      ...(given.hint === undefined ? {} : { hint: given.hint }),
      ...(given.message === undefined ? {} : { constraintMessage: given.message }),
      ...(given.support ? { support: true } : {}),
      ...(given.identifies ? { identifies: true } : {}),
      ...(given.tells === undefined ? {} : { tells: given.tells }),
      ...(given.relevant === undefined || name === 'q0' ? {} : { relevant: given.relevant }),
      ...(given.type === 'integer' && given.bound ? { constraint: '. >= 3 and . <= 9' } : {}),
      ...(given.type === 'calculate' ? { calculation: '2 + 2' } : {}),
    };
  });

const survey = fc
  .record({
    title: words,
    intro: words,
    languages: fc.shuffledSubarray([...LANGUAGES], { minLength: 1 }),
    questions: fc.array(question, { minLength: 1, maxLength: 6 }),
    grouped: fc.nat({ max: 3 }),
    repeat: once(fc.integer({ min: 1, max: 20 })),
    groupLabel: once(words),
  })
  .map(({ title, intro, languages, questions, grouped, repeat, groupLabel }): Survey => {
    const [first, ...rest] = questions.map((make, at) => make(`q${at}`)) as [Question, ...Question[]];
    const group: Item = {
      ...newGroup('g'),
      label: groupLabel ?? {},
      ...(repeat === undefined ? {} : { repeat }),
      items: rest.slice(0, grouped),
    };
    const items = [first, ...(group.items.length === 0 ? [] : [group]), ...rest.slice(grouped)];
    const only = (said: Words): Words =>
      Object.fromEntries(Object.entries(said).filter(([each]) => languages.some((one) => one === each)));
    const inOurs = (item: Item): Item =>
      item.is === 'group'
        ? { ...item, label: only(item.label), items: item.items.map(inOurs) }
        : {
            ...item,
            label: only(item.label),
            ...(item.hint === undefined ? {} : { hint: only(item.hint) }),
            ...(item.constraintMessage === undefined
              ? {}
              : { constraintMessage: only(item.constraintMessage) }),
            ...(item.choices === undefined
              ? {}
              : { choices: item.choices.map((each) => ({ ...each, label: only(each.label) })) }),
          };
    return tidied({ title: only(title), intro: only(intro), languages, items: items.map(inOurs) });
  })
  .filter((made) => checkSurvey(made).length === 0 && readSurvey(writeSurvey(made)) !== null);

test('a form that was built goes out as an XLSForm and comes in again the same, whatever its words are', () => {
  fc.assert(
    fc.property(survey, (made) => {
      const read = readXlsForm(formFile(made), 'ru');
      if (!read.ok) throw new Error(read.refusal.code);
      expect(read.value.faults).toEqual([]);
      expect(read.value.survey).toEqual(made);
    }),
    { numRuns: 150 },
  );
});
