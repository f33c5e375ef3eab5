import type { CasePage, CaseQuery, CaseRow } from '@dayaq/vault/client';
import { describe, expect, it } from 'vitest';
import { pagesOfRows, type ListSearch, placeOf, rowAt } from './pages.ts';

const row = (id: string): CaseRow => ({
  id,
  reference: id,
  alias: '',
  summary: '',
  status: 'new',
  outcome: '',
  channel: '',
  area: '',
  opened: '',
  updated: 0,
  populations: [],
  violations: [],
  owner: '',
  due: '',
  qualification: '',
  danger: '',
  hours: false,
  restricted: false,
  waiting: false,
  closed: false,
  conflict: false,
  snippet: '',
});
const search = (text: string): ListSearch => ({ text, filters: {}, sort: 'updated', descending: true });
/** A turn of the event loop: what the answers led to has happened. No pause. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A store of `count` cases whose answers come when `answer()` is called, in the order asked. */
function slowStore(count: () => number) {
  const asked: { query: CaseQuery; reply: (page: CasePage) => void }[] = [];
  const log: string[] = [];
  const page = (q: CaseQuery): CasePage => {
    const all = count();
    const rows = Array.from({ length: Math.max(0, Math.min(q.limit, all - q.offset)) }, (_, i) =>
      row(`${q.text}${q.offset + i}`),
    );
    return { rows, total: Math.min(all, 10_000), more: all > 10_000 };
  };
  return {
    log,
    ask: (query: CaseQuery) => {
      log.push(`${query.text}@${query.offset}`);
      return new Promise<CasePage>((reply) => asked.push({ query, reply }));
    },
    answer: async () => {
      for (const { query, reply } of asked.splice(0)) reply(page(query));
      await settle();
    },
  };
}

describe('the pages of the case list', () => {
  it('ask only for the newest text while somebody types, and never show an older answer', async () => {
    const store = slowStore(() => 5);
    const pages = pagesOfRows(store.ask);
    pages.search(search('z'));
    pages.search(search('ze'));
    pages.search(search('zei'));
    await store.answer();
    expect(pages.listing.value).toBeNull();
    expect(pages.searching.value).toBe(true);
    await store.answer();
    expect(store.log).toEqual(['z@0', 'zei@0']);
    expect(pages.listing.value?.search.text).toBe('zei');
    expect(pages.searching.value).toBe(false);
  });

  it('keep the former rows in sight until the next answer is there', async () => {
    const store = slowStore(() => 5);
    const pages = pagesOfRows(store.ask);
    pages.search(search('a'));
    await store.answer();
    pages.search(search('b'));
    expect(rowAt(pages.listing.value ?? expect.fail(), 0)?.id).toBe('a0');
    await store.answer();
    expect(rowAt(pages.listing.value ?? expect.fail(), 0)?.id).toBe('b0');
  });

  it('fetch what scrolls into sight, once', async () => {
    const store = slowStore(() => 100_000);
    const pages = pagesOfRows(store.ask);
    pages.search(search(''));
    await store.answer();
    pages.show({ first: 5020, end: 5040 });
    pages.show({ first: 5021, end: 5041 });
    await store.answer();
    expect(store.log).toEqual(['@0', '@5000']);
    expect(rowAt(pages.listing.value ?? expect.fail(), 5025)?.id).toBe('5025');
    expect(rowAt(pages.listing.value ?? expect.fail(), 4999)).toBeUndefined();
    expect(placeOf(pages.listing.value ?? expect.fail(), '5025')).toBe(5025);
  });

  it('let the list grow past 10 000 until its end is seen', async () => {
    const store = slowStore(() => 10_142);
    const pages = pagesOfRows(store.ask);
    pages.search(search(''));
    await store.answer();
    expect(pages.listing.value?.count).toBe(10_100);
    pages.show({ first: 10_080, end: 10_100 });
    await store.answer();
    expect(pages.listing.value?.count).toBe(10_200);
    pages.show({ first: 10_110, end: 10_130 });
    await store.answer();
    expect(pages.listing.value?.count).toBe(10_142);
  });

  it('let go of far pages on a long way, and still know where the list ends', async () => {
    const store = slowStore(() => 10_142);
    const pages = pagesOfRows(store.ask);
    pages.search(search(''));
    await store.answer();
    pages.show({ first: 10_110, end: 10_130 });
    await store.answer();
    for (let page = 100; page >= 0; page -= 1) {
      pages.show({ first: page * 100, end: page * 100 + 20 });
      await store.answer();
    }
    expect(pages.listing.value?.pages.size).toBeLessThanOrEqual(41);
    expect(pages.listing.value?.count).toBe(10_142);
    expect(rowAt(pages.listing.value ?? expect.fail(), 5)?.id).toBe('5');
  });

  it('ask again for what is in sight when something changed', async () => {
    let count = 300;
    const store = slowStore(() => count);
    const pages = pagesOfRows(store.ask);
    pages.search(search(''));
    await store.answer();
    pages.show({ first: 150, end: 170 });
    await store.answer();
    count = 301;
    pages.refresh();
    await store.answer();
    expect(store.log.slice(2)).toEqual(['@0', '@100']);
    expect(pages.listing.value?.total).toBe(301);
    expect(pages.listing.value?.count).toBe(301);
  });

  it('end where the cases end when most of them went away', async () => {
    let count = 600;
    const store = slowStore(() => count);
    const pages = pagesOfRows(store.ask);
    pages.search(search(''));
    await store.answer();
    pages.show({ first: 520, end: 540 });
    await store.answer();
    count = 101;
    pages.refresh();
    await store.answer();
    expect(pages.listing.value?.count).toBe(101);
  });

  it('say so when nothing was found', async () => {
    const store = slowStore(() => 0);
    const pages = pagesOfRows(store.ask);
    pages.search(search('nobody'));
    await store.answer();
    expect(pages.listing.value).toMatchObject({ total: 0, count: 0, more: false });
  });
});
