import { isEmpty, roomLeft } from '@dayaq/domain';
import type { ListedRecord } from '@dayaq/vault/client';

/**
 * How many people can still be registered there, or null where nobody said how many may be. Negative where more places were
 * given out than there are: two people did who could not know of each other.
 * @param users what the device knows beyond the field itself: cases that use it and are not named there because only some may
 *   open them, and named ones that were deleted
 */
export function placesLeft(
  { fields }: Pick<ListedRecord, 'fields'>,
  users: { unnamed: number; gone: number } = { unnamed: 0, gone: 0 },
): number | null {
  const left = roomLeft('address', 'usedBy', fields);
  return left === null ? null : left - users.unnamed + users.gone;
}

/** Whether it makes sense to ask there: nobody said no, its time is not over and there is room. @param today YYYY-MM-DD */
export function maySuit(address: Pick<ListedRecord, 'fields'>, today: string): boolean {
  const { willing, until } = address.fields;
  if (willing === 'no' || (placesLeft(address) ?? 1) <= 0) return false;
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
