import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from './language.ts';

const here = dirname(fileURLToPath(import.meta.url));
const KEPT = join(here, '../glossary');

interface Term {
  is: Record<Language, string | string[]>;
  unread?: boolean;
}

/** Messages of a made-up page, the same in every language, and a glossary for them: one run of the strict check says all about both. */
const TEXTS = {
  plain: 'Bizim Müştərilərimiz',
  plural: '{n, plural, one {bir iş} few {iş} many {iş} other {# MÜŞTƏRİ}}',
  inside: 'Перенаправления',
  alone: 'Направления',
  several: 'одам  дигар намехоҳад',
  whole: 'Муштарӣ',
  part: 'Муштарӣ мо',
  kept: 'müştəri',
  name: 'Adam',
  suffix: '{n}-ci söz',
  ordinal: '4-cu söz',
  inOrder: '{n, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} söz',
  right: '2026-cı il, 10-cu gün, 3-cü söz',
};
const GLOSSARY = {
  client: {
    is: { az: 'müraciət edən', ru: 'клиент', en: 'client', tg: 'муроҷиаткунанда' },
    said: ['page.name'],
    never: { az: ['müştəri*'], ru: ['направлени*'], tg: ['одам_дигар', '^муштарӣ$'] },
    except: { 'page.kept': 'whoever pays', 'page.gone': 'whoever paid' },
    unread: true,
  },
};

let said = '';
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'dayaq-glossary-'));
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  for (const language of LANGUAGES) write(`messages/page/${language}.json`, JSON.stringify(TEXTS));
  write('glossary/all.json', JSON.stringify(GLOSSARY));
  write(
    'code/page.ts',
    Object.keys(TEXTS)
      .map((key) => `'page.${key}'`)
      .join(';'),
  );
  const places = ['messages', 'gen', 'code'].map((name) => join(folder, name));
  const options = ['--messages', '--out', '--code'].flatMap((option, i) => [option, places[i] ?? '']);
  const run = spawnSync(process.execPath, [join(here, '../scripts/generate.mjs'), '--strict', ...options], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true, force: true });
  expect(run.status).toBe(1);
  said = run.stderr;
}, 60_000);

describe('the glossary', () => {
  it('refuses a word that is not the thing’s name, with the key, the word and the right one', () => {
    expect(said).toContain('page.plain (az) says "müştərilərimiz": the word is "müraciət edən"');
  });

  it('finds it in every case of a plural, and with capital İ and I', () => {
    expect(said).toContain('page.plural (az) says "müştəri"');
  });

  it('knows where a word begins: a word inside another is another word', () => {
    expect(said).not.toContain('page.inside (ru) says');
    expect(said).toContain('page.alone (ru) says "направления"');
  });

  it('takes several words as one, and a word that is meant alone only alone', () => {
    expect(said).toContain('page.several (tg) says "одам  дигар"');
    expect(said).toContain('page.whole (tg) says "муштарӣ"');
    expect(said).not.toContain('page.part (tg) says');
  });

  it('lets an exception stand, and refuses one for a message that is gone', () => {
    expect(said).not.toContain('page.kept');
    expect(said).toContain('page.gone is an exception of the glossary’s "client", and no message');
  });

  it('wants the name itself where a message is the name', () => {
    expect(said).toContain('page.name (az) does not say "müraciət edən", the word of the glossary');
  });

  it('refuses an Azerbaijani suffix behind a value, and an ordinal with the wrong vowel', () => {
    expect(said).toContain('page.suffix (az) puts "-ci" behind a value');
    expect(said).toContain('page.ordinal (az) says "4-cu": it is "4-cü"');
    expect(said).not.toContain('page.inOrder (az)');
    expect(said).not.toContain('page.right');
  });
});

describe('our own glossary', () => {
  const terms: [string, Term][] = readdirSync(KEPT).flatMap((file) => {
    const read: Record<string, Term> = JSON.parse(readFileSync(join(KEPT, file), 'utf8'));
    return Object.entries(read);
  });

  it('names the things and acts of the product in four languages', () => {
    expect(terms.length).toBeGreaterThanOrEqual(60);
    for (const [name, term] of terms)
      for (const language of LANGUAGES)
        for (const word of [term.is[language]].flat())
          expect(word.trim(), `${name} (${language})`).not.toBe('');
  });

  it('says of each term whether natives have read it', () => {
    for (const [name, term] of terms) expect(typeof term.unread, name).toBe('boolean');
  });
});
