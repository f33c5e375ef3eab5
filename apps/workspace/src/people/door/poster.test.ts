import { createTranslator, LANGUAGES, loadVisitorWords } from '@dayaq/locale';
import { expect, test } from 'vitest';
import { numberIn, poster } from './poster.ts';

const ID = Buffer.from(Array.from({ length: 32 }, (_, i) => i * 7)).toString('base64url');
const ADDRESS = `https://dayaq.example/page/${ID.slice(0, 16)}/#${ID}`;
const NOTICE = {
  name: 'Ulduz <b>',
  languages: [...LANGUAGES],
  about: Object.fromEntries(LANGUAGES.map((language) => [language, `about ${language}`])),
  phone: '+994 12 555 01 23',
  hours: Object.fromEntries(LANGUAGES.map((language) => [language, `hours ${language}`])),
  dangerPhone: '102',
  answerDays: 3,
};

test.each([...LANGUAGES])(
  'a poster in %s says who, how and the number, and loads nothing',
  async (language) => {
    const { t } = createTranslator(language, await loadVisitorWords(language));
    const page = poster({ notice: NOTICE, language, t, address: ADDRESS });
    for (const said of [
      t('visitors.front.tell'),
      t('visitors.front.danger'),
      `about ${language}`,
      '102',
      numberIn(ADDRESS),
    ])
      expect(page).toContain(said);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain('Ulduz &lt;b&gt;');
    expect(page).not.toMatch(/<script|<link|<img|src=|url\(/);
  },
);

test('the number is the one that the public page shows', () => {
  const hex = Buffer.from(ID, 'base64url').toString('hex').slice(0, 20);
  expect(numberIn(ADDRESS).replaceAll(' ', '')).toBe(hex);
});
