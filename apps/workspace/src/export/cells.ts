import { currencyDecimals, type Field } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';
import { textsOf, type Values } from '@dayaq/acts/changes-between';
import type { Translator } from '@dayaq/locale';
import { areaLabel, codeLabel } from '../fields/labels.ts';
import { readDate, readMoney, readPlace, readText } from '../fields/read-value.ts';

/** Between several values of one cell, as a register has them. */
export const BETWEEN = '; ';

export interface CellWords {
  translator: Translator;
  /** Country pack of the space, e.g. `az`. */
  country: string;
  /** Of an account. */
  nameOf: (account: string) => string;
}

/**
 * A value as a table has it: words of the chosen language, days as ISO has them, what names another record by what that is
 * called and its id. Days that are about so have a `~`, periods their end behind a `/`.
 * @param names what records of the same dossier are called
 */
export function cellOf(
  { name, type }: Field,
  value: Value,
  values: Values,
  words: CellWords,
  names: ReadonlyMap<string, string>,
): string {
  const { translator } = words;
  const ofList = (list: string, code: string): string => {
    const other = values[`${name}Other`];
    return code === 'other' && typeof other === 'string' && other !== ''
      ? other
      : codeLabel(translator, list, code);
  };
  switch (type.is) {
    case 'text':
      return readText(value);
    case 'code':
      return value === null || value === '' ? '' : ofList(type.list, readText(value));
    case 'codes':
      return textsOf(value)
        .map((code) => ofList(type.list, code))
        .join(BETWEEN);
    case 'answer':
      return value === null ? '' : codeLabel(translator, 'answer', readText(value));
    case 'flag':
      return value === null ? '' : codeLabel(translator, 'answer', value === true ? 'yes' : 'no');
    case 'date': {
      const date = readDate(value);
      if (date === null) return '';
      return `${date.about === true ? '~' : ''}${date.day}${date.until === undefined ? '' : `/${date.until}`}`;
    }
    case 'moment':
      return typeof value === 'number' ? isoMoment(value) : '';
    case 'place': {
      const place = readPlace(value);
      return place === null ? '' : place.detail || areaLabel(translator, place.area);
    }
    case 'number':
      return typeof value === 'number' ? String(value) : '';
    case 'money': {
      const money = readMoney(value);
      if (money === null) return '';
      const decimals = currencyDecimals(money.currency);
      return `${(money.minor / 10 ** decimals).toFixed(decimals)} ${money.currency}`;
    }
    case 'reference':
    case 'references':
      return (type.is === 'reference' ? [readText(value)] : textsOf(value))
        .filter((id) => id !== '')
        .map((id) => (names.has(id) ? namedId(id, names.get(id) ?? '') : id))
        .join(BETWEEN);
    case 'member':
      return typeof value === 'string' && value !== '' ? words.nameOf(value) : '';
    case 'blob':
      return typeof value === 'object' && value !== null && 'name' in value
        ? readText(value['name'] ?? null)
        : '';
    default:
      return Array.isArray(value) ? textsOf(value).join(BETWEEN) : readText(value);
  }
}

/** A record by what it is called and its id. */
export const namedId = (id: string, name: string): string => `${name} [${id}]`;

/**
 * Links of a cell by what they lead to, once everything of the export is known. What leads to something that whoever exports may
 * not see is left out, as it is everywhere.
 */
export function linksNamed(
  { type }: Field,
  cell: string,
  { nameOf }: CellWords,
  names: ReadonlyMap<string, string>,
): string {
  if ((type.is !== 'link' && type.is !== 'links') || cell === '') return cell;
  const { reach } = type.to;
  return cell
    .split(BETWEEN)
    .flatMap((id) => {
      const name = names.get(id);
      if (name !== undefined) return [namedId(id, name)];
      if (reach.includes('account')) return [nameOf(id)];
      return reach.includes('peer') ? [id] : [];
    })
    .join(BETWEEN);
}

const isoMoment = (at: number): string => {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
};

/** A value as it is, but for keys of files: whoever has the file's name has not the file. */
export function plainValue({ type }: Field, value: Value): Value {
  if (type.is !== 'blob' || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { name, size, mediaType, sha256 } = value;
  return { name: name ?? null, size: size ?? null, mediaType: mediaType ?? null, sha256: sha256 ?? null };
}
