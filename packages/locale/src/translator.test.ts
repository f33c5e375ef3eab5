import { describe, expect, expectTypeOf, it } from 'vitest';
import { type Messages } from './messages.ts';
import { type ParametersFor, createTranslator } from './translator.ts';

const messages: Messages = {
  'codes.outcome.helped': 'Helped',
  'codes.outcome.from': (values) => `From ${values.name}`,
  'packs.areas.az-baku': 'Baku',
};

describe('labels', () => {
  it('name a code, or show the code itself and tell that a name is missing', () => {
    const missing: string[] = [];
    const { label, hasLabel } = createTranslator('en', messages, (key) => missing.push(key));
    expect(label('codes', 'outcome', 'helped')).toBe('Helped');
    expect(label('packs', 'areas', 'az-baku')).toBe('Baku');
    expect(missing).toEqual([]);
    expect(label('codes', 'outcome', 'new.code')).toBe('new.code');
    expect(label('kinds', 'case')).toBe('case');
    expect(missing).toEqual(['codes.outcome.new.code', 'kinds.case']);
    expect(hasLabel('codes', 'outcome', 'helped')).toBe(true);
    expect(hasLabel('codes', 'outcome', 'toString')).toBe(false);
  });

  it('are not fooled by names that every object has', () => {
    const { label } = createTranslator('en', messages);
    expect(label('codes', 'constructor')).toBe('constructor');
  });
});

describe('a sentence that ends with a value', () => {
  const { t } = createTranslator('ru', {
    'codes.a': ({ day }) => `По состоянию на ${day}.`,
    'codes.b': ({ day }) => `${day}... и дальше`,
  });
  const say = t as unknown as (key: string, values: { day: string }) => string;
  it('ends with one full stop', () => {
    expect(say('codes.a', { day: '30 ноября 2026 г.' })).toBe('По состоянию на 30 ноября 2026 г.');
    expect(say('codes.a', { day: '30 ноября' })).toBe('По состоянию на 30 ноября.');
    expect(say('codes.b', { day: '2026 г.' })).toBe('2026 г.... и дальше');
  });
});

describe('the parameters of a message', () => {
  it('are nothing for a plain message and an object, never left out, for one with arguments', () => {
    expectTypeOf<ParametersFor<undefined>>().toEqualTypeOf<[]>();
    expectTypeOf<ParametersFor<{ count: number }>>().toEqualTypeOf<[values: { count: number }]>();
    // Two keys of which one has arguments: then they are needed.
    expectTypeOf<ParametersFor<{ count: number } | undefined>>().toEqualTypeOf<
      [values: { count: number } | undefined]
    >();
  });
});
