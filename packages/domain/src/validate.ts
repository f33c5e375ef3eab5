import { isCode } from './code-lists/index.ts';
import { isFuzzyDate } from './fuzzy-date.ts';
import type { ChosenFields, Field, FieldType, SealedFile } from './kind.ts';
import { fieldOf, kindOf } from './kinds/index.ts';
import { roomLeft } from './links.ts';
import { isMoney } from './money.ts';
import { AREA_SPECIALS, areaOf } from './packs/index.ts';

export type Problem =
  /** A required field has no value. */
  | 'required'
  /** The value has not the shape of its type. */
  | 'wrong-type'
  | 'too-long'
  | 'too-many'
  | 'too-small'
  | 'too-large'
  | 'not-whole'
  /** Not on the list; perhaps of a newer version. */
  | 'unknown-code'
  /** "Prefers not to say" or "none" beside something said. */
  | 'contradicts'
  | 'not-a-date'
  | 'unknown-area';

export interface FieldProblem {
  field: string;
  problem: Problem;
}

/** Codes that cannot stand beside another of the same field. */
const ALONE = new Set(['unknown', 'prefers-not', 'none', 'none-of-these', 'no-contact']);

/** Nothing was entered. `false` and 0 are values. */
export function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** The problem of one value that is not empty, or null. */
export function validateValue(type: FieldType, value: unknown): Problem | null {
  switch (type.is) {
    case 'text':
      if (typeof value !== 'string') return 'wrong-type';
      return value.length > type.max ? 'too-long' : null;
    case 'code':
      return typeof value !== 'string' ? 'wrong-type' : isCode(type.list, value) ? null : 'unknown-code';
    case 'codes':
      return codesProblem(type, value);
    case 'answer':
      return isCode('answer', value) ? null : typeof value === 'string' ? 'unknown-code' : 'wrong-type';
    case 'date':
      return isFuzzyDate(value) ? null : 'not-a-date';
    case 'place':
      return placeProblem(value);
    case 'moment':
      return Number.isSafeInteger(value) && (value as number) >= 0 ? null : 'wrong-type';
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'wrong-type';
      if (type.integer && !Number.isInteger(value)) return 'not-whole';
      return value < type.min ? 'too-small' : value > type.max ? 'too-large' : null;
    case 'money':
      return isMoney(value) ? null : 'wrong-type';
    case 'flag':
      return typeof value === 'boolean' ? null : 'wrong-type';
    case 'reference':
    case 'member':
    case 'link':
      return typeof value === 'string' ? null : 'wrong-type';
    case 'references':
    case 'links':
      return isTexts(value) ? null : 'wrong-type';
    case 'blob':
      return isSealedFile(value) ? null : 'wrong-type';
    case 'fields':
      return isChosenFields(value) ? null : 'wrong-type';
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function codesProblem(type: Extract<FieldType, { is: 'codes' }>, value: unknown): Problem | null {
  if (!isTexts(value)) return 'wrong-type';
  if (value.some((code) => !isCode(type.list, code))) return 'unknown-code';
  if (type.max !== undefined && value.length > type.max) return 'too-many';
  return value.length > 1 && value.some((code) => ALONE.has(code)) ? 'contradicts' : null;
}

function placeProblem(value: unknown): Problem | null {
  if (typeof value !== 'object' || value === null) return 'wrong-type';
  const place = value as { area?: unknown; detail?: unknown };
  if (typeof place.area !== 'string') return 'wrong-type';
  if (place.detail !== undefined && typeof place.detail !== 'string') return 'wrong-type';
  if (typeof place.detail === 'string' && place.detail.length > 400) return 'too-long';
  const special: readonly string[] = AREA_SPECIALS;
  return special.includes(place.area) || areaOf(place.area) !== undefined ? null : 'unknown-area';
}

export function isSealedFile(value: unknown): value is SealedFile {
  if (typeof value !== 'object' || value === null) return false;
  const file = value as { [K in keyof SealedFile]: unknown };
  return (
    [file.blob, file.key, file.name, file.mediaType].every((part) => typeof part === 'string') &&
    Number.isSafeInteger(file.size) &&
    (file.size as number) >= 0 &&
    typeof file.sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(file.sha256)
  );
}

/** More records, or fields of one, than any case shows at once. */
const MOST_CHOSEN = 2000;
/** Characters of an id or of a field's name. */
const LONGEST_NAME = 64;

export function isChosenFields(value: unknown): value is ChosenFields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const chosen = Object.entries(value);
  return (
    chosen.length <= MOST_CHOSEN &&
    chosen.every(
      ([id, names]) =>
        id.length <= LONGEST_NAME &&
        isTexts(names) &&
        names.length <= MOST_CHOSEN &&
        names.every((name) => name.length <= LONGEST_NAME),
    )
  );
}

/**
 * Whether an answer still stands: of a question that a form would ask now, and so on for what that question hangs on. What
 * was answered before another answer was taken away is stale: it is nowhere shown, passed on, printed or counted.
 */
export function stands(kind: string, name: string, fields: Readonly<Record<string, unknown>>): boolean {
  // A kind's conditions are few, and none of them leads round; a bound says so to whoever adds one.
  let field = fieldOf(kind, name);
  for (let steps = 0; field?.when !== undefined && steps < 8; steps++) {
    if (!isShown(field, fields)) return false;
    field = fieldOf(kind, field.when.field);
  }
  return true;
}

/** Names of a record's fields that hold something stale, in the kind's order. */
export function staleFields(kind: string, fields: Readonly<Record<string, unknown>>): string[] {
  return (kindOf(kind)?.fields ?? [])
    .filter(({ name }) => !isEmpty(fields[name]) && !stands(kind, name, fields))
    .map(({ name }) => name);
}

/** Whether a form shows the field, given what else the record says. */
export function isShown(field: Field, fields: Readonly<Record<string, unknown>>): boolean {
  if (field.when === undefined) return true;
  const other = fields[field.when.field];
  const said: readonly unknown[] = Array.isArray(other) ? other : [other];
  return field.when.in.some((code) => said.includes(code));
}

/** Somebody may be harmed where its answer is gone: how dangerous it is, what is safe, how they may be reached. */
export const isProtective = ({ weighs, part, type }: Field): boolean =>
  weighs === 'danger' ||
  part === 'safety' ||
  part === 'contact' ||
  (type.is === 'code' && type.list === 'danger');

/** Whether the record needs an answer here, given what else it says. */
export function isRequired(field: Field, fields: Readonly<Record<string, unknown>>): boolean {
  if (field.required === true) return true;
  if (field.requiredUnless !== undefined && isEmpty(fields[field.requiredUnless])) return true;
  const { requiredWhen } = field;
  const named = requiredWhen === undefined ? undefined : fields[requiredWhen.field];
  return typeof named === 'string' && requiredWhen?.in.includes(named) === true;
}

/**
 * What a form should point out before saving. It is advice: a record from a colleague's newer version is kept as it
 * is, so kinds and fields that are not known here pass.
 */
export function validateRecord(kind: string, fields: Readonly<Record<string, unknown>>): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const field of kindOf(kind)?.fields ?? []) {
    const value = fields[field.name];
    if (isEmpty(value)) {
      if (isRequired(field, fields) && isShown(field, fields))
        problems.push({ field: field.name, problem: 'required' });
      continue;
    }
    const problem =
      validateValue(field.type, value) ?? ((roomLeft(kind, field.name, fields) ?? 0) < 0 ? 'too-many' : null);
    if (problem !== null) problems.push({ field: field.name, problem });
  }
  return problems;
}
