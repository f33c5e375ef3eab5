import { expect, test } from 'vitest';
import { codeList } from '../code-lists/index.ts';
import { BUILT_IN_FACETS } from '../card.ts';
import { line, ordinary } from '../field.ts';
import { defineKind, facetOf, type Kind } from '../kind.ts';
import { fieldOf, fieldOfFacet, isKnownKind, KINDS, kindOf, ROOT_KINDS } from './index.ts';

const all = Object.values(KINDS).flatMap((kind) => kind.fields.map((field) => ({ kind, field })));

test('each kind is registered under its own name, with each field once', () => {
  for (const [name, kind] of Object.entries(KINDS)) {
    expect(kind.kind).toBe(name);
    const names = kind.fields.map((field) => field.name);
    expect(new Set(names).size).toBe(names.length);
    for (const title of [...kind.title, ...(kind.titleMore ?? [])]) {
      expect(names).toContain(title);
    }
  }
});

test('a name from elsewhere is no kind and no field', () => {
  expect(isKnownKind('constructor')).toBe(false);
  expect(kindOf('__proto__')).toBeUndefined();
  expect(fieldOf('case', 'toString')).toBeUndefined();
});

test('every list and kind that a field points to exists', () => {
  for (const { field } of all) {
    const { type } = field;
    if (type.is === 'code' || type.is === 'codes') expect(codeList(type.list), type.list).toBeDefined();
    if (type.is === 'reference' || type.is === 'references')
      expect(kindOf(type.kind), type.kind).toBeDefined();
  }
});

test('a condition names a field of the same kind and codes of its list', () => {
  for (const { kind, field } of all) {
    if (field.when === undefined) continue;
    const type = fieldOf(kind.kind, field.when.field)?.type;
    if (type?.is !== 'code' && type?.is !== 'codes' && type?.is !== 'answer') throw new Error(field.name);
    const list = codeList(type.is === 'answer' ? 'answer' : type.list);
    expect(field.when.in.length).toBeGreaterThan(0);
    for (const code of field.when.in) expect(list?.codes.map((c) => c.code)).toContain(code);
  }
});

test('wherever a list offers "other", there is a place to say what', () => {
  for (const { kind, field } of all) {
    if (field.type.is !== 'code' && field.type.is !== 'codes') continue;
    const open = codeList(field.type.list)?.codes.some((c) => c.special === 'other') === true;
    // A person's role, a member's languages: the word "other" is enough; "counted as" takes a code already explained.
    const enough = ['role', 'countedAs'].includes(field.name) && kind.kind === 'person';
    // Cases are found by these codes; nobody is told by them who somebody is.
    const finds = kind.kind === 'commitment' && field.name.startsWith('about');
    const roster = kind.kind === 'organisation' || kind.kind === 'profile';
    if (open && !enough && !finds && !roster)
      expect(fieldOf(kind.kind, `${field.name}Other`), field.name).toBeDefined();
  }
});

test('nothing that identifies somebody can be released', () => {
  for (const { field } of all) {
    if (field.sensitivity === 'identifying') expect(field.release, field.name).toBe('never');
  }
});

test('no words may be released without review', () => {
  for (const { field } of all)
    if (field.type.is === 'text') expect(field.release, field.name).not.toBe('free');
});

test('every root kind says its card; of other kinds those have one that are listed', () => {
  for (const kind of Object.values<Kind>(KINDS)) {
    if (kind.level === 'root') expect(kind.card?.orders?.length, kind.kind).toBeGreaterThan(0);
    else if (kind.card !== undefined) expect(kind.listed, kind.kind).toBe(true);
  }
});

test('a filter is by codes, a place or a member, each once in its kind', () => {
  for (const kind of ROOT_KINDS) {
    const facets = kind.card.facets ?? [];
    expect(new Set(facets.map(({ name }) => name)).size).toBe(facets.length);
    for (const facet of facets) {
      expect(['code', 'codes', 'place', 'member']).toContain(fieldOfFacet(kind, facet).type.is);
      expect(BUILT_IN_FACETS).not.toContain(facet.name);
    }
  }
});

test('a misspelt field in a title, a line or a filter does not compile', () => {
  const fields = [ordinary('name', line())];
  const person = { kind: 'person', fields };
  // @ts-expect-error no such field
  defineKind({ kind: 'x', level: 'part', fields, title: ['nmae'] });
  // @ts-expect-error no such field
  defineKind({ kind: 'x', level: 'part', fields, title: [], card: { line: ['nmae'] } });
  // @ts-expect-error no such field
  const facet = facetOf('x', person, 'nmae');
  expect(facet.field).toBe('nmae');
});
