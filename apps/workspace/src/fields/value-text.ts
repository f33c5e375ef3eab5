import { currencyDecimals, fieldOf, type Field, isCode, kindOf, type Unit } from '@dayaq/domain';
import { formatNumber, type Language } from '@dayaq/locale';
import type { RecordView, Value } from '@dayaq/vault/client';
import { textsOf, type Values } from '@dayaq/acts/changes-between';
import { areaLabel, codeLabel, kindLabel } from './labels.ts';
import type { Surroundings, ValueProps } from './props.ts';
import { readDate, readMoney, readPlace, readText } from './read-value.ts';
import { sayDate, sayMoment } from './say-date.ts';

/** Any stored value in words of the chosen language; empty when nothing is there. */
export function valueText({ kind, field, value, values, ...surroundings }: ValueProps): string {
  const known = fieldOf(kind, field);
  if (value === undefined || value === null) return '';
  // A field of a newer version: its text can still be read, whatever it means.
  if (known === undefined) return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return textOf(known, value, values, surroundings);
}

function textOf(field: Field, value: Value, values: Values | undefined, surroundings: Surroundings): string {
  const { translator, records, members } = surroundings;
  const { type } = field;
  switch (type.is) {
    case 'text':
      return readText(value);
    case 'code':
      return codeText(translator, type.list, readText(value), values?.[`${field.name}Other`]);
    case 'codes':
      return textsOf(value)
        .map((code) => codeText(translator, type.list, code, values?.[`${field.name}Other`]))
        .join(', ');
    case 'answer':
      return codeLabel(translator, 'answer', readText(value));
    case 'flag':
      return codeLabel(translator, 'answer', value === true ? 'yes' : 'no');
    case 'date': {
      const date = readDate(value);
      return date === null ? '' : sayDate(translator, date);
    }
    case 'moment':
      return typeof value === 'number' ? sayMoment(translator, value) : '';
    case 'place': {
      const place = readPlace(value);
      if (place === null) return '';
      // Baku of a case in Tajikistan is on no list here, and known all the same.
      if (place.area === 'unknown' && place.detail) return place.detail;
      return [areaLabel(translator, place.area), place.detail].filter(Boolean).join(', ');
    }
    case 'number':
      if (typeof value !== 'number') return '';
      return type.unit === undefined
        ? formatNumber(translator.language, value)
        : withUnit(translator, value, type.unit);
    case 'money': {
      const money = readMoney(value);
      if (money === null) return '';
      const decimals = currencyDecimals(money.currency);
      return `${formatNumber(translator.language, money.minor / 10 ** decimals)} ${money.currency}`;
    }
    case 'reference':
    case 'references':
      return (type.is === 'reference' ? [readText(value)] : textsOf(value))
        .map((id) => records.find((record) => record.id === id))
        .filter((record) => record !== undefined)
        .map((record) => recordTitle(record, surroundings))
        .join(', ');
    case 'link':
    case 'links':
      // What the reader may not see has no name, and is not there at all.
      return (type.is === 'link' ? [readText(value)] : textsOf(value))
        .flatMap((id) => surroundings.links?.nameOf(id) ?? [])
        .join(', ');
    case 'member':
      return members.find((member) => member.account === value)?.name ?? '';
    case 'blob':
      return typeof value === 'object' && !Array.isArray(value) ? readText(value?.['name']) : '';
    case 'fields':
      return '';
  }
}

/** "Other" is shown as the words that were given for it. */
function codeText(
  translator: Surroundings['translator'],
  list: string,
  code: string,
  other: Value | undefined,
): string {
  const said = readText(other);
  const isOther = code === 'other' || code.endsWith('-other');
  if (isOther && said !== '') return said;
  return isCode(list, code) ? codeLabel(translator, list, code) : code;
}

/** The word behind a number of these, or behind none yet. */
export function unitLabel({ t }: Surroundings['translator'], unit: Unit, count: number | null): string {
  if (unit === 'year') return '';
  return unit === 'oclock' ? ':00' : t(`fields.unit.${unit}`, { count: count ?? 0 });
}

function withUnit(translator: Surroundings['translator'], value: number, unit: Unit): string {
  const word = unitLabel(translator, unit, value);
  if (unit === 'year') return String(value);
  if (unit === 'oclock') return `${String(value).padStart(2, '0')}${word}`;
  return `${formatNumber(translator.language, value)} ${word}`;
}

/** The fields that title a record for a reader of this language, in order of preference. */
export function titleFields(kind: string, language: Language): readonly string[] {
  const { title = [], titleIn = {} } = kindOf(kind) ?? {};
  const own = titleIn[language];
  return own === undefined ? title : [own, ...title];
}

/** Longest title in a list, in characters. */
const LONGEST = 80;

/**
 * What a record is called in lists: the first of its kind's title fields that says something, with what its kind puts behind
 * it, else the kind's name.
 */
export function recordTitle(record: RecordView, surroundings: Surroundings): string {
  for (const name of titleFields(record.kind, surroundings.translator.language)) {
    if (fieldOf(record.kind, name) === undefined) continue;
    const values = Object.fromEntries(Object.entries(record.fields).map(([key, view]) => [key, view.value]));
    const said = (field: string): string =>
      valueText({ ...surroundings, kind: record.kind, field, value: values[field], values });
    const first = said(name);
    if (first === '') continue;
    const { titleMore = [] } = kindOf(record.kind) ?? {};
    const more = titleMore.flatMap((field) => (field === name ? [] : said(field))).filter(Boolean);
    const text = more.length === 0 ? first : `${first} (${more.join(', ')})`;
    return text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;
  }
  return kindLabel(surroundings.translator, record.kind);
}
