/**
 * Takes from CLDR 48 the few dozen words and patterns that the product shows. English is British: day, month, year.
 * Where CLDR lacks a word, or says what no reader would, `mend` puts ours, with the reason.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const SOURCE = { az: 'az', ru: 'ru', en: 'en-GB', tg: 'tg' };
const CURRENCIES = ['AZN', 'TJS', 'USD', 'EUR', 'RUB', 'GBP', 'TRY', 'GEL', 'KZT', 'KGS', 'UZS'];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const UNITS = ['day', 'week', 'month', 'year', 'hour', 'minute'];

/** The table of one language, as TypeScript. */
export function emitCldr(language) {
  const table = mend(language, withPlainSpaces(read(SOURCE[language])));
  return [
    '// Made by packages/locale/scripts/generate.mjs from CLDR 48.',
    `import type { CldrTable } from '../cldr-table.ts';`,
    '',
    `export const ${language}: CldrTable = ${JSON.stringify(table, null, 1)};`,
    '',
  ].join('\n');
}

function read(name) {
  const calendar = require(`cldr-dates-full/main/${name}/ca-gregorian.json`).main[name].dates.calendars
    .gregorian;
  const fields = require(`cldr-dates-full/main/${name}/dateFields.json`).main[name].dates.fields;
  const numbers = require(`cldr-numbers-full/main/${name}/numbers.json`).main[name].numbers;
  const currencies = require(`cldr-numbers-full/main/${name}/currencies.json`).main[name].numbers.currencies;
  const formats = calendar.dateTimeFormats.availableFormats;
  const symbols = numbers['symbols-numberSystem-latn'];
  return {
    months: Object.values(calendar.months.format.wide),
    monthsAlone: Object.values(calendar.months['stand-alone'].wide),
    monthsShort: Object.values(calendar.months.format.abbreviated),
    monthsShortAlone: Object.values(calendar.months['stand-alone'].abbreviated),
    days: DAYS.map((day) => calendar.days['stand-alone'].wide[day]),
    daysShort: DAYS.map((day) => calendar.days['stand-alone'].abbreviated[day]),
    patterns: {
      full: calendar.dateFormats.full,
      long: calendar.dateFormats.long,
      short: formats.yMMMd,
      day: formats.MMMMd,
      month: formats.yMMMM,
      monthShort: formats.yMMM,
      year: formats.y,
      moment: calendar.dateTimeFormats.medium,
    },
    relative: Object.fromEntries(UNITS.map((unit) => [unit, relative(fields[unit])])),
    now: fields.second['relative-type-0'],
    decimal: symbols.decimal,
    group: symbols.group,
    money: numbers['currencyFormats-numberSystem-latn'].standard,
    percent: numbers['percentFormats-numberSystem-latn'].standard,
    currencies: Object.fromEntries(
      CURRENCIES.filter((code) => isDrawn(currencies[code]?.symbol)).map((code) => [
        code,
        currencies[code].symbol,
      ]),
    ),
  };
}

/** The manat's own sign is younger than the letters of many phones and printers, which draw an empty box for it: "AZN" then. */
const isDrawn = (symbol) => symbol !== undefined && symbol !== '₼';

function relative(field) {
  const exact = {};
  for (const offset of [-2, -1, 0, 1, 2]) {
    const word = field[`relative-type-${offset}`];
    if (word !== undefined) exact[offset] = word;
  }
  const counts = (direction) => {
    const forms = {};
    for (const [name, text] of Object.entries(field[`relativeTime-type-${direction}`]))
      forms[name.slice('relativeTimePattern-count-'.length)] = text;
    return Object.values(forms).every((text) => text === forms.other) ? { other: forms.other } : forms;
  };
  return { exact, past: counts('past'), future: counts('future') };
}

/** CLDR's narrow no-break space is missing from the fonts of old phones; the usual no-break space does as well. */
function withPlainSpaces(table) {
  return JSON.parse(JSON.stringify(table).replaceAll('\u202f', '\u00a0'));
}

function mend(language, table) {
  if (language === 'az') {
    // CLDR: "3 gün ərzində", which says "within three days".
    for (const unit of UNITS)
      table.relative[unit].future = { other: table.relative[unit].future.other.replace('ərzində', 'sonra') };
  }
  if (language === 'tg') {
    // CLDR writes names of months and days with capitals and leaves out the izafet: "05 Март 2026".
    for (const list of ['months', 'monthsAlone', 'monthsShort', 'monthsShortAlone', 'days', 'daysShort'])
      table[list] = table[list].map((word) => word.toLowerCase());
    Object.assign(table.patterns, {
      full: "EEEE, d MMMM'и' 'соли' y",
      long: "d MMMM'и' 'соли' y",
      month: "MMMM'и' 'соли' y",
      monthShort: 'MMM y',
      moment: '{1}, {0}',
    });
  }
  return table;
}
