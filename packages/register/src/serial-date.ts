import { elements } from './xml.ts';

/** Formats of a workbook that show a number as a day, without being spelt out in it (ECMA-376, 18.8.30, and the Asian ones). */
const isBuiltIn = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Tells whether cells of a style show a day. Styles are named by their place in the workbook's list. */
export function dateStyles(xml: string): (style: string) => boolean {
  const spelt = new Map<number, string>();
  const formats: number[] = [];
  let isCell = false;
  elements(xml, (name, attribute) => {
    if (name === 'numFmt') spelt.set(Number(attribute('numFmtId')), attribute('formatCode'));
    else if (name === 'cellXfs') isCell = true;
    else if (name === 'cellStyles') isCell = false;
    else if (name === 'xf' && isCell) formats.push(Number(attribute('numFmtId')));
  });
  const dates = formats.map((id) => isBuiltIn(id) || showsDay(spelt.get(id) ?? ''));
  return (style) => dates[Number(style === '' ? 0 : style)] === true;
}

/** Signs of a format; spreadsheets take no longer ones. */
const LONGEST_FORMAT = 255;

/** Letters of a day or a year outside of quoted words and of colours in brackets. */
function showsDay(format: string): boolean {
  return /[dy]/i.test(format.slice(0, LONGEST_FORMAT).replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

const DAY_MS = 86_400_000;
/** 30 December 1899: spreadsheets count a 29 February 1900 that never was, and from March 1900 on it comes right. */
const FROM_1900 = Date.UTC(1899, 11, 30);
const FROM_1904 = Date.UTC(1904, 0, 1);

/** The day, YYYY-MM-DD, of a spreadsheet's number, its time left out; null before 1 March 1900 and after 2199. */
export function dayOfSerial(serial: number, is1904: boolean): string | null {
  const days = Math.floor(serial);
  if (!is1904 && days < 61) return null;
  const at = (is1904 ? FROM_1904 : FROM_1900) + days * DAY_MS;
  return days < 0 || at >= Date.UTC(2200, 0, 1) ? null : new Date(at).toISOString().slice(0, 10);
}
