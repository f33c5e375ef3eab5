/** What a register says of somebody's consent: a yes is asked anew, and a no must not come in as if nobody had asked. */
import { folded } from './folded.ts';
import type { Words } from './values.ts';
import { NOTHING } from './vocabulary/marks.ts';
import {
  AGREED_WORDS,
  CONSENT_NAMES,
  CONSENT_NAMES_ALONE,
  CONSENT_TO_MORE,
  NOT_ASKED_WORDS,
  REFUSED_WORDS,
} from './vocabulary/names.ts';

const listed = (words: string): readonly string[] => words.split(',').map(folded).filter(Boolean);
const has = (said: string, names: readonly string[]): boolean =>
  names.some((name) => ` ${said} `.includes(` ${name} `));

const NAMES = listed(CONSENT_NAMES);
/** Names that say it only where nothing else stands beside them. */
const ALONE = listed(CONSENT_NAMES_ALONE);
const TO_MORE = listed(CONSENT_TO_MORE);
const REFUSED = listed(REFUSED_WORDS);

/** Whether a column says what somebody agreed to: `case`: to be helped and written down at all; `more`: to something beyond. */
export function consentColumn(name: string): 'case' | 'more' | null {
  const said = folded(name.replace(/\([^)]*\)/g, ' '));
  if (!has(said, NAMES) && !ALONE.includes(said)) return null;
  return has(folded(name), TO_MORE) ? 'more' : 'case';
}

/** What a cell of such a column says; `unclear`: neither is known, and a no must not come in as if nobody had asked. */
export type SaidOfConsent = 'no' | 'not-no' | 'unclear';

export function saidOfConsent(cell: string, words: Words): SaidOfConsent {
  const said = folded(cell);
  if (has(said, NOT_ASKED)) return 'not-no';
  if (has(said, REFUSED)) return 'no';
  if (NOTHING.has(cell.toLowerCase())) return 'not-no';
  const answer = words.codeOf('answer', cell);
  const [first = ''] = cell.split(/[\s,;.!:()]+/u);
  if (answer === 'no' || (first !== '' && NO_FIRST.includes(folded(first)))) return 'no';
  // A day, a number of a paper: it was given then, or stands there.
  const isYes = answer === 'yes' || /^[\d\s./-]+$/.test(cell) || YES_SIGNS.has(cell.trim());
  return isYes || has(said, AGREED) || answer === 'unknown' ? 'not-no' : 'unclear';
}

/** A no before its reason: "нет, боится". */
const NO_FIRST = listed('no, нет, xeyr, yox, не, net, not, без');
const AGREED = listed(AGREED_WORDS);
const NOT_ASKED = listed(NOT_ASKED_WORDS);
const YES_SIGNS: ReadonlySet<string> = new Set(['+', '✓', '✔', '☑', 'v', 'V']);
