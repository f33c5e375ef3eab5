import { codeOf } from '../code-lists/index.ts';
import { DIMENSIONS } from '../count/question.ts';
import { COUNT_UNITS, type CountUnit } from '../kind.ts';
import { areaOf } from '../packs/index.ts';

/** Which data element, and which option of its categories, takes a number of this unit and of these groups. */
export interface ElementRow {
  readonly unit: CountUnit;
  /** By dimension (`violation.type`) its code; of a number of everything it is empty. */
  readonly group: Readonly<Record<string, string>>;
  readonly dataElement: string;
  /** Null: the data element's default. */
  readonly categoryOptionCombo: string | null;
}

/** Which organisation unit a place is there. */
export interface UnitRow {
  /** Code of an area; null: of a figure without places. */
  readonly place: string | null;
  readonly orgUnit: string;
}

/** What our numbers are called in somebody's DHIS2. */
export interface Mapping {
  readonly dataElements: readonly ElementRow[];
  readonly orgUnits: readonly UnitRow[];
}

export type Fault =
  | 'not-json'
  | 'too-large'
  | 'no-list'
  | 'no-row'
  | 'unit'
  | 'group'
  | 'place'
  | 'uid'
  | 'twice';
/** What does not stand as it has to; `row` counts from 1, 0 is the list itself. */
export interface MappingFault {
  readonly list: 'file' | 'dataElements' | 'orgUnits';
  readonly row: number;
  readonly fault: Fault;
}

/** Bytes of a file, and rows of a list: more than any country has places, groups and units. */
export const MOST_MAPPING_BYTES = 1_000_000;
export const MOST_MAPPING_ROWS = 5000;
/** As DHIS2 makes its identifiers: eleven letters and digits, the first a letter. */
const UID = /^[A-Za-z][A-Za-z0-9]{10}$/;

const isUid = (value: unknown): value is string => typeof value === 'string' && UID.test(value);
type Fields = Readonly<Record<string, unknown>>;
const fieldsIn = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;

function isGroup(value: Fields): value is Readonly<Record<string, string>> {
  return Object.entries(value).every(([by, code]) => {
    const list = DIMENSIONS.get(by)?.field.list ?? null;
    return list !== null && typeof code === 'string' && codeOf(list, code) !== undefined;
  });
}

function elementRow(row: Fields): ElementRow | Fault {
  const { unit, group = {}, dataElement, categoryOptionCombo = null } = row;
  const known = COUNT_UNITS.find((each) => each === unit);
  if (known === undefined) return 'unit';
  const codes = fieldsIn(group);
  if (codes === null || !isGroup(codes)) return 'group';
  if (!isUid(dataElement) || (categoryOptionCombo !== null && !isUid(categoryOptionCombo))) return 'uid';
  return { unit: known, group: codes, dataElement, categoryOptionCombo };
}

function unitRow(row: Fields): UnitRow | Fault {
  const { place = null, orgUnit } = row;
  if (place !== null && (typeof place !== 'string' || areaOf(place) === undefined)) return 'place';
  return isUid(orgUnit) ? { place, orgUnit } : 'uid';
}

/** The same groups are always the same text. */
export const groupKey = (unit: CountUnit, group: Readonly<Record<string, string>>): string =>
  JSON.stringify([unit, Object.entries(group).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** Each row of a list, or what is wrong with it; a row about what another is about already is wrong. */
function rowsOf<Row extends object>(
  list: 'dataElements' | 'orgUnits',
  value: unknown,
  read: (row: Fields) => Row | Fault,
  about: (row: Row) => string,
): { rows: Row[]; faults: MappingFault[] } {
  if (!Array.isArray(value)) return { rows: [], faults: [{ list, row: 0, fault: 'no-list' }] };
  if (value.length > MOST_MAPPING_ROWS) return { rows: [], faults: [{ list, row: 0, fault: 'too-large' }] };
  const rows: Row[] = [];
  const faults: MappingFault[] = [];
  const known = new Set<string>();
  for (const [at, each] of value.entries()) {
    const fields = fieldsIn(each);
    const row = fields === null ? ('no-row' as const) : read(fields);
    if (typeof row === 'string') faults.push({ list, row: at + 1, fault: row });
    else if (known.has(about(row))) faults.push({ list, row: at + 1, fault: 'twice' });
    else {
      known.add(about(row));
      rows.push(row);
    }
  }
  return { rows, faults };
}

/** A mapping file as it was brought; every row of it stands as it has to, or it is none, with each row that does not and why. */
export function readMapping(text: string): { mapping: Mapping | null; faults: readonly MappingFault[] } {
  const none = (fault: Fault) => ({ mapping: null, faults: [{ list: 'file', row: 0, fault } as const] });
  if (text.length > MOST_MAPPING_BYTES) return none('too-large');
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return none('not-json');
  }
  const said = fieldsIn(read);
  if (said === null) return none('no-list');
  const elements = rowsOf('dataElements', said['dataElements'], elementRow, (row) =>
    groupKey(row.unit, row.group),
  );
  const units = rowsOf('orgUnits', said['orgUnits'], unitRow, ({ place }) => String(place));
  const faults = [...elements.faults, ...units.faults];
  return faults.length > 0
    ? { mapping: null, faults }
    : { mapping: { dataElements: elements.rows, orgUnits: units.rows }, faults };
}
