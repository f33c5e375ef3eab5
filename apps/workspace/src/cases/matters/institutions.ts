import { fuzzyRange, isFuzzyDate } from '@dayaq/domain';
import type { Id, ListedRecord } from '@dayaq/vault/client';
import { isWithWhom, WITH_WHOM } from '@dayaq/acts/matter/join-institution';
import { matterState, promiseState } from '@dayaq/acts/matter/matters';

/** An institution as our dealings with it over all cases show it. */
export interface Institution {
  /** Tells it from all others. */
  key: string;
  /** Of the directory; null where nobody has said yet which one it is. */
  id: Id | null;
  /** Of the directory in the reader's language; else as it was written last. */
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

/** Two spellings that differ in case and spaces alone are one institution, before anybody said so. */
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
 * Institutions, those with something late first, then something open, then the latest spoken to. What leads to one of the
 * directory belongs to it, whatever it was called; what leads to none goes by its name.
 * @param nameOf what a matter's forum is called where its own name was not written
 * @param known names of those in the directory that this person may see
 * @param today YYYY-MM-DD
 */
export function institutionsOf(
  records: readonly ListedRecord[],
  nameOf: (matter: ListedRecord) => string,
  known: ReadonlyMap<Id, string>,
  today: string,
): Institution[] {
  const groups = new Map<string, Group>();
  for (const record of records) {
    if (!isWithWhom(record.kind)) continue;
    const { link, name: named } = WITH_WHOM[record.kind];
    const linked = text(record.fields[link]);
    const said = text(record.fields[named]) || (record.kind === 'matter' ? nameOf(record) : '');
    const id = known.has(linked) ? linked : null;
    const name = id === null ? said : (known.get(id) ?? said);
    if (name === '') continue;
    const key = id ?? `named ${institutionKey(name)}`;
    const group = groups.get(key) ?? { key, id, name, contacts: [], matters: [] };
    groups.set(key, group);
    group[record.kind === 'contact' ? 'contacts' : 'matters'].push(record);
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

interface Group {
  key: string;
  id: Id | null;
  name: string;
  contacts: ListedRecord[];
  matters: ListedRecord[];
}

function institution({ key, id, name, contacts, matters }: Group, today: string): Institution {
  const latestFirst = [...contacts].sort((a, b) =>
    spokenOn(a) === spokenOn(b) ? (a.record < b.record ? -1 : 1) : spokenOn(a) < spokenOn(b) ? 1 : -1,
  );
  const promises = contacts.map(({ fields }) => promiseState(fields, today));
  const states = matters.map(({ fields }) => matterState(fields, today));
  const openPromises = promises.filter((state) => state === 'open' || state === 'overdue').length;
  return {
    key,
    id,
    name: id === null ? text(latestFirst[0]?.fields.institution) || name : name,
    contacts: latestFirst,
    matters,
    last: latestFirst[0] === undefined ? '' : spokenOn(latestFirst[0]),
    openPromises,
    broken: contacts.filter(({ fields }) => fields.kept === 'broken').length,
    overdue: promises.includes('overdue') || states.includes('overdue'),
    open: openPromises > 0 || states.some((state) => state !== 'closed'),
  };
}
