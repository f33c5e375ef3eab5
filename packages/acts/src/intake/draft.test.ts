import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actsOf, asksReason, carryOver, toggleType } from './violation-types.ts';
import {
  emptyDraft,
  isBlank,
  perpetratorsOf,
  readDraft,
  STEPS,
  stepAfter,
  stepBefore,
  stepsOf,
  storedDraft,
  withoutChild,
  type IntakeDraft,
  type Step,
} from './draft.ts';

const blank = emptyDraft('2026-11-21', 'me');

describe('the steps of an intake', () => {
  it('lead to the review and back to the first, where back leaves', () => {
    let step: Step = STEPS[0];
    for (let taken = 0; taken < 20; taken++) step = stepAfter(step, blank);
    expect(step).toBe('review');
    for (let taken = 0; taken < STEPS.length - 1; taken++) step = stepBefore(step) ?? step;
    expect(step).toBe('who');
    expect(stepBefore('who')).toBeNull();
  });
  it('count only those that are gone through: nobody is told of a page that they never see', () => {
    const told = {
      ...blank,
      types: ['evicted'],
      acts: { evicted: { fields: {}, by: ['landlord'], alsoTo: [] } },
    };
    expect(stepsOf(blank)).toEqual([...STEPS]);
    expect(stepsOf(told)).toEqual(STEPS.filter((step) => step !== 'by'));
    expect(stepAfter('story', told)).toBe('now');
    expect(stepsOf({ ...told, step: 'by' })).toContain('by');
    expect(stepAfter('by', told)).toBe('now');
  });
  it('can be undone: back after next is where one was', () => {
    for (const step of STEPS.slice(0, -1)) expect(stepBefore(stepAfter(step, blank))).toBe(step);
  });
});

describe('a draft', () => {
  it('begins with no answer: what the person before was asked is asked anew', () => {
    expect(blank.case).toEqual({ owner: 'me' });
    expect([blank.client, blank.source, blank.act, blank.task, blank.consent]).toEqual([{}, {}, {}, {}, {}]);
  });
  it('is blank until something is said', () => {
    expect(isBlank(blank)).toBe(true);
    expect(isBlank({ ...blank, step: 'now', client: { alias: ' ', populations: [] } })).toBe(true);
    const said: Partial<IntakeDraft>[] = [
      { client: { alias: 'Z' } },
      { words: 'a' },
      { types: ['housing'] },
      { case: { ...blank.case, danger: 'high' } },
      { case: { ...blank.case, channel: 'outreach' } },
      { consents: { ...blank.consents, service: 'no' } },
      { readers: ['me'] },
      { children: [{ alias: 'S' }] },
    ];
    for (const part of said) expect(isBlank({ ...blank, ...part }), JSON.stringify(part)).toBe(false);
  });
  it('comes back from the device as it was put there', () => {
    const text = fc.string();
    const key = fc.string().filter((name) => name !== '__proto__');
    const fields = fc.dictionary(key, fc.oneof(text, fc.boolean(), fc.array(text)));
    const draft = fc.record({
      form: fc.constant(1 as const),
      step: fc.constantFrom(...STEPS),
      opened: fc.constant('2026-11-21'),
      lead: fc.constantFrom(null, 'a-lead'),
      teller: fc.constantFrom('the-person' as const, 'somebody-else' as const),
      case: fields,
      client: fields,
      source: fields,
      children: fc.array(fields),
      types: fc.array(text),
      act: fields,
      acts: fc.dictionary(key, fc.record({ fields, by: fc.array(text), alsoTo: fc.array(fc.nat()) })),
      words: text,
      files: fc.constant<Record<string, never>[]>([]),
      apart: fc.array(text),
      perpetrators: fc.array(fields),
      doneToday: fc.array(text),
      doneForToo: fc.dictionary(key, fc.array(fc.nat())),
      task: fields,
      consents: fc.record({
        service: fc.constantFrom('yes' as const, 'no' as const, 'not-asked' as const),
        sharing: fc.constantFrom('yes' as const, 'no' as const, 'not-asked' as const),
        statistics: fc.constantFrom('yes' as const, 'no' as const, 'not-asked' as const),
      }),
      consent: fields,
      readers: fc.option(fc.array(text)),
      ids: fc.dictionary(key, text),
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

describe('who did what', () => {
  const acts = (by: Record<string, string[]>) =>
    Object.fromEntries(
      Object.entries(by).map(([act, types]) => [act, { fields: {}, by: types, alsoTo: [0, 2] }]),
    );
  const two: IntakeDraft = {
    ...blank,
    types: ['housing', 'evicted', 'family', 'early-marriage'],
    acts: acts({ evicted: ['landlord'], 'early-marriage': ['family', 'landlord'] }),
    apart: ['police'],
    perpetrators: [
      { type: 'police', unit: 'station 9' },
      { type: 'court', unit: 'of nothing' },
    ],
  };

  it('is said of each act, and who is left apart is of none; nobody stands twice', () => {
    expect(perpetratorsOf(two)).toEqual([
      { type: 'landlord' },
      { type: 'family' },
      { type: 'police', unit: 'station 9' },
    ]);
  });

  it('is not asked again where every act has it', () => {
    expect(stepAfter('story', { ...two, apart: [] })).toBe('now');
    expect(stepAfter('story', { ...two, acts: acts({ evicted: ['landlord'] }) }), 'one act is open').toBe(
      'by',
    );
    expect(stepAfter('story', blank)).toBe('by');
  });

  it('goes with the act when it is named more exactly, and back', () => {
    const told = { housing: 'by the landlord', family: 'other' };
    expect(carryOver(told, ['housing'], ['housing', 'evicted'])).toEqual({
      evicted: 'by the landlord',
      family: 'other',
    });
    expect(carryOver({ evicted: 'x' }, ['housing', 'evicted'], ['housing'])).toEqual({ housing: 'x' });
    expect(carryOver({ evicted: 'x' }, ['housing', 'evicted'], [])).toEqual({ evicted: 'x' });
  });

  it('stays with the right child when another is taken out', () => {
    const three = {
      ...two,
      children: [{ alias: 'A' }, { alias: 'B' }, { alias: 'C' }],
      doneForToo: { shelter: [1, 2] },
    };
    const left = withoutChild(three, 1);
    expect(left.children).toEqual([{ alias: 'A' }, { alias: 'C' }]);
    expect(left.acts['evicted']?.alsoTo).toEqual([0, 1]);
    expect(left.doneForToo['shelter']).toEqual([1]);
  });

  it('of a draft of the form before is taken over as it was said: one date and reason for all, one act its doers', () => {
    const old = (types: string[]) => {
      const { acts: _acts, apart: _apart, files: _files, doneForToo: _too, ...stored } = two;
      const act = { date: { day: '2023' }, statedReason: 'none', area: { area: 'az-baku' } };
      return readDraft(storedDraft({ ...stored, types, act, perpetrators: [{ type: 'landlord' }] } as never));
    };
    const one = old(['housing', 'evicted']);
    expect(one?.acts).toEqual({
      evicted: { fields: { date: { day: '2023' }, statedReason: 'none' }, by: ['landlord'], alsoTo: [] },
    });
    expect(one?.act).toEqual({ area: { area: 'az-baku' } });
    const several = old(['housing', 'evicted', 'family']);
    expect(several?.apart).toEqual(['landlord']);
    expect(several?.acts['family']).toMatchObject({ by: [], fields: { date: { day: '2023' } } });
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
