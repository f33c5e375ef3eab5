import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CODE_LISTS, codeList } from './code-lists/index.ts';
import { BUILT_IN_FACETS } from './card.ts';
import { type Kind, LANGUAGES, type Language } from './kind.ts';
import { KINDS } from './kinds/index.ts';
import { AREA_SPECIALS, PACKS } from './packs/index.ts';

/** Path of a label inside its namespace → the label. */
type Labels = Map<string, string>;

function labelsOf(namespace: string, language: Language): Labels {
  const file = new URL(`../../locale/messages/${namespace}/${language}.json`, import.meta.url);
  const labels: Labels = new Map();
  const walk = (node: unknown, path: string): void => {
    if (typeof node === 'string') labels.set(path, node);
    else
      for (const [key, child] of Object.entries(node as object))
        walk(child, path === '' ? key : `${path}.${key}`);
  };
  walk(JSON.parse(readFileSync(file, 'utf8')), '');
  return labels;
}

const needed: Record<string, string[]> = {
  codes: Object.values(CODE_LISTS).flatMap(({ list, codes }) => codes.map(({ code }) => `${list}.${code}`)),
  kinds: Object.values(KINDS).flatMap(({ kind, fields }) => [
    `${kind}.one`,
    `${kind}.many`,
    ...fields.map((field) => `${kind}.fields.${field.name}`),
  ]),
  packs: [
    ...Object.keys(PACKS).map((country) => `countries.${country}`),
    ...Object.values(PACKS).flatMap((pack) => pack.areas.map(({ code }) => `areas.${code}`)),
    ...AREA_SPECIALS.map((code) => `areas.${code}`),
  ],
};
/** Hints are optional, but a hint belongs to a field, or to a field of one type of its kind. */
const allowed = (namespace: string): string[] => [
  ...(needed[namespace] ?? []),
  ...(namespace === 'kinds'
    ? Object.values<Kind>(KINDS).flatMap(({ kind, fields, card }) => [
        ...fields.map((field) => `${kind}.hints.${field.name}`),
        ...typesOf(fields).flatMap((type) => fields.map(({ name }) => `${kind}.hints.${name}-${type}`)),
        ...[...BUILT_IN_FACETS, ...(card?.facets ?? []).map(({ name }) => name)].map(
          (name) => `${kind}.facets.${name}`,
        ),
      ])
    : []),
];

function typesOf(fields: Kind['fields']): string[] {
  const type = fields.find(({ name }) => name === 'type')?.type;
  return type?.is === 'code' ? (codeList(type.list)?.codes ?? []).map(({ code }) => code) : [];
}

const files = Object.keys(needed).flatMap((namespace) =>
  LANGUAGES.map((language): [string, Language] => [namespace, language]),
);

test.each(files)('%s in %s: everything has a label and no label is left over', (namespace, language) => {
  const labels = labelsOf(namespace, language);
  const may = new Set(allowed(namespace));
  expect((needed[namespace] ?? []).filter((path) => !labels.has(path))).toEqual([]);
  expect([...labels.keys()].filter((path) => !may.has(path))).toEqual([]);
});

test.each(files)('%s in %s: labels are words, trimmed, without message syntax', (namespace, language) => {
  for (const [path, label] of labelsOf(namespace, language)) {
    expect(label, path).not.toBe('');
    expect(label.trim(), path).toBe(label);
    expect(label, path).not.toMatch(/[{}#]/);
  }
});

test.each(files)(
  '%s in %s: no word mixes two alphabets, and none is in the wrong one',
  (namespace, language) => {
    // Names of products and abbreviations that are written in Latin everywhere.
    const latin = /^(C|QR|SMS|SHA|DDoS|Dayaq|WhatsApp|Telegram|Signal|Instagram)$/;
    for (const [path, label] of labelsOf(namespace, language)) {
      for (const word of label.match(/\p{L}+/gu) ?? []) {
        if (latin.test(word)) continue;
        const script =
          language === 'ru' || language === 'tg' ? /^\p{Script=Cyrillic}+$/u : /^\p{Script=Latin}+$/u;
        expect(word, path).toMatch(script);
        if (language === 'tg') expect(word, path).not.toMatch(/[щыць]/i);
        if (language === 'ru') expect(word, path).not.toMatch(/[ӣӯқғҳҷ]/i);
      }
    }
  },
);

test.each(LANGUAGES)('in %s the codes of a list can be told apart', (language) => {
  const labels = labelsOf('codes', language);
  for (const { list, codes } of Object.values(CODE_LISTS)) {
    const words = codes.map(({ code }) => labels.get(`${list}.${code}`));
    expect(new Set(words).size, list).toBe(words.length);
  }
});

test('every language gives the same hints', () => {
  const hints = (language: Language): string[] =>
    [...labelsOf('kinds', language).keys()].filter((path) => path.includes('.hints.')).sort();
  for (const language of LANGUAGES) expect(hints(language)).toEqual(hints('en'));
});
