import type { FuzzyDate } from '@dayaq/domain';
import type { Id, RecordView } from '@dayaq/vault/client';
import { dayOf, fuzzyDate, spanOf } from './when.ts';

/**
 * The story of a case in the order in which it happened, as far as anybody knows, and after it what is still to come.
 */
export interface StoryItem {
  record: RecordView;
  tone: 'harm' | 'ours' | 'plain';
  /** When it happened or is due. Null: nobody said, and `recorded` stands in. */
  when: FuzzyDate | null;
  /** Day on which it was written down, YYYY-MM-DD. */
  recorded: string;
  /** Not yet done. */
  ahead: boolean;
  /** Was due before today and is not done. */
  overdue: boolean;
}

/** Which records stand on the timeline, and how each is dated. Unknown kinds of a newer version are left to history. */
const ON_TIMELINE: Record<string, { tone: StoryItem['tone']; dated: (record: RecordView) => FuzzyDate | null }> = {
  violation: { tone: 'harm', dated: (r) => fuzzyDate(value(r, 'date')) },
  response: { tone: 'ours', dated: (r) => fuzzyDate(value(r, 'done')) ?? fuzzyDate(value(r, 'planned')) },
  task: { tone: 'ours', dated: (r) => fuzzyDate(value(r, 'done')) ?? fuzzyDate(value(r, 'due')) },
  note: { tone: 'plain', dated: (r) => fuzzyDate(value(r, 'date')) },
  source: { tone: 'plain', dated: (r) => fuzzyDate(value(r, 'date')) },
  file: { tone: 'plain', dated: (r) => fuzzyDate(value(r, 'date')) },
};

export interface Story {
  items: StoryItem[];
  /** Index of the first thing still to come; `items.length` when there is none. */
  ahead: number;
}

/** @param today the reader's day, YYYY-MM-DD */
export function storyOf(records: readonly RecordView[], today: string): Story {
  const items: StoryItem[] = [];
  for (const record of records) {
    const place = ON_TIMELINE[record.kind];
    if (!place || record.deleted) continue;
    const when = place.dated(record);
    const ahead = isAhead(record);
    items.push({
      record,
      tone: place.tone,
      when,
      recorded: dayOf(record.created.at),
      ahead,
      overdue: ahead && when !== null && spanOf(when).to < today,
    });
  }
  items.sort(inOrder);
  const first = items.findIndex((item) => item.ahead);
  return { items, ahead: first < 0 ? items.length : first };
}

function isAhead(record: RecordView): boolean {
  return (record.kind === 'task' || record.kind === 'response') && !isDone(record);
}

/** A task or response is done when it has a day on which it was, or was ticked off. */
export function isDone(record: RecordView): boolean {
  const done = value(record, 'done');
  if (done !== undefined && done !== null && done !== false && done !== '') return true;
  return record.kind === 'response' && value(record, 'planned') == null;
}

function value(record: RecordView, field: string) {
  return record.fields[field]?.value;
}

/**
 * Past before ahead; then by the first day it may mean; of two with the same first day the vaguer one first ("2023"
 * opens the year that "1 January 2023" lies in); then by when it was written down. Undated work ahead comes last.
 */
export function inOrder(a: StoryItem, b: StoryItem): number {
  if (a.ahead !== b.ahead) return a.ahead ? 1 : -1;
  const [x, y] = [place(a), place(b)];
  return (
    compare(x.from, y.from) ||
    compare(y.to, x.to) ||
    a.record.created.at - b.record.created.at ||
    compare(a.record.id, b.record.id)
  );
}

const NEVER = '9999-99-99';

function place(item: StoryItem): { from: string; to: string } {
  if (item.when !== null) return spanOf(item.when);
  return item.ahead ? { from: NEVER, to: NEVER } : { from: item.recorded, to: item.recorded };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
