import { type Field, groupOf, KINDS, type KindName } from '@dayaq/domain';

/**
 * What the rows of a sheet tell of, by the kind that heads it, and of which kinds a row may tell, that one first. What somebody
 * agreed to is never among them: it is asked anew.
 */
export const SUBJECTS = {
  case: [
    'case',
    'person',
    'violation',
    'perpetrator',
    'source',
    'response',
    'document-need',
    'matter',
    'cost',
    'stay',
    'task',
  ],
  provider: ['provider', 'service', 'location'],
} as const satisfies Partial<Record<KindName, readonly KindName[]>>;
export type Subject = keyof typeof SUBJECTS;
export type RowKind = (typeof SUBJECTS)[Subject][number];

export const isSubject = (name: unknown): name is Subject =>
  typeof name === 'string' && Object.hasOwn(SUBJECTS, name);

/** By which field a row says whose it is: rows with one value there are of one. */
export const NAMED_BY: Readonly<Record<Subject, string>> = {
  case: 'case.oldNumber',
  provider: 'provider.name',
};

export interface Target {
  kind: RowKind;
  field: string;
}

/** Types whose values can stand in a cell. Others name records, members or sealed files, or are set by the program. */
const IN_A_CELL: ReadonlySet<Field['type']['is']> = new Set([
  'text',
  'code',
  'codes',
  'date',
  'place',
  'number',
  'money',
  'flag',
  'answer',
] as const);

/** Who judged a case is a member who judges it here; who somebody is in a case follows from the row being theirs. */
const NOT_FROM_A_ROW = new Set(['case.qualified', 'case.confidentiality', 'person.role']);

const beside = (name: string, type: Field['type']): Field => ({
  name,
  type,
  sensitivity: 'ordinary',
  share: false,
  release: 'never',
});

/** What logs have columns for and no record has a field: what it says goes elsewhere (`stayOfRow`). */
const BESIDE: Partial<Record<RowKind, readonly Field[]>> = {
  stay: [
    beside('nights', { is: 'number', min: 0, max: 10_000, integer: true }),
    beside('children', { is: 'number', min: 0, max: 50, integer: true }),
    beside('childAges', { is: 'text', max: 200 }),
  ],
};

/** Whether a column can fill it though no record has it. */
export const isBeside = ({ kind, field }: Target): boolean =>
  BESIDE[kind]?.some(({ name }) => name === field) === true;

/** The fields of a kind that a column can fill (none that a member signs for, but where nothing stands without it), in the kind's order. `<field>Other` fills itself. */
export function fieldsFor(kind: RowKind): readonly Field[] {
  const { fields } = KINDS[kind];
  const names = new Set(fields.map(({ name }) => name));
  const own = fields.filter(
    ({ name, type, byProgram, signed, required }) =>
      IN_A_CELL.has(type.is) &&
      byProgram !== true &&
      (signed !== true || required === true) &&
      !NOT_FROM_A_ROW.has(`${kind}.${name}`) &&
      !groupOf(kind, 'judgement').includes(name) &&
      !(name.endsWith('Other') && names.has(name.slice(0, -'Other'.length))),
  );
  return [...own, ...(BESIDE[kind] ?? [])];
}

export function targetField({ kind, field }: Target): Field | undefined {
  return fieldsFor(kind).find(({ name }) => name === field);
}

/** Kinds of which one cell may name several, by the field that makes each of them what it is. */
export const SEVERAL: Partial<Record<RowKind, string>> = {
  violation: 'type',
  perpetrator: 'type',
  response: 'type',
  'document-need': 'document',
  matter: 'type',
};

/** Where the sheet's own word stands in a record whose code is wider than it: "mother-in-law" is one of the family. */
export const OWN_WORDS: Partial<Record<RowKind, string>> = {
  violation: 'account',
  perpetrator: 'description',
  response: 'note',
  'document-need': 'note',
  matter: 'note',
};

/** Every target of a sheet about `subject`. */
export const targetsOf = (subject: Subject): readonly Target[] =>
  SUBJECTS[subject].flatMap((kind) => fieldsFor(kind).map(({ name }) => ({ kind, field: name })));

export const targetName = ({ kind, field }: Target): string => `${kind}.${field}`;
