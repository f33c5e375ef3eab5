import { isEmpty } from '@dayaq/domain';
import type { ListedRecord } from '@dayaq/vault/client';
import { linesOf } from '../../reference-lines.ts';

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
