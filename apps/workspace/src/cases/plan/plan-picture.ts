import { addMonths } from '@dayaq/domain';

export interface PictureAct {
  id: string;
  title: string;
  /** YYYY-MM-DD: when it was written down. */
  begun: string;
  /** YYYY-MM-DD: when it was, or is to be, done; null where nobody knows. */
  end: string | null;
  isDone: boolean;
}

export interface Bar {
  id: string;
  title: string;
  begun: string;
  end: string;
  /** Shares of the picture's width, 0 to 1; `from` is never after `to`. */
  from: number;
  to: number;
  isDone: boolean;
}

export interface Picture {
  /** In the order in which they began. */
  bars: readonly Bar[];
  /** First days of months, YYYY-MM-DD, with their place. */
  months: readonly { day: string; at: number; named: boolean }[];
  /** Place of today. */
  today: number;
}

/** Most rows that can still be read on one page; the latest stay. */
const MOST = 20;
const DAY = 86_400_000;

/** Where each act stands in time; null where there is nothing to compare. @param today YYYY-MM-DD */
export function drawPlan(acts: readonly PictureAct[], today: string): Picture | null {
  const rows = acts
    .filter((act): act is PictureAct & { end: string } => act.end !== null)
    // Something written down after it was done is a day on the line, not a bar that runs backwards.
    .map((act) => ({ ...act, begun: act.begun < act.end ? act.begun : act.end }))
    .sort((a, b) => (a.begun < b.begun ? -1 : a.begun > b.begun ? 1 : a.id < b.id ? -1 : 1))
    .slice(-MOST);
  // One act alone is said better by its own line.
  if (rows.length < 2) return null;
  const days = [today, ...rows.flatMap(({ begun, end }) => [begun, end])].sort();
  const first = Date.parse(days[0] ?? today);
  const last = Date.parse(days.at(-1) ?? today);
  // A little room on both sides, so that nothing lies on the edge; at least four weeks, so that a day is not a month.
  const room = Math.max(2 * DAY, (28 * DAY - (last - first)) / 2);
  const span = last - first + 2 * room;
  const at = (day: string): number => (Date.parse(day) - first + room) / span;
  return {
    bars: rows.map((row) => ({ ...row, from: at(row.begun), to: at(row.end) })),
    months: named(monthsBetween(first - room, last + room).map((day) => ({ day, at: at(day) }))),
    today: at(today),
  };
}

/** So much of the width the longest name of a month takes in the four languages, with the large letters of a phone. */
export const MONTH_ROOM = 0.26;

/** Says which of the months are named: those whose names run neither over the one before nor over the edge. */
function named(months: readonly { day: string; at: number }[]): Picture['months'] {
  let free = 0;
  return months.map(({ day, at }) => {
    const fits = at >= free && at + MONTH_ROOM <= 1;
    if (fits) free = at + MONTH_ROOM;
    return { day, at, named: fits };
  });
}

/** First days of months between two moments, thinned to what can be read side by side. */
function monthsBetween(from: number, to: number): string[] {
  const months: string[] = [];
  let day = `${new Date(from).toISOString().slice(0, 7)}-01`;
  while (Date.parse(day) <= to) {
    if (Date.parse(day) >= from) months.push(day);
    day = addMonths(day, 1);
  }
  const step = Math.ceil(months.length / 6);
  return months.filter((_, index) => index % step === 0);
}
