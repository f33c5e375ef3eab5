/**
 * Arithmetic of the long list: which rows of equal height stand in sight, and which pages they need. Pixels throughout.
 */
export interface Window {
  /** First row to draw. */
  first: number;
  /** One past the last row to draw. */
  end: number;
}

/** Rows in sight plus `spare` above and below, within 0..count. */
export function windowOf(sight: {
  scrollTop: number;
  height: number;
  rowHeight: number;
  count: number;
  spare: number;
}): Window {
  const { rowHeight, count, spare } = sight;
  if (count === 0 || rowHeight <= 0) return { first: 0, end: 0 };
  const top = Math.min(Math.max(0, sight.scrollTop), Math.max(0, count * rowHeight - sight.height));
  const first = Math.max(0, Math.floor(top / rowHeight) - spare);
  const end = Math.min(count, Math.ceil((top + Math.max(0, sight.height)) / rowHeight) + spare);
  return { first, end: Math.max(first, end) };
}

/** Page numbers that hold rows `first`..`end` - 1. */
export function pagesOf(window: Window, pageSize: number): number[] {
  if (window.end <= window.first) return [];
  const from = Math.floor(window.first / pageSize);
  const to = Math.floor((window.end - 1) / pageSize);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Where to scroll so that row `index` is wholly in sight; the present place when it is already. */
export function scrollToShow(sight: {
  scrollTop: number;
  height: number;
  rowHeight: number;
  index: number;
}): number {
  const top = sight.index * sight.rowHeight;
  const bottom = top + sight.rowHeight;
  if (top < sight.scrollTop || sight.rowHeight > sight.height) return top;
  return bottom > sight.scrollTop + sight.height ? bottom - sight.height : sight.scrollTop;
}

/** How many rows the list may have: the exact total, or, while there may be more, what is known and one page further. */
export function rowsToOffer(known: {
  total: number;
  more: boolean;
  seenEnd: number | null;
  reached: number;
  pageSize: number;
}): number {
  if (!known.more) return known.total;
  if (known.seenEnd !== null) return known.seenEnd;
  return Math.max(known.total, known.reached) + known.pageSize;
}
