import { isEmpty } from '@dayaq/domain';
import type { ListedRecord, RecordView } from '@dayaq/vault/client';

/** Non-empty lines of a text: references of cases stand one a line. */
export function linesOf(value: unknown): string[] {
  return typeof value === 'string'
    ? value
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    : [];
}

/** The lines with one more, which stands there once. */
export function withLine(value: unknown, line: string): string {
  const lines = linesOf(value);
  return (lines.includes(line) ? lines : [...lines, line]).join('\n');
}

/** How many people can still be registered there, or null where nobody said how many may be. */
export function placesLeft({ fields }: Pick<ListedRecord, 'fields'>): number | null {
  const { places } = fields;
  return typeof places === 'number' ? Math.max(0, places - linesOf(fields.usedBy).length) : null;
}

/** Whether it makes sense to ask there: nobody said no, its time is not over and there is room. @param today YYYY-MM-DD */
export function maySuit(address: Pick<ListedRecord, 'fields'>, today: string): boolean {
  const { willing, until } = address.fields;
  if (willing === 'no' || placesLeft(address) === 0) return false;
  if (isEmpty(until) || typeof until !== 'object' || until === null || Array.isArray(until)) return true;
  const day = until['day'];
  // A month or a year holds until it ends.
  return typeof day !== 'string' || day >= today.slice(0, day.length);
}

/** The most willing first, then those that were checked last. */
export function bySuiting(a: ListedRecord, b: ListedRecord): number {
  const rank = ({ fields }: ListedRecord): number =>
    fields.willing === 'yes' ? 0 : fields.willing === 'depends' ? 1 : 2;
  return rank(a) - rank(b) || b.updated.at - a.updated.at || (a.record < b.record ? -1 : 1);
}

/** A listed record as the pages of a case take it. */
export function asView({ record, kind, fields, created, updated }: ListedRecord): RecordView {
  return {
    id: record,
    kind,
    deleted: false,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, { value, ...updated, alternatives: [] }]),
    ),
    created,
    updated,
  };
}
