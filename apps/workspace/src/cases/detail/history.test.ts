import type { Change, HistoryItem } from '@dayaq/vault/client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actsOn, historyOf, linksInHistory, withoutHiddenLinks } from './history.ts';

const item = (at: number, changes: Change[], by = 'r'): HistoryItem => ({
  entry: `e${at}`,
  by,
  at,
  changes,
  waiting: false,
  clockInDoubt: false,
});
const change = (fields: Change['fields'], more: Partial<Change> = {}): Change => ({
  kind: 'case',
  record: 'c',
  fields,
  ...more,
});

describe('history', () => {
  it('tells what a field was and what it became, newest first', () => {
    const acts = historyOf([
      item(1, [change({ status: { set: 'new' } })]),
      item(2, [change({ status: { set: 'in-progress' } })], 'n'),
    ]);
    expect(acts.map((a) => [a.by, a.lines])).toEqual([
      ['n', [{ record: 'c', kind: 'case', did: 'set', field: 'status', from: 'new', to: 'in-progress' }]],
      ['r', [{ record: 'c', kind: 'case', did: 'created' }]],
    ]);
  });

  it('says which codes came and went', () => {
    const [last] = historyOf([
      item(1, [change({ keywords: { add: ['a', 'b'], del: [] } })]),
      item(2, [change({ keywords: { add: ['c', 'a'], del: ['b', 'never-there'] } })]),
    ]);
    expect(last?.lines).toEqual([
      { record: 'c', kind: 'case', did: 'changed-set', field: 'keywords', added: ['c'], removed: ['b'] },
    ]);
  });

  it('tells of links only what the reader may see, and nothing where that is nothing', () => {
    const matter = { kind: 'matter', record: 'm' };
    const acts = historyOf([
      item(1, [change({ type: { set: 'advocacy' } }, matter)]),
      item(2, [change({ cases: { add: ['open', 'closed'], del: [] } }, matter)]),
      item(3, [change({ cases: { add: ['closed-too'], del: [] } }, matter)]),
      item(4, [change({ cases: { add: [], del: ['closed'] }, number: { set: '7' } }, matter)]),
    ]);
    expect(linksInHistory(acts).sort()).toEqual(['closed', 'closed-too', 'open']);
    const seen = withoutHiddenLinks(acts, (id) => id === 'open');
    expect(seen.map(({ entry, lines }) => [entry, lines.map((line) => line.did)])).toEqual([
      ['e4', ['set']],
      ['e2', ['changed-set']],
      ['e1', ['created']],
    ]);
    expect(seen[1]?.lines).toEqual([
      { ...matter, did: 'changed-set', field: 'cases', added: ['open'], removed: [] },
    ]);
    expect(JSON.stringify(seen)).not.toContain('closed');
    const moved = historyOf([
      item(1, [change({ fund: { set: 'closed' } }, { kind: 'cost', record: 'k' })]),
      item(2, [change({ fund: { set: 'open' } }, { kind: 'cost', record: 'k' })]),
      item(3, [change({ fund: { set: 'closed' } }, { kind: 'cost', record: 'k' })]),
    ]);
    const cost = { kind: 'cost', record: 'k', field: 'fund' };
    expect(withoutHiddenLinks(moved, (id) => id === 'open').map(({ lines }) => lines[0])).toEqual([
      { ...cost, did: 'cleared', from: 'open' },
      { ...cost, did: 'set', from: null, to: 'open' },
      { kind: 'cost', record: 'k', did: 'created' },
    ]);
  });

  it('tells deleting and bringing back, and clearing', () => {
    const told = historyOf([
      item(1, [change({ alias: { set: 'Zaur' } })]),
      item(2, [change({ alias: { set: null } })]),
      item(3, [change({}, { deleted: true })]),
      item(4, [change({}, { deleted: false })]),
    ]).map((a) => a.lines[0]?.did);
    expect(told).toEqual(['restored', 'deleted', 'cleared', 'created']);
  });

  it('says that a task was finished and opened again, once', () => {
    const task = (fields: Change['fields']): Change => ({ kind: 'task', record: 't', fields });
    const told = historyOf([
      item(1, [task({ what: { set: 'call' } })]),
      item(2, [task({ done: { set: 1000 }, doneBy: { set: 'r' } })]),
      item(3, [task({ done: { set: null }, doneBy: { set: null } })]),
    ]).map((a) => a.lines.map((line) => line.did));
    expect(told).toEqual([['reopened'], ['finished'], ['created']]);
  });

  it('is silent about an act that changed nothing', () => {
    expect(
      historyOf([item(1, [change({ a: { set: 1 } })]), item(2, [change({ a: { set: 1 } })])]),
    ).toHaveLength(1);
  });

  it('can be narrowed to one record', () => {
    const acts = historyOf([
      item(1, [change({}), change({}, { record: 'p', kind: 'person' })]),
      item(2, [change({ alias: { set: 'x' } })]),
    ]);
    expect(actsOn(acts, 'p')).toHaveLength(1);
    expect(actsOn(acts, 'p')[0]?.lines).toEqual([{ record: 'p', kind: 'person', did: 'created' }]);
  });

  it('tells every record’s beginning once, in the order of the vault whatever the clocks said', () => {
    const changes = fc.array(
      fc.record({ record: fc.constantFrom('a', 'b'), value: fc.constantFrom('1', '2', null) }),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(changes, (list) => {
        const items = list.map((c, i) => item(i, [change({ f: { set: c.value } }, { record: c.record })]));
        const acts = historyOf(items);
        const wrong = historyOf(items.map((each, i) => ({ ...each, at: -i })));
        expect(wrong.map(({ entry }) => entry)).toEqual(acts.map(({ entry }) => entry));
        const begun = acts
          .flatMap((a) => a.lines)
          .filter((l) => l.did === 'created')
          .map((l) => l.record);
        expect(begun.sort()).toEqual([...new Set(list.map((c) => c.record))].sort());
      }),
    );
  });
});
