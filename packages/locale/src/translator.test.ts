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
