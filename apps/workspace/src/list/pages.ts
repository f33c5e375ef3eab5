import { type ReadonlySignal, signal } from '@preact/signals';
import type { DossierQuery, Id } from '@dayaq/vault/client';
import { pagesOf, rowsToOffer, type Window } from './window.ts';

/** What to look for, without the part of it that is in sight. */
export type ListSearch = Pick<DossierQuery, 'text' | 'filters' | 'sort' | 'descending'>;

/** Rows that were asked for: as the vault answers, of any kind. */
export interface RowPage<Row> {
  rows: readonly Row[];
  total: number;
  more: boolean;
}
export type AskPage<Row, Search> = (
  query: Search & { offset: number; limit: number },
) => Promise<RowPage<Row>>;

/** The answer to one search, as far as it has been fetched. Replaced whole, never changed in place. */
export interface Listing<Row, Search = ListSearch> {
  search: Search;
  total: number;
  more: boolean;
  /** Rows to reserve room for; more than `total` while the end is not known. */
  count: number;
  pages: ReadonlyMap<number, readonly Row[]>;
  /** One past the last row that was ever fetched. */
  reached: number;
  /** Where the list was seen to end. */
  end: number | null;
}

export interface Pages<Row, Search = ListSearch> {
  /** Null until the first answer. The former answer stays while the next one is on its way. */
  listing: ReadonlySignal<Listing<Row, Search> | null>;
  /** A newer search than the listing's is on its way. */
  searching: ReadonlySignal<boolean>;
  search(search: Search): void;
  /** Rows that are in sight: what is missing of them is fetched. */
  show(window: Window): void;
  /** Something changed: asks again for what is in sight, and keeps showing the old rows until the answer is there. */
  refresh(): void;
  stop(): void;
}

export const PAGE_SIZE = 100;
/** Pages kept on each side of the newest one: a long scroll must not gather the whole list in memory. */
const KEPT_AROUND = 20;
const NOTHING: RowPage<never> = { rows: [], total: 0, more: false };

/**
 * Fetches the list page by page. At most one search is on its way: while somebody types, answers to what was typed
 * before are dropped and only the newest text is asked next, so the list keeps up however fast the typing is.
 */
export function pagesOfRows<Row extends { id: Id }, Search = ListSearch>(
  ask: AskPage<Row, NoInfer<Search>>,
): Pages<Row, Search> {
  const listing = signal<Listing<Row, Search> | null>(null);
  const searching = signal(false);
  let wanted: Search | null = null;
  let inSight: Window = { first: 0, end: 1 };
  let running = false;
  let stale = false;
  let stopped = false;
  const fetching = new Set<number>();

  const askPage = (search: Search, page: number) =>
    ask({ ...search, offset: page * PAGE_SIZE, limit: PAGE_SIZE });

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    try {
      while (!stopped && wanted !== null && (stale || wanted !== listing.value?.search)) {
        const search: Search = wanted;
        const same = search === listing.value?.search;
        stale = false;
        const pages = same ? [...new Set([0, ...pagesOf(inSight, PAGE_SIZE)])] : [0];
        const answers = await Promise.all(pages.map((page) => askPage(search, page)));
        if (stopped || wanted !== search) continue;
        fetching.clear();
        const held = new Map(pages.map((page, i) => [page, answers[i]?.rows ?? []]));
        listing.value = listed(search, held, answers[0] ?? NOTHING, null);
        if (!same) inSight = { first: 0, end: 1 };
      }
    } finally {
      running = false;
      searching.value = false;
    }
  }

  async function fetchPage(page: number): Promise<void> {
    const before = listing.value;
    if (before === null || fetching.has(page) || before.pages.has(page)) return;
    fetching.add(page);
    const answer = await askPage(before.search, page);
    const now = listing.value;
    if (stopped || now === null || now.search !== before.search || !fetching.delete(page)) return;
    const held = new Map([...now.pages].filter(([other]) => Math.abs(other - page) <= KEPT_AROUND));
    listing.value = listed(now.search, held.set(page, answer.rows), answer, now);
  }

  return {
    listing,
    searching,
    search(search) {
      wanted = search;
      searching.value = true;
      void run();
    },
    show(window) {
      inSight = window;
      for (const page of pagesOf(window, PAGE_SIZE)) void fetchPage(page);
    },
    refresh() {
      stale = true;
      void run();
    },
    stop() {
      stopped = true;
    },
  };
}

/**
 * Puts pages together. `former` is the listing of the same search that one more page was fetched for: what it knew of
 * the list's end still holds, though its pages may have been let go.
 */
function listed<Row, Search>(
  search: Search,
  pages: ReadonlyMap<number, readonly Row[]>,
  { total, more }: RowPage<Row>,
  former: Listing<Row, Search> | null,
): Listing<Row, Search> {
  let { reached, end } = former ?? { reached: 0, end: null };
  for (const [page, rows] of pages) {
    const last = page * PAGE_SIZE + rows.length;
    if (rows.length > 0) reached = Math.max(reached, last);
    if (rows.length < PAGE_SIZE) end = Math.min(end ?? last, Math.max(last, reached));
  }
  const count = rowsToOffer({ total, more, seenEnd: end, reached, pageSize: PAGE_SIZE });
  return { search, total, more, count, pages, reached, end };
}

/** The row at a place in the list, if it has been fetched. */
export function rowAt<Row>(listing: Pick<Listing<Row, unknown>, 'pages'>, index: number): Row | undefined {
  return listing.pages.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE];
}

/** Where a row stands among those that were fetched, or -1. */
export function placeOf(listing: Pick<Listing<{ id: Id }, unknown>, 'pages'>, id: Id): number {
  for (const [page, rows] of listing.pages) {
    const at = rows.findIndex((row) => row.id === id);
    if (at >= 0) return page * PAGE_SIZE + at;
  }
  return -1;
}
