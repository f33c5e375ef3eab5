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
