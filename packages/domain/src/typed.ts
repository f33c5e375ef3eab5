import { isFuzzyDate } from './fuzzy-date.ts';
import type { FieldType } from './kind.ts';
import { fieldOf } from './kinds/index.ts';
import { isMoney } from './money.ts';
import { isChosenFields, isSealedFile } from './validate.ts';

/** Codes and ids are short; whatever is longer is neither. Characters. */
const LONGEST_CODE = 64;
/** More codes or references than any form could have set: what stands behind them is left out. */
const MOST_CODES = 500;
/** More links than any form could have made. */
const MOST_LINKS = 5000;
/** The last millisecond of the year 2200: no later moment has a day. */
const LAST_MOMENT = 7_289_654_399_999;

const isCodeLike = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST_CODE;

/** Whether a value has the shape that its type promises. What it says may still be wrong: `validateValue` tells. */
function isOfType(type: FieldType, value: unknown): boolean {
  switch (type.is) {
    case 'text':
      return typeof value === 'string';
    case 'code':
    case 'answer':
    case 'reference':
    case 'member':
    case 'link':
      return isCodeLike(value);
    case 'codes':
    case 'references':
      return Array.isArray(value) && value.length <= MOST_CODES && value.every(isCodeLike);
    case 'links':
      return Array.isArray(value) && value.length <= MOST_LINKS && value.every(isCodeLike);
    case 'date':
      return isFuzzyDate(value);
    case 'place':
      return isPlace(value);
    case 'moment':
      return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= LAST_MOMENT;
    case 'number':
      return typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
    case 'money':
      return isMoney(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'blob':
      return isSealedFile(value);
    case 'fields':
      return isChosenFields(value);
  }
}

function isPlace(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { area, detail } = value as { area?: unknown; detail?: unknown };
  return isCodeLike(area) && (detail === undefined || typeof detail === 'string');
}

/**
 * A value as its type promises it, or null. A colleague's device can sign anything at all into any field: this is the one
 * place where what was signed becomes what pages and rules are made for. Of too many codes the first are kept.
 */
export function typedValue(type: FieldType, value: unknown): unknown {
  if (isOfType(type, value)) return value;
  if ((type.is === 'codes' || type.is === 'references') && Array.isArray(value))
    return value.filter(isCodeLike).slice(0, MOST_CODES);
  if (type.is === 'links' && Array.isArray(value)) return value.filter(isCodeLike).slice(0, MOST_LINKS);
  return null;
}

/** The value of a field as the field's type promises it. Undefined where this version does not know the field. */
export function typedField(kind: string, name: string, value: unknown): unknown {
  const field = fieldOf(kind, name);
  return field === undefined ? undefined : typedValue(field.type, value);
}
