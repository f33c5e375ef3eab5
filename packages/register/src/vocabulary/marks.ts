import { folded } from '../folded.ts';

const words = (text: string): ReadonlySet<string> =>
  new Set(text.split(',').map((word) => folded(word.trim())));

/** With these a row begins that sums up others. */
export const TOTAL_WORDS = words('total, итого, всего, cəmi, yekun, ҳамагӣ, ҷамъ, subtotal');

/** What people write where there is nothing to write. */
export const NOTHING = new Set([
  '',
  '-',
  '–',
  '—',
  '--',
  '---',
  '/',
  '.',
  '?',
  'n/a',
  'na',
  'н/д',
  'нет данных',
  'yoxdur',
]);

/** What sort of place it is, beside its name. */
export const PLACE_SORTS = words(
  'city, district, region, town, город, г, гор, район, рн, область, şəhəri, şəhər, rayonu, rayon, ş, шаҳр, шаҳри, ноҳия, ноҳияи, вилоят, вилояти',
);

/** What people write for a currency, in capitals and without points and blanks. */
export const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AZN: '₼,MAN,MANAT,МАН,МАНАТ,МАНАТОВ,МАНАТА',
    TJS: 'СОМ,СОМОНӢ,СОМОНИ,СМ,SOMONI',
    USD: '$,ДОЛЛ,ДОЛЛАРОВ,DOLLAR',
    EUR: '€,ЕВРО,AVRO,EURO',
    RUB: '₽,РУБ,РУБЛЕЙ',
  }).flatMap(([code, words]) => words.split(',').map((word): [string, string] => [word, code])),
);

/** In a column of days: it goes on. */
export const STILL = words(
  'still here, still there, ongoing, until now, till now, present, to date, по сей день, по настоящее время, по н в, до сих пор, находится, проживает, остается, сейчас здесь, hələ, hələ də, hələ buradadır, indiyədək, hazırda burada, davam edir, то ҳол, ҳанӯз, ҳоло ҳам, дар ин ҷост',
);
