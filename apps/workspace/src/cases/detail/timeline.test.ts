import type { RecordView, Value } from '@dayaq/vault/client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, newestFirst, storyOf } from './timeline.ts';

let made = 0;
function record(
  kind: string,
  fields: Record<string, Value>,
  at = Date.parse('2024-03-14T10:00:00'),
): RecordView {
  const stamp = { by: 'r', at };
  return {
    id: `record-${made++}`,
    kind,
    deleted: false,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, { value, by: 'r', at, alternatives: [] }]),
    ),
    created: stamp,
    updated: stamp,
  };
}

const TODAY = '2024-04-01';
const titles = (records: RecordView[]) =>
  storyOf(records, TODAY).items.map((i) => i.record.fields.what?.value);

describe('the story of a case', () => {
  it('mixes what happened and what we did by date, and puts what is to come after', () => {
    const records = [
      record('task', { what: 'ask the shelter', due: { day: '2024-04-05' } }),
      record('response', { what: 'shelter', done: { day: '2024-03-14' } }),
      record('violation', { what: 'evicted', date: { day: '2023-03', about: true } }),
      record('note', { what: 'lawyer spoke', date: { day: '2024-03-20' } }),
    ];
    expect(titles(records)).toEqual(['evicted', 'shelter', 'lawyer spoke', 'ask the shelter']);
    expect(storyOf(records, TODAY).ahead).toBe(3);
  });

  it('is told from what is to come down to the cause, an account in several parts in the order of its parts', () => {
    const cause = record('violation', { what: 'evicted', date: { day: '2024-03-01' } });
    const first = record('note', { what: 'part 1', date: { day: '2024-03-14' } });
    const second = record('note', { what: 'part 2', date: { day: '2024-03-14' }, continues: first.id });
    const third = record('note', { what: 'part 3', date: { day: '2024-03-14' }, continues: second.id });
    const later = record('response', { what: 'shelter', done: { day: '2024-03-20' } });
    const ahead = record('task', { what: 'ask again', due: { day: '2024-04-05' } });
    const { items } = storyOf([cause, third, second, first, later, ahead], TODAY);
    expect(newestFirst(items).map(({ record: { fields } }) => fields.what?.value)).toEqual([
      'ask again',
      'shelter',
      'part 1',
      'part 2',
      'part 3',
      'evicted',
    ]);
  });

  it('puts an act without a date, told when the case began, before what has a day; one that was told later where it was written', () => {
    const began = Date.parse('2024-03-14T10:00:00');
    const head = record('case', {}, began);
    const marriage = record('violation', { what: 'early marriage' }, began);
    const evicted = record('violation', { what: 'evicted', date: { day: '2024-02-12' } }, began);
    const later = record('violation', { what: 'told later' }, began + 1000);
    expect(titles([head, evicted, later, marriage])).toEqual(['early marriage', 'evicted', 'told later']);
  });

  it('lets a vague date open the time that it spans', () => {
    const day = record('note', { what: 'day', date: { day: '2023-01-01' } });
    const year = record('note', { what: 'year', date: { day: '2023' } });
    const month = record('note', { what: 'month', date: { day: '2023-01' } });
    expect(titles([day, month, year])).toEqual(['year', 'month', 'day']);
  });

  it('keeps an overdue task among what is to come, and says so', () => {
    const late = record('task', { what: 'late', due: { day: '2024-03-31' } });
    const thisMonth = record('task', { what: 'some day in April', due: { day: '2024-04' } });
    const done = record('task', {
      what: 'done',
      due: { day: '2024-03-01' },
      done: Date.parse('2024-03-02T12:00:00'),
    });
    const { items } = storyOf([late, thisMonth, done], TODAY);
    expect(items.map((i) => [i.record.fields.what?.value, i.ahead, i.overdue])).toEqual([
      ['done', false, false],
      ['late', true, true],
      ['some day in April', true, false],
    ]);
  });

  it('tells a long account in its order, whatever ids its parts were given', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 4 }), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(names, fc.boolean(), (ids, isDated) => {
        const parts = ids.map((id, index) => {
          const before = ids[index - 1];
          const fields: Record<string, Value> =
            index === 0 && !isDated ? {} : { date: { day: '2024-03-14' } };
          if (before !== undefined) fields['continues'] = before;
          return { ...record(index === 0 ? 'violation' : 'note', fields), id };
        });
        const other = record('note', { date: { day: '2024-03-14' } });
        const { items } = storyOf([other, ...parts.toReversed()], TODAY);
        const told = items.map((item) => item.record.id).filter((id) => id !== other.id);
        expect(told).toEqual(ids);
        const at = items.findIndex((item) => item.record.id === ids[0]);
        expect(items[at + 1]?.record.id).toBe(ids[1]);
      }),
    );
  });

  it('tells everything once, also where records continue each other in a circle or something that is not there', () => {
    const links = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(links, (to) => {
        const all = to.map((target, index) => ({
          ...record('note', { continues: `part-${target}` }),
          id: `part-${index}`,
        }));
        const told = storyOf(all, TODAY).items.map((item) => item.record.id);
        expect(told.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      }),
    );
  });

  it('looks at each part of a long account a few times only, however long a member makes it', () => {
    let looked = 0;
    const parts = Array.from({ length: 4000 }, (_, i) => {
      const part = record('note', {});
      const continues = { value: `part-${i - 1}`, by: 'r', at: 0, alternatives: [] };
      const fields = {
        get continues() {
          looked++;
          return continues;
        },
      };
      return { ...part, id: `part-${i}`, fields };
    });
    expect(storyOf(parts, TODAY).items).toHaveLength(parts.length);
    expect(looked).toBeLessThan(10 * parts.length);
  });

  it('leaves out a task that nobody needs any more', () => {
    const task = record('task', { what: 'answer the threat', due: { day: '2024-03-31' } });
    const note = record('note', { what: 'note' });
    const { items, ahead } = storyOf([task, note], TODAY, new Set([task.id]));
    expect(items.map((item) => item.record.id)).toEqual([note.id]);
    expect(ahead).toBe(1);
  });

  it('stands what nobody dated where it was written down, and undated work at the end', () => {
    const undated = record('violation', { what: 'undated' }, Date.parse('2024-03-16T10:00:00'));
    const before = record('note', { what: 'before', date: { day: '2024-03-15' } });
    const after = record('note', { what: 'after', date: { day: '2024-03-17' } });
    const open = record('task', { what: 'some day' });
    const due = record('task', { what: 'due', due: { day: '2024-05' } });
    expect(titles([open, after, undated, due, before])).toEqual([
      'before',
      'undated',
      'after',
      'due',
      'some day',
    ]);
  });

  it('leaves out what was deleted and what has no place in time', () => {
    const gone = { ...record('note', { what: 'gone' }), deleted: true };
    expect(storyOf([gone, record('person', {}), record('unheard-of', {})], TODAY).items).toEqual([]);
  });

  it('tells threats, assessments, matters, talks and referrals where they happened', () => {
    const at = (text: string) => ({ day: text });
    const records = [
      record('contact', { what: 'talk', date: at('2024-03-05') }),
      record('referral', {
        what: 'referred',
        proposed: Date.parse('2024-03-01'),
        accepted: Date.parse('2024-03-04'),
      }),
      record('threat', { what: 'threat', date: at('2024-03-02') }),
      record('matter', { what: 'complaint', filed: at('2024-03-06'), deadline: at('2024-04-20') }),
      record('risk', { what: 'assessed', assessed: at('2024-03-03') }),
    ];
    expect(titles(records)).toEqual(['threat', 'assessed', 'referred', 'talk', 'complaint']);
    expect(storyOf(records, TODAY).items[0]?.tone).toBe('harm');
  });

  it('tells of a paper only what was done for it, and awaits it until it is there', () => {
    const ticked = record('document-need', { what: 'ticked', state: 'has' });
    const awaited = { what: 'awaited', state: 'in-progress', expected: { day: '2024-03-20' } };
    const { items } = storyOf([ticked, record('document-need', awaited)], TODAY);
    expect(items.map((i) => [i.record.fields.what?.value, i.ahead, i.overdue])).toEqual([
      ['awaited', true, true],
    ]);
    const here = storyOf([record('document-need', { ...awaited, state: 'has' })], TODAY);
    expect(here.items.map((i) => [i.ahead, i.when])).toEqual([[false, null]]);
  });

  const day = fc.constantFrom(
    '2022',
    '2023',
    '2023-01',
    '2023-02',
    '2023-02-28',
    '2024-02',
    '2024-02-29',
    '2023-01-01',
  );
  const date = fc.record({ day, until: day, about: fc.boolean() }, { requiredKeys: ['day'] });
  const any = fc
    .record({
      kind: fc.constantFrom('violation', 'response', 'task', 'note', 'source', 'file'),
      date: fc.option(date),
      due: fc.option(date),
      done: fc.option(fc.oneof(date, fc.integer({ min: 1_600_000_000_000, max: 1_800_000_000_000 }))),
      planned: fc.option(date),
      at: fc.integer({ min: 1_600_000_000_000, max: 1_800_000_000_000 }),
    })
    .map(({ kind, at, ...fields }) => record(kind, fields as unknown as Record<string, Value>, at));

  it('has one order, whatever order the records arrive in', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), fc.integer(), (records, seed) => {
        const shuffled = [...records].sort(
          (a, b) => ((seed ^ a.created.at) % 97) - ((seed ^ b.created.at) % 97),
        );
        const order = (r: RecordView[]) => storyOf(r, TODAY).items.map((i) => i.record.id);
        expect(order(shuffled)).toEqual(order(records));
      }),
    );
  });

  it('compares consistently: nothing stands both before and after another', () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        const [x, y, z] = [a, b, c].map((r) => storyOf([r], TODAY).items[0]);
        if (!x || !y || !z) throw new Error('every generated record stands on the timeline');
        expect(Math.sign(inOrder(x, y))).toBe(-Math.sign(inOrder(y, x)) || 0);
        if (inOrder(x, y) <= 0 && inOrder(y, z) <= 0) expect(inOrder(x, z)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
