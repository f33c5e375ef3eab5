import { type Field, fieldOf, groupOf, KINDS, type KindName } from '@dayaq/domain';

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

/** The fields of a kind that a column can fill (none that a member signs for, but where nothing stands without it), in the kind's order. `<field>Other` fills itself. */
export function fieldsFor(kind: RowKind): readonly Field[] {
  const { fields } = KINDS[kind];
  const names = new Set(fields.map(({ name }) => name));
  return fields.filter(
    ({ name, type, byProgram, signed, required }) =>
      IN_A_CELL.has(type.is) &&
      byProgram !== true &&
      (signed !== true || required === true) &&
      !NOT_FROM_A_ROW.has(`${kind}.${name}`) &&
      !groupOf(kind, 'judgement').includes(name) &&
      !(name.endsWith('Other') && names.has(name.slice(0, -'Other'.length))),
  );
}

export function targetField({ kind, field }: Target): Field | undefined {
  return fieldsFor(kind).find(({ name }) => name === field) && fieldOf(kind, field);
}

/** Kinds of which one cell may name several, by the field that makes each of them what it is. */
export const SEVERAL: Partial<Record<RowKind, string>> = {
  violation: 'type',
  perpetrator: 'type',
  response: 'type',
  'document-need': 'document',
  matter: 'type',
};

/** Every target of a sheet about `subject`. */
export const targetsOf = (subject: Subject): readonly Target[] =>
  SUBJECTS[subject].flatMap((kind) => fieldsFor(kind).map(({ name }) => ({ kind, field: name })));

export const targetName = ({ kind, field }: Target): string => `${kind}.${field}`;
