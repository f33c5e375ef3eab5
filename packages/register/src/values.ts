import {
  ageBand,
  codeList,
  CURRENCIES,
  type Field,
  isCode,
  type Money,
  packOf,
  parseMoney,
  type Place,
} from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import { type DateOrder, readDate } from './dates.ts';
import { folded, valueKey } from './folded.ts';
import { CURRENCY_WORDS, PLACE_SORTS } from './vocabulary/marks.ts';
import { VALUE_WORDS } from './vocabulary/values.ts';

/** Why a cell says nothing that its field takes. */
export type ValueFault =
  | 'no-date'
  | 'no-such-day'
  /** Told as past, and of a year to come. */
  | 'day-ahead'
  /** Day and month may be either way round. */
  | 'which-day'
  | 'no-code'
  | 'no-number'
  | 'no-amount'
  | 'too-long'
  | 'formula-error';

export type CellValue =
  | string
  | number
  | boolean
  | string[]
  | Place
  | Money
  | { day: string; about?: boolean; until?: string };

/** What a cell comes to. `words`: of what no code says, to go into `<field>Other` or a note. */
export type CellRead =
  | { ok: true; value: CellValue | null; words?: string }
  | { ok: false; fault: ValueFault };

/** Which code a value stands for: one, none that fits (`other`: its words are kept), or left out. */
export type CodeChoice = { code: string } | { as: 'other' } | { as: 'out' };

/** How the values of one column are read. */
export interface Reading {
  field: Field;
  order: DateOrder | null;
  /** Chosen by a person or proposed, by the folded value. */
  choices: ReadonlyMap<string, CodeChoice>;
  /** Between several values of one cell. */
  splits: boolean;
}

const FORMULA_ERROR =
  /^#(REF|N\/A|VALUE|DIV\/0|NAME|NULL|NUM|ССЫЛКА|Н\/Д|ЗНАЧ|ДЕЛ\/0|ИМЯ|ПУСТО|ЧИСЛО)[!?]?$/i;

/** Names of codes and places in all languages, for whoever reads what others wrote. */
export class Words {
  readonly #translators: readonly Translator[];
  readonly #country: string;
  readonly #lists = new Map<string, ReadonlyMap<string, string>>();
  #areas: ReadonlyMap<string, string> | null = null;

  constructor(translators: readonly Translator[], country: string) {
    this.#translators = translators;
    this.#country = country;
  }

  /** Names that a field has in each language, folded. */
  namesOf(kind: string, field: string): string[] {
    return this.#translators.map((each) => folded(each.label('kinds', kind, 'fields', field)));
  }

  /** The code that a value names as a whole; null where none does, or more than one could. */
  codeOf(list: string, value: string): string | null {
    if (isCode(list, value)) return value;
    return this.#codes(list).get(valueKey(value)) ?? null;
  }

  /** Whether a value is a name of the code itself, in any language: it says no more than the code does. */
  isNameOf(list: string, code: string, value: string): boolean {
    const key = valueKey(value);
    return (
      value === code || this.#translators.some((each) => folded(each.label('codes', list, code)) === key)
    );
  }

  /** The code whose name is among the words of a longer value, where it is the only one. */
  codeWithin(list: string, value: string): string | null {
    const said = ` ${folded(value)} `;
    let found: string | null = null;
    let length = 0;
    for (const [name, code] of this.#codes(list)) {
      if (name.length < 4 || !said.includes(` ${name} `)) continue;
      if (name.length > length) [found, length] = [code, name.length];
    }
    return found;
  }

  /** The place that a value names; `whole`: it says no more than that. */
  areaOf(value: string): { area: string; whole: boolean } | null {
    const areas = this.#areaNames();
    const said = folded(value)
      .split(' ')
      .filter((word) => !PLACE_SORTS.has(word))
      .join(' ');
    const whole = areas.get(said) ?? areas.get(folded(value));
    if (whole !== undefined) return { area: whole, whole: true };
    let found: string | null = null;
    let length = 0;
    for (const [name, area] of areas)
      if (name.length > 3 && name.length > length && ` ${said} `.includes(` ${name} `))
        [found, length] = [area, name.length];
    return found === null ? null : { area: found, whole: false };
  }

  /** An amount: in the country's currency where it names none, nothing where it names one that is not known. */
  amountOf(value: string): Money | null {
    const [, before = '', digits = '', after = ''] =
      /^([^\d]*)(\d[\d\s\u00a0\u202f'.,]*)([^\d]*)$/u.exec(value.trim()) ?? [];
    const named = `${before}${after}`.replace(/[.\s]/gu, '').toUpperCase();
    const own = packOf(this.#country)?.currency.code;
    const currency = named === '' ? own : currencyOf(named);
    return currency === undefined ? null : parseMoney(digits.replace(/[.,\s]+$/u, ''), currency);
  }

  #codes(list: string): ReadonlyMap<string, string> {
    const known = this.#lists.get(list);
    if (known !== undefined) return known;
    const names = new Map<string, string>();
    const twice = new Set<string>();
    const add = (name: string, code: string): void => {
      const had = names.get(name);
      if (name === '' || had === code) return;
      if (had !== undefined) twice.add(name);
      else names.set(name, code);
    };
    const own = VALUE_WORDS[list] ?? {};
    for (const [code, words] of Object.entries(own))
      for (const word of words.split(',')) add(valueKey(word), code);
    const ours = new Set(names.keys());
    for (const { code } of codeList(list)?.codes ?? [])
      for (const translator of this.#translators) {
        const name = folded(translator.label('codes', list, code));
        if (!ours.has(name)) add(name, code);
      }
    // "Other" of one branch is not that of another.
    for (const name of twice) names.delete(name);
    this.#lists.set(list, names);
    return names;
  }

  #areaNames(): ReadonlyMap<string, string> {
    if (this.#areas !== null) return this.#areas;
    const names = new Map<string, string>();
    for (const { code, level } of packOf(this.#country)?.areas ?? [])
      for (const translator of this.#translators) {
        const name = folded(translator.label('packs', 'areas', code));
        // A city gives its name to the region around it: who writes it means the city.
        if (name !== '' && (!names.has(name) || level !== 'region')) names.set(name, code);
      }
    this.#areas = names;
    return names;
  }
}

/** The currency that is named by its code, its sign or a usual word. */
export function currencyOf(text: string): string | undefined {
  const named = text.replace(/[.\s]/gu, '').toUpperCase();
  return CURRENCIES.includes(named) ? named : CURRENCY_WORDS.get(named);
}

/** Between values of one cell. Commas and "and" only where the whole says nothing by itself. */
function partsOf(text: string): string[] {
  return text
    .split(/[;,/\n+|]/)
    .flatMap((part) => part.replaceAll(/\s+/gu, ' ').split(/ (?:и|və|and|ва|&) /iu))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The values of one cell, of which one that says something stays whole. A name may have a comma: first by what hardly any has. */
export function piecesOf(text: string, says: (part: string) => boolean): string[] {
  if (says(text)) return [text];
  return text
    .split(/[;\n|]/)
    .map((piece) => piece.trim())
    .flatMap((piece) => (says(piece) ? [piece] : partsOf(piece)))
    .filter((part) => part !== '');
}

/** Reads one cell, which is not empty. @param year the year in which it is read */
export function readCell(text: string, reading: Reading, words: Words, year: number): CellRead {
  const { field } = reading;
  const { type } = field;
  if (FORMULA_ERROR.test(text)) return { ok: false, fault: 'formula-error' };
  switch (type.is) {
    case 'text':
      return text.length > type.max ? { ok: false, fault: 'too-long' } : { ok: true, value: text };
    case 'date': {
      const read = readDate(text, reading.order, year);
      if (read.is === 'date') return { ok: true, value: read.date };
      return { ok: false, fault: read.is === 'either' ? 'which-day' : read.is };
    }
    case 'place': {
      const found = words.areaOf(text);
      const detail = found?.whole === true ? {} : { detail: text.slice(0, 400) };
      return { ok: true, value: { area: found?.area ?? 'unknown', ...detail } };
    }
    case 'number':
      return readNumber(text, field, year);
    case 'money': {
      const amount = words.amountOf(text);
      return amount === null ? { ok: false, fault: 'no-amount' } : { ok: true, value: amount };
    }
    case 'flag': {
      const said = readCode(text, 'answer', reading, words);
      return said.ok ? { ok: true, value: said.value === 'yes' ? true : null } : said;
    }
    case 'answer':
      return readCode(text, 'answer', reading, words);
    case 'code':
      return field.name === 'ageBand'
        ? readAge(text, reading, words)
        : readCode(text, type.list, reading, words);
    case 'codes':
      return readCodes(text, type.list, reading, words);
    default:
      throw new Error(`a column cannot fill ${field.name}`);
  }
}

function readNumber(text: string, field: Field, year: number): CellRead {
  if (field.type.is !== 'number') throw new Error('not a number');
  const { min, max } = field.type;
  // Of a day of birth only the year is kept.
  const date = field.name === 'birthYear' ? readDate(text, 'day-first', year) : null;
  const born = date !== null && 'date' in date ? Number(date.date.day.slice(0, 4)) : null;
  const value = born ?? Number(text.replace(',', '.').replace(/\s/g, ''));
  const isFit = Number.isInteger(value) && value >= min && value <= max && !(born !== null && value > year);
  return isFit ? { ok: true, value } : { ok: false, fault: 'no-number' };
}

function readAge(text: string, reading: Reading, words: Words): CellRead {
  const years = /^(\d{1,3})(?:[.,]0+)?(?:\s*\p{L}{0,6}\.?)?$/u.exec(text.trim());
  if (years !== null) {
    const band = ageBand(2000, 2000 + Number(years[1]));
    return band === '' ? { ok: false, fault: 'no-number' } : { ok: true, value: band };
  }
  const band = text.replace(/[–—]/g, '-').replace(/\s/g, '');
  if (isCode('age-bands', band)) return { ok: true, value: band };
  return readCode(text, 'age-bands', reading, words);
}

/** The choice that a person made for a value, else what it says by itself. */
export function choiceOf(text: string, list: string, reading: Reading, words: Words): CodeChoice | null {
  const chosen = reading.choices.get(valueKey(text));
  if (chosen !== undefined) return chosen;
  const code = words.codeOf(list, text);
  return code === null ? null : { code };
}

function readCode(text: string, list: string, reading: Reading, words: Words): CellRead {
  const choice = choiceOf(text, list, reading, words);
  if (choice === null) return { ok: false, fault: 'no-code' };
  if ('code' in choice) return { ok: true, value: choice.code };
  return choice.as === 'out' ? { ok: true, value: null } : { ok: true, value: 'other', words: text };
}

function readCodes(text: string, list: string, reading: Reading, words: Words): CellRead {
  const values = valuesIn(text, list, reading, words);
  const codes = new Set<string>();
  const others: string[] = [];
  for (const value of values) {
    const choice = choiceOf(value, list, reading, words);
    if (choice === null) return { ok: false, fault: 'no-code' };
    if ('code' in choice) codes.add(choice.code);
    else if (choice.as === 'other') {
      codes.add('other');
      others.push(value);
    }
  }
  return {
    ok: true,
    value: [...codes],
    ...(others.length > 0 ? { words: others.join('; ') } : {}),
  };
}

/** The values of a cell: itself where it says something as a whole, else what stands between the usual signs. */
export function valuesIn(text: string, list: string, reading: Reading, words: Words): string[] {
  return reading.splits ? piecesOf(text, (part) => choiceOf(part, list, reading, words) !== null) : [text];
}
