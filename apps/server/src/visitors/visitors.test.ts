import type { DoorNotice } from '@dayaq/domain';
import { createTranslator, LANGUAGES, type Language, loadVisitorWords } from '@dayaq/locale';
import type { AccountId } from '@dayaq/sealing/verify';
import { describe, expect, test } from 'vitest';
import { back } from './back.ts';
import { front } from './front.ts';
import { page, type Shown } from './layout.ts';
import { tell } from './tell.ts';

const NOTICE: DoorNotice = {
  name: 'Dayaq <sınağı>',
  languages: [...LANGUAGES],
  about: { az: '"Biz" & siz', ru: 'Мы', en: 'We', tg: 'Мо <b>ҳастем</b>' },
  phone: '+994 (12) 555-01-23',
  hours: { az: '9–18', ru: '9–18', en: '9–18', tg: '9–18' },
  dangerPhone: '102',
  answerDays: 4,
};
const READERS = [{ account: 'AAAAAAAAAAAAAAAAAAAAAA' as AccountId, name: 'Hüquqşünas "A"' }];

async function shownIn(language: Language): Promise<Shown> {
  const missing: string[] = [];
  const words = createTranslator(language, await loadVisitorWords(language), (key) => missing.push(key));
  expect(missing).toEqual([]);
  return { words, notice: NOTICE, space: 'A'.repeat(43), mark: 'A'.repeat(16) };
}

async function whole(language: Language, name: 'front' | 'tell' | 'back'): Promise<string> {
  const shown = await shownIn(language);
  const { words } = shown;
  const body =
    name === 'front' ? front(shown, './') : name === 'tell' ? tell(shown, READERS) : back(shown, READERS);
  const inLanguage = LANGUAGES.map((each) => ({ language: each, href: `../${each}/` }));
  return String(await page({ up: '../../', language, words, inLanguage, script: name, body }));
}

describe.each(LANGUAGES)('the public pages in %s', (language) => {
  test('put whoever is in danger first, in one tap', async () => {
    const first = await whole(language, 'front');
    expect(first.indexOf('tel:102')).toBeGreaterThan(0);
    expect(first.indexOf('tel:102')).toBeLessThan(first.indexOf('<h1>'));
    expect(first).toContain('tel:+994125550123');
    expect(first).toContain('Dayaq &lt;sınağı&gt;');
    expect(first).not.toContain('<b>');
  });

  test('name nobody in their title, load nothing from elsewhere, and leave nothing to a form of its own', async () => {
    for (const name of ['front', 'tell', 'back'] as const) {
      const text = await whole(language, name);
      const title = /<title>([^<]+)<\/title>/.exec(text)?.[1] ?? '';
      expect(title.length).toBeGreaterThan(2);
      expect(title).not.toContain('Dayaq');
      for (const [, link = ''] of text.matchAll(/(?:href|src)="([^"]*)"/g))
        expect(link).not.toMatch(/^(?:https?:|\/|data:|javascript:)/);
      expect(text).not.toMatch(/<form[^>]*\s(?:action|method)=/);
      expect(text).not.toMatch(/\son\w+=|<style|<script(?! type="module" src)/);
    }
  });

  test('hold no form before a script that can seal shows it, and say who reads before anything can be typed', async () => {
    for (const name of ['tell', 'back'] as const) {
      const text = await whole(language, name);
      expect(text).toContain('<noscript>');
      expect(text).toMatch(/id="app" hidden/);
      expect(text.indexOf('id="app" hidden')).toBeLessThan(text.indexOf('<form'));
      expect(text).toContain('Hüquqşünas &quot;A&quot;');
    }
    const text = await whole(language, 'tell');
    expect(text.indexOf('id="readers"')).toBeLessThan(text.indexOf('<textarea'));
  });
});
