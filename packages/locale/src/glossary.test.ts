import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from './language.ts';

const here = dirname(fileURLToPath(import.meta.url));
const KEPT = join(here, '../glossary');

interface Term {
  is: Record<Language, string | string[]>;
  unread?: boolean;
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dayaq-glossary-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What the strict check says of messages `page.one`, `page.two`, …, the same in every language, against a glossary. */
function check(texts: Record<string, string>, glossary: object): string {
  mkdirSync(join(folder, 'messages/page'), { recursive: true });
  for (const language of LANGUAGES)
    writeFileSync(join(folder, `messages/page/${language}.json`), JSON.stringify(texts));
  mkdirSync(join(folder, 'glossary'), { recursive: true });
  writeFileSync(join(folder, 'glossary/all.json'), JSON.stringify(glossary));
  mkdirSync(join(folder, 'code'), { recursive: true });
  const used = Object.keys(texts).map((key) => `'page.${key}'`);
  writeFileSync(join(folder, 'code/page.ts'), used.join(';'));
  const run = spawnSync(
    process.execPath,
    [
      join(here, '../scripts/generate.mjs'),
      '--strict',
      '--messages',
      join(folder, 'messages'),
      '--out',
      join(folder, 'gen'),
      '--code',
      join(folder, 'code'),
    ],
    { encoding: 'utf8' },
  );
  expect(run.status).toBe(run.stderr === '' ? 0 : 1);
  return run.stderr;
}

const CLIENT = {
  is: { az: 'müraciət edən', ru: 'клиент', en: 'client', tg: 'муроҷиаткунанда' },
  never: { az: ['müştəri*'], ru: ['направлени*'], tg: ['одам_дигар', '^муштарӣ$'] },
};

describe('the glossary', () => {
  it('refuses a word that is not the thing’s name, with the key, the word and the right one', () => {
    expect(check({ one: 'Bizim Müştərilərimiz' }, { client: CLIENT })).toContain(
      'page.one (az) says "müştərilərimiz": the word is "müraciət edən"',
    );
  });

  it('finds it in every case of a plural, and with capital İ and I', () => {
    const text = '{n, plural, one {bir iş} other {# MÜŞTƏRİ}}';
    expect(check({ one: text }, { client: CLIENT })).toContain('page.one (az) says "müştəri"');
  });

  it('knows where a word begins: a word inside another is another word', () => {
    expect(check({ one: 'Перенаправления' }, { client: CLIENT })).not.toContain('says');
    expect(check({ one: 'Направления' }, { client: CLIENT })).toContain('says "направления"');
  });

  it('takes several words as one, and a word that is meant alone only alone', () => {
    expect(check({ one: 'одам  дигар намехоҳад' }, { client: CLIENT })).toContain('says "одам  дигар"');
    expect(check({ one: 'Муштарии мо' }, { client: CLIENT })).not.toContain('says');
  });

  it('lets an exception stand, and refuses one for a message that is gone', () => {
    const kept = { ...CLIENT, except: { 'page.one': 'whoever pays' } };
    expect(check({ one: 'müştəri', two: 'müştəri' }, { client: kept })).not.toContain('page.one');
    const stale = { ...CLIENT, except: { 'page.gone': 'whoever paid' } };
    expect(check({ one: 'iş' }, { client: stale })).toContain('page.gone is an exception');
  });

  it('wants the name itself where a message is the name', () => {
    const said = { ...CLIENT, said: ['page.one'] };
    expect(check({ one: 'Adam' }, { client: said })).toContain(
      'page.one (az) does not say "müraciət edən", the word of the glossary',
    );
  });

  it('refuses a suffix behind a value, and an ordinal with the wrong vowel', () => {
    expect(check({ one: '{n}-ci söz' }, {})).toContain('puts "-ci" behind a value');
    expect(check({ one: '4-cu söz' }, {})).toContain('it is "4-cü"');
    expect(check({ one: '2026-cı il, 10-cu gün, 3-cü söz' }, {})).not.toContain('page.one (az)');
    const text = '{n, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} söz';
    expect(check({ one: text }, {})).not.toContain('behind a value');
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
