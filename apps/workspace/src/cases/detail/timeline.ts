import {
  compareFuzzy,
  type FuzzyDate,
  fuzzyRange,
  isEmpty,
  kindOf,
  type Story as Placing,
} from '@dayaq/domain';
import { dayOf } from '@dayaq/locale';
import type { RecordView } from '@dayaq/vault/client';
import { dateIn } from './when.ts';

/**
 * The story of a case in the order in which it happened, as far as anybody knows, and after it what is still to come.
 */
export interface StoryItem {
  record: RecordView;
  tone: Placing['tone'];
  /** When it happened or is due. Null: nobody said, and `recorded` stands in. */
  when: FuzzyDate | null;
  /** Day on which it was written down, YYYY-MM-DD. */
  recorded: string;
  /** Harm that nobody dated and that was told when the case began: it happened before that, and stands before what has a day. */
  before: boolean;
  /** Not yet done. */
  ahead: boolean;
  /** Was due before today and is not done. */
  overdue: boolean;
}

/** How a kind stands in stories; of one of a newer version, which this one cannot tell, history tells. */
const placing = (record: RecordView): Placing | undefined => kindOf(record.kind)?.story;

/** Whether a record has its place in the story. */
export function isOnTimeline(record: RecordView): boolean {
  const place = placing(record);
  if (place === undefined) return false;
  // Where something was destroyed, that is seen where it stood.
  if (record.destroyed !== undefined) return true;
  if (record.deleted) return false;
  return place.told === undefined || place.told.some((field) => !isEmpty(record.fields[field]?.value));
}

export interface Story {
  items: StoryItem[];
  /** Index of the first thing still to come; `items.length` when there is none. */
  ahead: number;
}

/**
 * @param today the reader's day, YYYY-MM-DD
 * @param moot ids of tasks that a rule made and that nobody needs any more
 */
export function storyOf(
  records: readonly RecordView[],
  today: string,
  moot: ReadonlySet<string> = new Set(),
): Story {
  const items: StoryItem[] = [];
  const began = records.find(({ kind }) => kind === 'case')?.created;
  for (const record of records) {
    const place = placing(record);
    if (place === undefined || !isOnTimeline(record) || moot.has(record.id)) continue;
    const ahead = isAhead(record);
    const dates = place.dated
      .filter((field) => field !== place.ahead?.by || ahead)
      .map((field) => dateIn(record.fields[field]?.value));
    const when = dates.find((date) => date !== null) ?? null;
    items.push({
      record,
      tone: place.tone,
      when,
      recorded: dayOf(record.created.at),
      before:
        when === null &&
        place.tone === 'harm' &&
        record.created.by === began?.by &&
        record.created.at === began.at,
      ahead,
      overdue: ahead && when !== null && fuzzyRange(when).to < today,
    });
  }
  const told = eachAfterWhatItContinues(items.sort(inOrder));
  const first = told.findIndex((item) => item.ahead);
  return { items: told, ahead: first < 0 ? told.length : first };
}

/**
 * A long account is several records of one moment, so neither day nor hour tells their order: each stands right behind
 * the one that it continues. What continues something that is not told, or itself over others, keeps its own place.
 */
function eachAfterWhatItContinues(items: readonly StoryItem[]): StoryItem[] {
  const byId = new Map(items.map((item) => [item.record.id, item]));
  const continued = (item: StoryItem): StoryItem | undefined => {
    const id = item.record.fields.continues?.value;
    const before = typeof id === 'string' ? byId.get(id) : undefined;
    return before?.ahead === item.ahead ? before : undefined;
  };
  const next = new Map<StoryItem, StoryItem[]>();
  const told: StoryItem[] = [];
  const circular = circularOf(items, continued);
  const begins = items.filter((item) => {
    const before = continued(item);
    if (before === undefined || circular.has(item)) return true;
    const others = next.get(before);
    if (others === undefined) next.set(before, [item]);
    else others.push(item);
    return false;
  });
  // Not by calling itself: a chain may be longer than a browser's stack.
  for (const begin of begins) {
    const rest = [begin];
    for (let item = rest.pop(); item !== undefined; item = rest.pop()) {
      told.push(item);
      for (const further of (next.get(item) ?? []).toReversed()) rest.push(further);
    }
  }
  return told;
}

/** The items whose account has no beginning, because it leads back into itself. Each is walked by once. */
function circularOf(
  items: readonly StoryItem[],
  continued: (item: StoryItem) => StoryItem | undefined,
): ReadonlySet<StoryItem> {
  const circular = new Set<StoryItem>();
  const settled = new Set<StoryItem>();
  for (const item of items) {
    const path = new Set<StoryItem>();
    let at: StoryItem | undefined = item;
    for (; at !== undefined && !settled.has(at) && !path.has(at); at = continued(at)) path.add(at);
    const leadsBack = at !== undefined && (path.has(at) || circular.has(at));
    for (const each of path) {
      settled.add(each);
      if (leadsBack) circular.add(each);
    }
  }
  return circular;
}

/**
 * As the page tells it: what is still to come on top, then the latest, down to the cause. The parts of one long account
 * stay in the order in which they were written.
 * @param items as `storyOf` orders them
 */
export function newestFirst(items: readonly StoryItem[]): StoryItem[] {
  const accounts: StoryItem[][] = [];
  let ids = new Set<string>();
  for (const item of items) {
    const before = item.record.fields.continues?.value;
    if (typeof before === 'string' && ids.has(before)) accounts.at(-1)?.push(item);
    else {
      accounts.push([item]);
      ids = new Set();
    }
    ids.add(item.record.id);
  }
  return accounts.toReversed().flat();
}

/** Still to come, as its kind reckons it. */
export function isAhead(record: RecordView): boolean {
  const ahead = placing(record)?.ahead;
  if (ahead === undefined) return false;
  const { until, by, unless } = ahead;
  const isDated = (field: string) => dateIn(record.fields[field]?.value) !== null;
  if (until !== undefined && isDated(until)) return false;
  if (by !== undefined && !isDated(by)) return false;
  return unless === undefined || !unless.in.includes(record.fields[unless.field]?.value as string);
}

/** Past before ahead; what was told of before the case began; then by date; then by when it was written down. Undated work ahead comes last. */
export function inOrder(a: StoryItem, b: StoryItem): number {
  if (a.ahead !== b.ahead) return a.ahead ? 1 : -1;
  if (a.before !== b.before) return a.before ? -1 : 1;
  return (
    compareFuzzy(place(a), place(b)) ||
    a.record.created.at - b.record.created.at ||
    (a.record.id < b.record.id ? -1 : a.record.id > b.record.id ? 1 : 0)
  );
}

const NEVER: FuzzyDate = { day: '9999-12-31' };

function place(item: StoryItem): FuzzyDate {
  return item.when ?? (item.ahead ? NEVER : { day: item.recorded });
}
