import { expect, it } from 'vitest';
import { newQuestion } from './edit.ts';
import { type Question, readSurvey, type Survey, SURVEY_LIMITS, writeSurvey } from './model.ts';
import { recordedOf, wordsMark } from './recorded.ts';

const sound = 'A'.repeat(43);
const plain: Question = {
  ...newQuestion('held', 'one'),
  label: { en: 'Were you held?', ru: 'Вас задерживали?' },
  choices: [{ name: 'yes', label: { en: 'Yes', ru: 'Да' } }],
};
const heard = (question: Question): Question => ({
  ...question,
  recorded: { ru: { sound, type: 'audio/webm', of: wordsMark(question, 'ru') } },
});
const survey = (...items: Question[]): Survey => ({
  title: { ru: 'Опрос' },
  intro: {},
  languages: ['ru', 'en'],
  items,
});

it('a question is heard in the language in which it was recorded, and in no other words than were read out', () => {
  const question = heard(plain);
  expect(recordedOf(question, 'ru')?.sound).toBe(sound);
  expect(recordedOf(question, 'en')).toBeNull();
  for (const changed of [
    { ...question, label: { ru: 'Вас били?' } },
    { ...question, hint: { ru: 'Хоть раз' } },
    { ...question, choices: [{ name: 'yes', label: { ru: 'Нет' } }] },
  ])
    expect(recordedOf(changed, 'ru')).toBeNull();
  expect(recordedOf({ ...question, label: { ...plain.label, en: 'Held?' } }, 'ru')).not.toBeNull();
});

it('what is recorded is written and read with the survey; what names no sound, or more than fit, makes it none', () => {
  const whole = survey(heard(plain));
  expect(readSurvey(writeSurvey(whole))).toEqual(whole);
  const wrong = { ru: { sound: '../x', type: 'audio/webm', of: '1' } } as Question['recorded'];
  expect(readSurvey(writeSurvey(survey({ ...plain, recorded: wrong ?? {} })))).toBeNull();
  const many = Array.from(
    { length: SURVEY_LIMITS.sounds + 1 },
    (_, at): Question => ({
      ...plain,
      name: `q${at}`,
      recorded: { ru: { sound: String(at).padStart(43, 'B'), type: 'audio/ogg', of: '1' } },
    }),
  );
  expect(readSurvey(writeSurvey(survey(...many)))).toBeNull();
  expect(readSurvey(writeSurvey(survey(...many.slice(1))))).not.toBeNull();
});
