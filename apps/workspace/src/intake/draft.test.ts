import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actsOf, asksReason, toggleType } from './acts.ts';
import {
  emptyDraft,
  isBlank,
  readDraft,
  STEPS,
  stepAfter,
  stepBefore,
  storedDraft,
  type IntakeDraft,
  type Step,
} from './draft.ts';

const blank = emptyDraft('2026-11-21', 'me', 'outreach');

describe('the steps of an intake', () => {
  it('lead to the review and back to the first, where back leaves', () => {
    let step: Step = STEPS[0];
    for (let taken = 0; taken < 20; taken++) step = stepAfter(step);
    expect(step).toBe('review');
    for (let taken = 0; taken < STEPS.length - 1; taken++) step = stepBefore(step) ?? step;
    expect(step).toBe('who');
    expect(stepBefore('who')).toBeNull();
  });
  it('can be undone: back after next is where one was', () => {
    for (const step of STEPS.slice(0, -1)) expect(stepBefore(stepAfter(step))).toBe(step);
  });
});

describe('a draft', () => {
  it('is blank until something is said, whatever channel was used last time', () => {
    expect(isBlank(blank)).toBe(true);
    expect(isBlank({ ...blank, step: 'now', client: { alias: ' ', populations: [] } })).toBe(true);
    const said: Partial<IntakeDraft>[] = [
      { client: { alias: 'Z' } },
      { words: 'a' },
      { types: ['housing'] },
      { case: { ...blank.case, danger: 'high' } },
      { consents: { ...blank.consents, service: 'no' } },
      { readers: ['me'] },
      { children: [{ alias: 'S' }] },
    ];
    for (const part of said) expect(isBlank({ ...blank, ...part }), JSON.stringify(part)).toBe(false);
  });
  it('comes back from the device as it was put there', () => {
    const text = fc.string();
    const fields = fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      fc.oneof(text, fc.boolean(), fc.array(text)),
    );
    const draft = fc.record({
      form: fc.constant(1 as const),
      step: fc.constantFrom(...STEPS),
      opened: fc.constant('2026-11-21'),
      teller: fc.constantFrom('the-person' as const, 'somebody-else' as const),
      case: fields,
      client: fields,
      source: fields,
      children: fc.array(fields),
      types: fc.array(text),
      act: fields,
      words: text,
      perpetrators: fc.array(fields),
      doneToday: fc.array(text),
      task: fields,
      consents: fc.record({
        service: fc.constantFrom('yes' as const, 'no' as const, 'not-asked' as const),
        sharing: fc.constantFrom('yes' as const, 'no' as const, 'not-asked' as const),
        statistics: fc.constantFrom('yes' as const, 'no' as const, 'not-asked' as const),
      }),
      consent: fields,
      readers: fc.option(fc.array(text)),
      ids: fc.dictionary(
        fc.string().filter((key) => key !== '__proto__'),
        text,
      ),
    });
    fc.assert(
      fc.property(draft, (one) => {
        expect(readDraft(storedDraft(one))).toEqual(one);
      }),
    );
  });
  it('that another program or version wrote is read as far as it can be, and never breaks the page', () => {
    expect(readDraft(null)).toBeNull();
    expect(readDraft({ form: 2 })).toBeNull();
    fc.assert(
      fc.property(fc.jsonValue(), (odd) => {
        const read = readDraft({
          form: 1,
          words: 'kept',
          step: odd,
          client: odd,
          children: odd,
          ids: odd,
        } as never);
        expect(read?.words).toBe('kept');
      }),
    );
  });
});

describe('what happened, in two levels', () => {
  it('counts the exact act where one was named, else the first level', () => {
    expect(actsOf(toggleType(['housing'], 'evicted', true))).toEqual(['evicted']);
    expect(actsOf(['housing', 'violence', 'threat'])).toEqual(['housing', 'threat']);
    expect(actsOf([])).toEqual([]);
  });
  it('leaves what lies under a row that is unticked', () => {
    const chosen = toggleType(toggleType([], 'threat', true), 'evicted', true);
    expect(chosen).toEqual(['violence', 'threat', 'housing', 'evicted']);
    expect(toggleType(chosen, 'violence', false)).toEqual(['housing', 'evicted']);
    expect(actsOf(toggleType(chosen, 'evicted', false))).toEqual(['threat', 'housing']);
  });
  it('asks for the reason given only where somebody was turned away', () => {
    expect(asksReason(['health', 'care-denied'])).toBe(true);
    expect(asksReason(['violence', 'threat'])).toBe(false);
  });
});
