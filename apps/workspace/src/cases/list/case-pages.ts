import { type ReadonlySignal, signal } from '@preact/signals';
import type { CasePage, CaseQuery, CaseRow } from '@dayaq/vault/client';
import { pagesOf, rowsToOffer, type Window } from './window.ts';

/** What to look for, without the part of it that is in sight. */
export type CaseSearch = Omit<CaseQuery, 'offset' | 'limit'>;

/** The answer to one search, as far as it has been fetched. Replaced whole, never changed in place. */
export interface Listing {
  search: CaseSearch;
  total: number;
  more: boolean;
  /** Rows to reserve room for; more than `total` while the end is not known. */
  count: number;
  pages: ReadonlyMap<number, readonly CaseRow[]>;
}

export interface CasePages {
  /** Null until the first answer. The former answer stays while the next one is on its way. */
  listing: ReadonlySignal<Listing | null>;
  /** A newer search than the listing's is on its way. */
  searching: ReadonlySignal<boolean>;
  search(search: CaseSearch): void;
  /** Rows that are in sight: what is missing of them is fetched. */
  show(window: Window): void;
  /** Something changed: asks again for what is in sight, and keeps showing the old rows until the answer is there. */
  refresh(): void;
  stop(): void;
}

export const PAGE_SIZE = 100;

/**
 * Fetches the list page by page. At most one search is on its way: while somebody types, answers to what was typed
 * before are dropped and only the newest text is asked next, so the list keeps up however fast the typing is.
 */
export function casePages(ask: (query: CaseQuery) => Promise<CasePage>): CasePages {
  const listing = signal<Listing | null>(null);
  const searching = signal(false);
  let wanted: CaseSearch | null = null;
  let inSight: Window = { first: 0, end: 1 };
  let running = false;
  let stale = false;
  let stopped = false;
  const fetching = new Set<number>();

  const askPage = (search: CaseSearch, page: number) =>
    ask({ ...search, offset: page * PAGE_SIZE, limit: PAGE_SIZE });

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    try {
      while (!stopped && wanted !== null && (stale || wanted !== listing.value?.search)) {
        const search: CaseSearch = wanted;
        const same = search === listing.value?.search;
        stale = false;
        const pages = same ? [...new Set([0, ...pagesOf(inSight, PAGE_SIZE)])] : [0];
        const answers = await Promise.all(pages.map((page) => askPage(search, page)));
        if (stopped || wanted !== search) continue;
        fetching.clear();
        listing.value = listed(search, pages, answers);
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
    const pages = [...now.pages.keys(), page];
    const answers = pages.map((p) =>
      p === page ? answer : { rows: [...(now.pages.get(p) ?? [])], total: answer.total, more: answer.more },
    );
    listing.value = listed(now.search, pages, answers);
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

function listed(search: CaseSearch, pages: readonly number[], answers: readonly CasePage[]): Listing {
  const held = new Map<number, readonly CaseRow[]>();
  let reached = 0;
  let seenEnd: number | null = null;
  const newest = answers[answers.length - 1];
  pages.forEach((page, i) => {
    const rows = answers[i]?.rows ?? [];
    held.set(page, rows);
    const end = page * PAGE_SIZE + rows.length;
    if (rows.length > 0) reached = Math.max(reached, end);
    const isLast = rows.length < PAGE_SIZE && (rows.length > 0 || page === 0);
    if (isLast) seenEnd = end;
    else if (rows.length === 0) seenEnd = Math.min(seenEnd ?? end, end);
  });
  const total = newest?.total ?? 0;
  const more = newest?.more ?? false;
  return {
    search,
    total,
    more,
    count: rowsToOffer({ total, more, seenEnd, reached, pageSize: PAGE_SIZE }),
    pages: held,
  };
}

/** The row at a place in the list, if it has been fetched. */
export function rowAt(listing: Listing, index: number): CaseRow | undefined {
  return listing.pages.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE];
}

/** Where a case stands among the fetched rows, or -1. */
export function placeOf(listing: Listing, id: string): number {
  for (const [page, rows] of listing.pages) {
    const at = rows.findIndex((row) => row.id === id);
    if (at >= 0) return page * PAGE_SIZE + at;
  }
  return -1;
}
