import type { LogItem } from '@dayaq/protocol';
import { charterHead, type LogId, logStart, nextLogHash, type SpaceId, type View } from '@dayaq/sealing';
import { leafOf } from '../../packages/vault/src/sync/open-page.ts';

/** One thing that a lying server changes about a log that it shows. Positions are those of the log as it is shown by then. */
export type Edit =
  /** Nothing behind this position is shown. */
  | { edit: 'stop'; behind: number }
  | { edit: 'drop'; at: number }
  /** This item and the one behind it change places. */
  | { edit: 'swap'; at: number }
  /** Slipped in; all that stood behind moves up. */
  | { edit: 'put'; behind: number; item: LogItem };

function edited(items: readonly LogItem[], edit: Edit): LogItem[] {
  if (edit.edit === 'stop') return items.filter(({ p }) => p <= edit.behind);
  if (edit.edit === 'drop') return items.filter(({ p }) => p !== edit.at);
  if (edit.edit === 'put') {
    const moved = items.map((item) => (item.p > edit.behind ? { ...item, p: item.p + 1 } : item));
    return [...moved, { ...edit.item, p: edit.behind + 1 }].sort((a, b) => a.p - b.p);
  }
  const first = items.findIndex(({ p }) => p === edit.at);
  const [one, other] = [items[first], items[first + 1]];
  if (one === undefined || other === undefined) return [...items];
  return items.map((item, i) =>
    i === first ? { ...other, p: one.p } : i === first + 1 ? { ...one, p: other.p } : item,
  );
}

/** A log as it is shown: what is true, changed, and behind it what is said to nobody else. */
export function shownLog(
  truth: readonly LogItem[],
  edits: readonly Edit[],
  branch: readonly LogItem[],
): LogItem[] {
  const items = edits.reduce<LogItem[]>((log, edit) => edited(log, edit), [...truth]);
  let last = lastOf(items);
  let acts = items.filter(({ t }) => t === 'charter').length;
  for (const item of branch) {
    last++;
    items.push(item.t === 'charter' ? { ...item, p: last, seq: acts++ } : { ...item, p: last });
  }
  return items;
}

export const lastOf = (items: readonly LogItem[]): number => items.at(-1)?.p ?? 0;

/** What a device that believes a shown log up to a position would name: whoever helps the server can name it too. */
export async function viewAt(
  space: SpaceId,
  log: LogId,
  items: readonly LogItem[],
  upTo: number,
): Promise<View> {
  let hash = await logStart(space);
  let position = 0;
  let charter = new Uint8Array(32);
  for (const item of items) {
    if (item.p > upTo) break;
    position = item.p;
    hash = await nextLogHash(hash, position, await leafOf(item));
    if (item.t === 'charter') charter = (await charterHead(item.act)) as Uint8Array<ArrayBuffer>;
  }
  return { place: { log, position, hash }, charter, peer: null };
}
