import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from './language.ts';
import type { Messages } from './messages.ts';

const here = dirname(fileURLToPath(import.meta.url));
const generator = join(here, '../scripts/generate.mjs');

type Tree = { [name: string]: string | Tree };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dayaq-messages-'));
  // What is made imports the runtime from the folder above.
  for (const name of ['messages', 'message-runtime', 'plural-rules'])
    writeFileSync(join(folder, `${name}.ts`), `export * from ${JSON.stringify(join(here, `${name}.ts`))};\n`);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Writes one namespace; a language that is not given has the English texts. */
function write(
  namespace: string,
  english: Tree,
  others: Partial<Record<Language, Tree | string>> = {},
): void {
  mkdirSync(join(folder, 'messages', namespace), { recursive: true });
  for (const language of LANGUAGES) {
    const tree = others[language] ?? english;
    writeFileSync(
      join(folder, 'messages', namespace, `${language}.json`),
      typeof tree === 'string' ? tree : JSON.stringify(tree),
    );
  }
}

function use(code: string): void {
  mkdirSync(join(folder, 'code/pages'), { recursive: true });
  writeFileSync(join(folder, 'code/pages/page.tsx'), code);
}

function generate(...options: string[]): { status: number | null; said: string } {
  const run = spawnSync(
    process.execPath,
    [
      generator,
      '--messages',
      join(folder, 'messages'),
      '--out',
      join(folder, 'gen'),
      '--code',
      join(folder, 'code'),
      ...options,
    ],
    { encoding: 'utf8' },
  );
  return { status: run.status, said: run.stdout + run.stderr };
}

async function load(language: Language): Promise<Messages> {
  const module: { messages: Messages } = await import(
    /* @vite-ignore */ join(folder, `gen/messages.${language}.gen.ts`)
  );
  return module.messages;
}

async function say(
  language: Language,
  key: string,
  values: Record<string, string | number> = {},
): Promise<string> {
  const message = (await load(language))[key];
  return typeof message === 'function' ? String(message(values)) : String(message);
}

describe('making messages', () => {
  it('keeps plain texts as texts and makes functions of those with arguments', async () => {
    write('shell', {
      title: "Nobody's '{'brace'}'",
      list: { hello: 'Hello, {name}', count: '{count, plural, other {# x}}' },
    });
    expect(generate()).toEqual({ status: 0, said: '3 messages in az, ru, en, tg\n' });
    expect(await say('az', 'shell.title')).toBe("Nobody's {brace}");
    expect(await say('tg', 'shell.list.hello', { name: 'Zaur' })).toBe('Hello, Zaur');
    expect(readFileSync(join(folder, 'gen/keys.gen.ts'), 'utf8')).toContain(
      '"shell.list.count": { count: number };',
    );
    expect(readFileSync(join(folder, 'gen/keys.gen.ts'), 'utf8')).toContain('"shell.title": undefined;');
  });

  it('counts in the plurals of each language, with numbers grouped', async () => {
    write(
      'shell',
      { count: '{n, plural, =0 {No cases} one {# case} other {# cases}}' },
      {
        az: { count: '{n, plural, =0 {Heç bir iş} other {# iş}}' },
        ru: { count: '{n, plural, =0 {Нет дел} one {# дело} few {# дела} many {# дел} other {# дела}}' },
        tg: { count: '{n, plural, =0 {Ягон парванда} other {# парванда}}' },
      },
    );
    expect(generate('--strict').said).not.toContain('plural');
    const all = async (language: Language): Promise<string[]> =>
      Promise.all([0, 1, 2, 5, 11, 21, 101].map((n) => say(language, 'shell.count', { n })));
    expect(await all('ru')).toEqual([
      'Нет дел',
      '1 дело',
      '2 дела',
      '5 дел',
      '11 дел',
      '21 дело',
      '101 дело',
    ]);
    expect(await all('en')).toEqual([
      'No cases',
      '1 case',
      '2 cases',
      '5 cases',
      '11 cases',
      '21 cases',
      '101 cases',
    ]);
    expect(await all('az')).toEqual(['Heç bir iş', '1 iş', '2 iş', '5 iş', '11 iş', '21 iş', '101 iş']);
    expect((await all('tg'))[5]).toBe('21 парванда');
    expect(await say('en', 'shell.count', { n: 12000 })).toBe('12,000 cases');
    expect(await say('ru', 'shell.count', { n: 1.5 })).toBe('1,5 дела');
  });

  it('chooses by a word', async () => {
    write('shell', { who: '{role, select, client {the client} other {somebody else ({role})}}' });
    generate();
    expect(await say('en', 'shell.who', { role: 'client' })).toBe('the client');
    expect(await say('en', 'shell.who', { role: 'toString' })).toBe('somebody else (toString)');
  });

  it('imports nothing but our own runtime', () => {
    write('shell', { count: '{n, plural, other {#}} {x, select, other {}}' });
    generate();
    const imports = readFileSync(join(folder, 'gen/messages.ru.gen.ts'), 'utf8').match(
      /from ['"][^'"]+['"]/g,
    );
    expect(imports?.map((line) => line.slice(6, -1)).sort()).toEqual([
      '../message-runtime.ts',
      '../messages.ts',
      '../plural-rules.ts',
    ]);
  });

  it('does not touch files that would stay the same, and leaves no others', () => {
    write('shell', { title: 'Cases' });
    generate();
    const made = (): string[] => readdirSync(join(folder, 'gen')).sort();
    const touched = (): number[] => made().map((name) => statSync(join(folder, 'gen', name)).mtimeMs);
    const before = touched();
    expect(made().filter((name) => !name.endsWith('.gen.ts'))).toEqual([]);
    generate();
    expect(touched()).toEqual(before);
  });
});

describe('gaps', () => {
  const broken: readonly (readonly [
    what: string,
    english: Tree,
    others: Partial<Record<Language, Tree | string>>,
    said: string,
  ])[] = [
    ['a missing message', { a: 'A', b: 'B' }, { tg: { a: 'A' } }, 'shell.b (tg) is missing'],
    ['one that English lacks', { a: 'A' }, { ru: { a: 'A', c: 'C' } }, 'shell.c (en) is missing'],
    ['an empty text', { a: 'A' }, { az: { a: ' ' } }, 'shell.a (az) is empty'],
    [
      'an argument too many',
      { a: 'Hi' },
      { ru: { a: 'Hi {name}' } },
      'shell.a (ru) has the arguments {name} where English has {none}',
    ],
    [
      'another argument',
      { a: '{n}' },
      { tg: { a: '{m}' } },
      'shell.a (tg) has the arguments {m} where English has {n}',
    ],
    ['a broken message', { a: 'A' }, { az: { a: 'A {n' } }, 'shell.a (az) cannot be read'],
    ['a stray brace', { a: 'A' }, { az: { a: 'A {' } }, 'shell.a (az) has a stray brace'],
    ['a broken file', { a: 'A' }, { az: '{"a": ' }, 'shell (az) is not valid JSON'],
    ['a number for a text', { a: 'A' }, { az: '{"a": 1}' }, 'shell.a (az) is neither a text nor a group'],
    [
      'a forgotten Russian plural',
      { n: '{n, plural, one {#} other {#}}' },
      { ru: { n: '{n, plural, one {#} other {#}}' } },
      'shell.n (ru) lacks the plural "few", "many" for {n}',
    ],
    [
      'a plural that the language does not have',
      { n: '{n, plural, other {#}}' },
      { az: { n: '{n, plural, few {#} other {#}}' } },
      'shell.n (az) cannot be read',
    ],
    [
      'a date that Intl would format',
      { d: '{d}' },
      { en: { d: '{d, date}' } },
      'shell.d (en) uses {d, date}',
    ],
  ];

  it.each(broken)(
    '%s is named by key and language; it stops the build, not the work',
    async (_, english, others, said) => {
      write('shell', english, others);
      const loose = generate();
      expect(loose.said).toContain(said);
      expect(loose.status).toBe(0);
      const strict = generate('--strict');
      expect(strict.said).toContain(said);
      expect(strict.status).toBe(1);
      const keys = await Promise.all(
        LANGUAGES.map(async (language) => Object.keys(await load(language)).sort()),
      );
      for (const own of keys) expect(own).toEqual(keys[0]);
    },
  );

  it('are filled from English until somebody translates', async () => {
    write('shell', { a: 'Hello {name}' }, { tg: {} });
    generate();
    expect(await say('tg', 'shell.a', { name: 'Zaur' })).toBe('Hello Zaur');
  });

  it('of a whole language are one complaint', () => {
    write('shell', { a: 'A', b: 'B' });
    rmSync(join(folder, 'messages/shell/tg.json'));
    expect(generate('--strict').said).toContain('shell (tg) has no file tg.json\n');
    expect(generate('--strict').said).not.toContain('shell.a (tg)');
  });
});

describe('messages that no page uses', () => {
  it('are found, unless their beginning is listed or they name data', () => {
    write('shell', { used: 'A', other: 'B', unused: 'C' });
    write('errors', { network: 'N' });
    write('codes', { outcome: { helped: 'Helped' } });
    writeFileSync(join(folder, 'messages/dynamic-keys.json'), '["errors."]');
    use('const x = t("shell.used"); const y = <p title={t(\'shell.other\')} />;');
    const strict = generate('--strict');
    expect(strict.said).toBe(
      'shell.unused is used by no page: remove it, or list its beginning in messages/dynamic-keys.json\n' +
        'Messages are not complete: 1 to mend.\n',
    );
    expect(strict.status).toBe(1);
    expect(generate().status).toBe(0);
  });

  it('are no obstacle once all are used', () => {
    write('shell', { used: 'A' });
    use("t('shell.used')");
    expect(generate('--strict')).toEqual({ status: 0, said: '1 messages in az, ru, en, tg\n' });
  });
});
