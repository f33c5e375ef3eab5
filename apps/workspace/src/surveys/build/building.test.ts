import { newQuestion, readSurvey, type Survey, writeSurvey } from '@dayaq/domain/survey';
import { expect, test } from 'vitest';
import { begun, expectedIn, finished, readBuilding, written } from './building.ts';

const survey = (more: Partial<Survey> = {}): Survey => ({
  title: { az: 'Sorğu' },
  intro: {},
  languages: ['az', 'tg'],
  items: [{ ...newQuestion('q1', 'text'), label: { az: ' Nə baş verib? ' } }],
  ...more,
});

test('a form that could not be asked is not saved, and says why; one that can is what visitors read', () => {
  const problems = (made: Survey): string[] => {
    const done = finished(made);
    return 'problems' in done
      ? done.problems.map((each) =>
          each.is === 'fault' ? `${each.fault.name} ${each.fault.reason}` : each.is,
        )
      : [];
  };
  expect(problems(survey({ title: {}, items: [] }))).toEqual(['no-title', 'empty']);
  expect(problems(survey({ items: [newQuestion('q1', 'one')] }))).toEqual(['q1 no-choices', 'q1 no-label']);
  const endless = { ...newQuestion('q1', 'text'), label: { az: 'x' }, relevant: "${q1} = 'x'" };
  expect(problems(survey({ items: [endless] }))).toEqual(['q1 loop']);
  const long = Array.from({ length: 80 }, (_, at) => ({
    ...newQuestion(`q${at}`, 'text'),
    label: { az: 'x'.repeat(1900) },
  }));
  expect(problems(survey({ items: long }))).toEqual(['too-large']);
  const done = finished(survey());
  if ('problems' in done) throw new Error('it can be asked');
  expect(done.survey.items[0]?.label).toEqual({ az: 'Nə baş verib?' });
  expect(readSurvey(writeSurvey(done.survey))).toEqual(done.survey);
});

test('what was kept while a form was made is there again, also where it asks nothing yet; what is none is not', () => {
  const empty = begun('', undefined, ['az', 'tg']);
  expect(readBuilding(empty)).toEqual(empty);
  const made = begun(writeSurvey(survey()), 40, ['az']);
  expect(readBuilding(made)).toEqual(made);
  expect(readBuilding({ ...made, form: '{}' })).toBeNull();
  expect(readBuilding('form')).toBeNull();
});

test('how many people may answer is a whole number, or nobody said', () => {
  const of = (expected: string) => expectedIn({ ...begun('', undefined, ['az']), expected });
  expect([of('40'), of(''), of('0'), of('many'), of('1000001')]).toEqual([40, null, null, null, null]);
});

test('a text that is longer than a form can hold is not taken; all that can be kept can be read again', () => {
  const asking = (words: string): Survey =>
    survey({ items: [{ ...newQuestion('q1', 'text'), label: { az: words } }] });
  expect(written(asking('x'.repeat(2001)))).toBeNull();
  const form = written(asking('x'.repeat(2000))) ?? '';
  expect(readBuilding({ form, from: '', expected: '' })?.form).toBe(form);
});
