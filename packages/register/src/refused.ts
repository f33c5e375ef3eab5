/** What a register says of somebody's consent: a yes is asked anew, and a no must not come in as if nobody had asked. */
import { folded } from './folded.ts';
import type { Words } from './values.ts';
import { NOTHING } from './vocabulary/marks.ts';
import { CONSENT_NAMES, CONSENT_TO_MORE, REFUSED_WORDS } from './vocabulary/names.ts';

const listed = (words: string): readonly string[] => words.split(',').map(folded).filter(Boolean);
const has = (said: string, names: readonly string[]): boolean =>
  names.some((name) => ` ${said} `.includes(` ${name} `));

const NAMES = listed(CONSENT_NAMES);
const TO_MORE = listed(CONSENT_TO_MORE);
const REFUSED = listed(REFUSED_WORDS);

/** Whether a column says what somebody agreed to: `case`: to be helped and written down at all; `more`: to something beyond. */
export function consentColumn(name: string): 'case' | 'more' | null {
  const said = folded(name.replace(/\([^)]*\)/g, ' '));
  if (!has(said, NAMES)) return null;
  return has(folded(name), TO_MORE) ? 'more' : 'case';
}

/** Whether a cell of such a column says no. "Not asked" is no refusal. */
export function isRefusal(cell: string, words: Words): boolean {
  const said = folded(cell);
  if (has(said, REFUSED)) return true;
  if (NOTHING.has(cell.toLowerCase())) return false;
  const [first = ''] = cell.split(/[\s,;.!:()]+/u);
  return words.codeOf('answer', cell) === 'no' || (FIRST.includes(folded(first)) && first !== '');
}

/** A no before its reason: "нет, боится". */
const FIRST = listed('no, нет, xeyr, yox');
