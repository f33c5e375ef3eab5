import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './language.ts';
import { loadMessages } from './messages.ts';

const here = dirname(fileURLToPath(import.meta.url));
const apps = join(here, '../../../apps');

/** One language is one download; this keeps it a small one. */
const MOST_BYTES = 60_000;

describe('locales', () => {
  it('have no missing and no unused message', () => {
    const run = spawnSync(process.execPath, [join(here, '../scripts/generate.mjs'), '--strict'], {
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  });

  it('have the same keys in every language, with nothing empty and no hole', async () => {
    const english = await loadMessages('en');
    for (const language of LANGUAGES) {
      const messages = await loadMessages(language);
      expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
      for (const [key, message] of Object.entries(messages)) {
        expect(typeof message, key).toBe(typeof english[key]);
        if (typeof message === 'string') expect(message.trim(), key).not.toBe('');
      }
    }
  });

  it('are each written in their own letters: no file is another language’s copy', async () => {
    const own = { az: /[əığşçöü]/i, ru: /[а-яё]/i, en: /[a-z]/i, tg: /[а-яғӣқӯҳҷ]/i };
    for (const language of LANGUAGES) {
      const texts = Object.values(await loadMessages(language)).filter((text) => typeof text === 'string');
      const fitting = texts.filter((text) => own[language].test(text)).length;
      expect(fitting / texts.length, language).toBeGreaterThan(0.75);
    }
    const tajik = Object.values(await loadMessages('tg')).filter((text) => typeof text === 'string');
    expect(tajik.filter((text) => /[ғӣқӯҳҷ]/i.test(text)).length / tajik.length).toBeGreaterThan(0.3);
  });

  it('never leave a date, number or order to Intl', () => {
    const forbidden = /\bIntl\b|\.toLocale(Date|Time)?String\(|\.localeCompare\(/;
    const offending = [here, ...readdirSync(apps).map((app) => join(apps, app, 'src'))].flatMap((folder) =>
      sources(folder).filter((path) => forbidden.test(withoutComments(readFileSync(path, 'utf8')))),
    );
    expect(offending).toEqual([]);
  });

  it('are small', async () => {
    for (const language of LANGUAGES) {
      const bytes = gzipSync(readFileSync(join(here, `gen/messages.${language}.gen.ts`)), {
        level: 9,
      }).length;
      expect(bytes, language).toBeLessThan(MOST_BYTES);
    }
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
