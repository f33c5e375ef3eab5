import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSurvey } from './check.ts';
import {
  askedFor,
  flat,
  freeName,
  missingWords,
  moved,
  newGroup,
  newQuestion,
  questionsBefore,
  retyped,
  withAdded,
  withItem,
} from './edit.ts';
import { readExpression, reckon } from './expression.ts';
import { type Item, QUESTION_TYPES, readSurvey, readUnfinished, type Survey, writeSurvey } from './model.ts';
import { COMPARISONS, comparisonsOf, readBounds, readPicked, writeBounds, writePicked } from './picked.ts';

const names = (items: readonly Item[]): string[] => [...flat(items)].map(({ name }) => name);
const q = (name: string): Item => ({ ...newQuestion(name, 'text'), label: { en: name } });
const group = (name: string, ...items: Item[]): Item => ({ ...newGroup(name), items });
const surveyOf = (...items: Item[]): Survey => ({ title: {}, intro: {}, languages: ['en', 'tg'], items });

describe('changing a form', () => {
  it('loses no question, doubles none and puts no group into another, however they are moved', () => {
    const start = [q('a'), group('g', q('b'), q('c')), { ...group('r', q('d')), repeat: 3 } as Item, q('e')];
    const step = fc.record({
      name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'g', 'r'),
      step: fc.constantFrom('up' as const, 'down' as const),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let items: readonly Item[] = start;
        for (const { name, step } of steps) items = moved(items, name, step);
        expect(names(items).sort()).toEqual(names(start).sort());
        for (const item of items)
          if (item.is === 'group') expect(item.items.every(({ is }) => is === 'question')).toBe(true);
      }),
    );
  });

  it('brings a question to every place by steps, and back by as many', () => {
    let items: readonly Item[] = [q('a'), group('g', q('b')), q('c')];
    const seen = [names(items).join(' ')];
    for (let i = 0; i < 4; i += 1) {
      items = moved(items, 'a', 'down');
      seen.push(names(items).join(' '));
    }
    expect(seen).toEqual(['a g b c', 'g a b c', 'g b a c', 'g b a c', 'g b c a']);
    for (let i = 0; i < 4; i += 1) items = moved(items, 'a', 'up');
    expect(names(items).join(' ')).toBe('a g b c');
  });

  it('gives each new question a name that neither a group nor the words of an "other" have', () => {
    const items = [q('q1'), group('q2', q('q3_other'))];
    const name = freeName(items, 'q');
    expect(name).toBe('q4');
    const more = withAdded(items, 'q2', newQuestion(name, 'one'));
    expect(checkSurvey(surveyOf(...more)).filter(({ reason }) => reason === 'two-alike')).toEqual([]);
  });

  it('offers something else at every new list, keeps it taken away, and drops what belongs to another type', () => {
    const one = newQuestion('a', 'one');
    expect(one.other).toBe(true);
    expect(newQuestion('a', 'many').other).toBe(true);
    expect(retyped(newQuestion('a', 'text'), 'one').other).toBe(true);
    const { other: _, ...bare } = one;
    expect(retyped(bare, 'many')).not.toHaveProperty('other');
    expect(retyped({ ...one, choices: [{ name: 'x', label: {} }] }, 'text')).not.toHaveProperty('choices');
    expect(retyped({ ...newQuestion('n', 'integer'), constraint: '. > 1' }, 'text')).not.toHaveProperty(
      'constraint',
    );
  });

  it('names what hangs on a question before it is taken away', () => {
    const hangs: Item = { ...newQuestion('b', 'text'), relevant: "${ a } = 'x'" };
    expect(askedFor(surveyOf(q('a'), group('g', hangs)), 'a')).toEqual(['b']);
    const without = withItem([q('a'), hangs], 'a', () => null);
    expect(checkSurvey(surveyOf(...without)).map(({ reason }) => reason)).toContain('unknown-name');
  });

  it('says which words are missing in which language', () => {
    const list: Item = {
      ...newQuestion('l', 'one'),
      label: { en: 'L', tg: 'Л' },
      choices: [{ name: 'c1', label: { en: 'One' } }],
    };
    expect(missingWords(surveyOf(q('a'), list))).toEqual([
      { name: 'a', language: 'tg' },
      { name: 'l', language: 'tg' },
    ]);
  });

  it('reads a form that asks nothing yet while it is made, and none that would be published so', () => {
    const empty = writeSurvey(surveyOf(group('g')));
    expect(readUnfinished(empty)).not.toBeNull();
    expect(readSurvey(empty)).toBeNull();
  });

  it('refuses a choice without words', () => {
    const list = { ...newQuestion('l', 'one'), label: { en: 'L' }, choices: [{ name: 'c1', label: {} }] };
    expect(checkSurvey(surveyOf(list)).map(({ reason }) => reason)).toEqual(['no-choice-label']);
  });

  it('lets a condition ask only for what was asked before, and not for one of several times', () => {
    const items = [q('a'), { ...group('r', q('b'), q('c')), repeat: 2 } as Item, q('d')];
    const before = (name: string) => questionsBefore(items, name).map((each) => each.name);
    expect(before('d')).toEqual(['a']);
    expect(before('c')).toEqual(['a', 'b']);
    expect(before('r')).toEqual(['a']);
    expect(before('a')).toEqual([]);
  });
});

describe('picking a condition', () => {
  const value = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.integer({ min: -999, max: 999 }).map(String),
    fc.constantFrom('2020-02-29', "o'clock", 'say "x"', 'c1'),
  );
  it('writes what it reads again, and what it writes is an expression', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...QUESTION_TYPES),
        fc.constantFrom(...COMPARISONS),
        value,
        (type, how, text) => {
          if (!comparisonsOf(type).includes(how)) return;
          const written = writePicked({ name: 'q1', how, value: text }, { type });
          if (written === null) return;
          expect(readExpression(written).ok).toBe(true);
          expect(readPicked(written, () => type)).toEqual({ name: 'q1', how, value: text });
        },
      ),
    );
  });

  it('means what it says', () => {
    const holds = (
      type: 'integer' | 'many' | 'date',
      how: 'more' | 'contains',
      value: string,
      said: string,
    ) => {
      const read = readExpression(writePicked({ name: 'a', how, value }, { type }) ?? '');
      if (!read.ok) throw new Error(read.detail);
      return reckon(read.expression, { valueOf: () => said, today: '2026-11-30' });
    };
    expect(holds('integer', 'more', '17', '18')).toBe(true);
    expect(holds('integer', 'more', '18', '18')).toBe(false);
    expect(holds('many', 'contains', 'b', 'a b')).toBe(true);
    expect(holds('many', 'contains', 'b', 'a bb')).toBe(false);
    expect(holds('date', 'more', '2026-01-31', '2026-02-01')).toBe(true);
  });

  it.each([
    "${a} = 'x' and ${b} = 'y'",
    "not(selected(${a}, 'x'))",
    '${a} >= 3',
    "selected(${a}, 'x') or true()",
    '${gone} = 1',
  ])('keeps as it is written what says more: %s', (text) => {
    expect(readPicked(text, (name) => (name === 'gone' ? undefined : 'many'))).toBeNull();
  });

  it('bounds a number from below, above, both or neither', () => {
    for (const bounds of [
      { least: '18', most: '35' },
      { least: '', most: '-1.5' },
      { least: '0', most: '' },
      { least: '', most: '' },
    ])
      expect(readBounds(writeBounds(bounds) ?? '?')).toEqual(bounds);
    expect(writeBounds({ least: 'x', most: '' })).toBeNull();
    for (const text of ['. > 1', '. >= 1 or . <= 3', '. >= ${a}', 'and']) expect(readBounds(text)).toBeNull();
  });
});
