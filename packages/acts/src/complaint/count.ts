import { toldText } from '@dayaq/domain';
import type { DossierRow, Id } from '@dayaq/vault/client';

/** Feedback about one thing, as far as somebody may open it: how much there is, and what came of it. */
export interface FeedbackCount {
  /** Code of `complaint-subjects`. */
  readonly about: string;
  /** The service or the action; empty where it is about something else. */
  readonly subject: Id;
  readonly all: number;
  readonly open: number;
  /** Open, and past the day that was promised. */
  readonly late: number;
  /** Something changed because of it. */
  readonly changed: number;
}

const codeOf = ({ codes }: DossierRow, facet: string): string => codes[facet]?.[0] ?? '';

function dueOf({ told }: DossierRow): string {
  const due = told['due'];
  const day = typeof due === 'object' && due !== null && 'day' in due ? due['day'] : '';
  return typeof day === 'string' ? day : '';
}

/** Counts rows of complaints by what they are about, the most first. Each row counts once. @param today YYYY-MM-DD */
export function countFeedback(rows: readonly DossierRow[], today: string): FeedbackCount[] {
  const counts = new Map<
    string,
    { about: string; subject: Id; all: number; open: number; late: number; changed: number }
  >();
  for (const row of rows) {
    const about = codeOf(row, 'about');
    const subject = toldText(row, 'subject');
    const key = `${about}/${subject}`;
    const count = counts.get(key) ?? { about, subject, all: 0, open: 0, late: 0, changed: 0 };
    counts.set(key, count);
    const isOpen = codeOf(row, 'state') === 'open';
    const due = dueOf(row);
    count.all++;
    if (isOpen) count.open++;
    if (isOpen && due !== '' && due < today) count.late++;
    if (codeOf(row, 'led') === 'changed') count.changed++;
  }
  return [...counts.values()].sort(
    (a, b) => b.all - a.all || a.about.localeCompare(b.about) || a.subject.localeCompare(b.subject),
  );
}
