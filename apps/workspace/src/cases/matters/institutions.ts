import { fuzzyRange, isFuzzyDate } from '@dayaq/domain';
import type { ListedRecord } from '@dayaq/vault/client';
import { matterState, promiseState } from '@dayaq/acts/matter/matters';

/** An institution as our dealings with it over all cases show it. */
export interface Institution {
  /** As it was written last. */
  name: string;
  /** Latest first. */
  contacts: readonly ListedRecord[];
  matters: readonly ListedRecord[];
  /** Day of the last contact, YYYY-MM-DD, or empty. */
  last: string;
  openPromises: number;
  broken: number;
  /** A promise or a matter of it is late. */
  overdue: boolean;
  /** A promise or a matter of it is still open. */
  open: boolean;
}

/** Two spellings that differ in case and spaces alone are one institution. */
export function institutionKey(name: string): string {
  // A dotted capital İ would become two characters, of which a typed i has one.
  return name.trim().replace(/\s+/g, ' ').replaceAll('İ', 'i').toLowerCase();
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const spokenOn = ({ fields }: ListedRecord): string => {
  const { date } = fields;
  return isFuzzyDate(date) ? fuzzyRange(date).from : '';
};

/**
 * Institutions, those with something late first, then something open, then the latest spoken to.
 * @param nameOf what a matter's forum is called where its own name was not written
 * @param today YYYY-MM-DD
 */
export function institutionsOf(
  records: readonly ListedRecord[],
  nameOf: (matter: ListedRecord) => string,
  today: string,
): Institution[] {
  const groups = new Map<string, { name: string; contacts: ListedRecord[]; matters: ListedRecord[] }>();
  const groupOf = (name: string) => {
    const key = institutionKey(name);
    const group = groups.get(key) ?? { name, contacts: [], matters: [] };
    groups.set(key, group);
    return group;
  };
  for (const record of records) {
    if (record.kind === 'contact') {
      const name = text(record.fields.institution);
      if (name !== '') groupOf(name).contacts.push(record);
    } else if (record.kind === 'matter') {
      const name = text(record.fields.forumName) || nameOf(record);
      if (name !== '') groupOf(name).matters.push(record);
    }
  }
  return [...groups.values()]
    .map((group) => institution(group, today))
    .sort(
      (a, b) =>
        Number(b.overdue) - Number(a.overdue) ||
        Number(b.open) - Number(a.open) ||
        (a.last < b.last ? 1 : a.last > b.last ? -1 : a.name < b.name ? -1 : 1),
    );
}

function institution(
  { name, contacts, matters }: { name: string; contacts: ListedRecord[]; matters: ListedRecord[] },
  today: string,
): Institution {
  const latestFirst = [...contacts].sort((a, b) =>
    spokenOn(a) === spokenOn(b) ? (a.record < b.record ? -1 : 1) : spokenOn(a) < spokenOn(b) ? 1 : -1,
  );
  const promises = contacts.map(({ fields }) => promiseState(fields, today));
  const states = matters.map(({ fields }) => matterState(fields, today));
  const openPromises = promises.filter((state) => state === 'open' || state === 'overdue').length;
  return {
    name: text(latestFirst[0]?.fields.institution) || name,
    contacts: latestFirst,
    matters,
    last: latestFirst[0] === undefined ? '' : spokenOn(latestFirst[0]),
    openPromises,
    broken: contacts.filter(({ fields }) => fields.kept === 'broken').length,
    overdue: promises.includes('overdue') || states.includes('overdue'),
    open: openPromises > 0 || states.some((state) => state !== 'closed'),
  };
}
