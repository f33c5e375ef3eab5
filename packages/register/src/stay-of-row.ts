import { addDays, ageBand, daysBetween, isFuzzyDate } from '@dayaq/domain';
import type { RowFields } from './row-plan.ts';
import type { RowSaid } from './said.ts';

/** Children of one stay that are taken down one by one. */
const MOST_CHILDREN = 20;
/** Of a child's age in months; younger than a year. */
const MONTHS = /\d+\s*(?:мес|month|mo\b|ay\b|aylıq|моҳ)/giu;
/** A whole day; of a month or a year no nights can be reckoned. */
const WHOLE = 10;

/** What a row of a shelter's log tells of a stay, and of the children who were there too. */
export interface StayOfRow {
  fields: RowFields;
  /** A person each, the oldest told first. */
  children: RowFields[];
}

/**
 * A stay as it is taken down here: nights become the day of leaving, where the log has none, and children become people.
 * @param say takes what has no place of its own
 */
export function stayOfRow(row: RowSaid, say: (text: string) => void): StayOfRow | null {
  const told = row.fields.get('stay');
  if (told === undefined) return null;
  const { nights, children, childAges, ...fields } = told;
  // Whoever was not let in asked on that day, and no more.
  if (fields['ending'] === 'refused' && fields['in'] !== undefined) {
    fields['asked'] ??= fields['in'];
    delete fields['in'];
  }
  const begun = isFuzzyDate(fields['in']) ? fields['in'].day : '';
  const left = isFuzzyDate(fields['out']) ? fields['out'].day : '';
  if (typeof nights === 'number' && begun.length === WHOLE) {
    // A cell in which she is said to be there still leaves the day open.
    if (left === '' && !row.cells.has('stay.out') && fields['ending'] !== 'refused')
      fields['out'] = { day: addDays(begun, nights) };
    else if (left.length === WHOLE && daysBetween(begun, left) !== nights) say(cellOf(row, 'stay.nights'));
  } else if (nights !== undefined) say(cellOf(row, 'stay.nights'));
  const ages = typeof childAges === 'string' ? agesIn(childAges) : [];
  if (typeof childAges === 'string' && ages.length === 0) say(cellOf(row, 'stay.childAges'));
  const many = Math.min(MOST_CHILDREN, Math.max(ages.length, typeof children === 'number' ? children : 0));
  return { fields, children: Array.from({ length: many }, (_, i) => aChild(ages[i])) };
}

const cellOf = (row: RowSaid, target: string): string => row.cells.get(target) ?? '';

/** "5, 8 и 8 мес." are three children. */
const agesIn = (text: string): number[] =>
  [...text.replace(MONTHS, ' 0 ').matchAll(/\d+/gu)]
    .map(([digits]) => Number(digits))
    .filter((age) => age < 30);

function aChild(age: number | undefined): RowFields {
  const band = age === undefined ? '' : ageBand(2000, 2000 + age);
  return {
    role: 'dependant',
    relation: 'child',
    minor: age !== undefined && age >= 18 ? 'no' : 'yes',
    ...(band === '' ? {} : { ageBand: band }),
  };
}
