import { textIn } from '@dayaq/acts/record-values';
import { fieldOf } from '@dayaq/domain';
import { foldForIndex } from '@dayaq/locale/fold';
import type { RecordView, Value } from '@dayaq/vault/client';
import type { IsOffice } from './offices.ts';

/** A name that is left off the paper and still stands in a text on it. */
export interface LeftName {
  /** As it is written there first. */
  written: string;
  /** What stands in its place if it is replaced. */
  called: string;
  count: number;
  /** Where it stands first, with some words around it. */
  before: string;
  after: string;
}

interface Known {
  stem: string;
  called: string;
}

/** Letters: shorter words are names only where they begin with a capital. */
const SURE = 5;
const SHORTEST = 3;
/** Letters that an ending of any of our languages may put behind a name. */
const LONGEST_ENDING = 6;
/** Characters of context on either side. */
const AROUND = 40;
const WORD = /[\p{L}\p{M}'’]+/gu;
const REST_OF_NAME = /^(?:[ \u00a0]+\p{Lu}[\p{L}\p{M}'’-]+){1,2}/u;
/** How surnames and fathers’ names end in these countries, with the ending that a sentence puts behind them. */
const SURNAME =
  /^\p{Lu}\p{L}{2,}(?:y?ev|ov|y?eva|ova|zadə|zade|oğlu|qızı|[оеё]в|[оеё]ва|зода|заде|[ое]вич|[ое]вна)(?:\p{L}{0,4})$/u;
/** Behind these a word with a capital is what somebody’s relative is called. By stem: az, ru, tg, en. */
const RELATIVES =
  /^(?:ana|ata|arvad|bacı|qardaş|oğl|qız|xala|bibi|dayı|əmi|nənə|baba|qayn\p{L}*|мать|матер|мам|от[ец]ц?|пап|муж|жен|сын|доч|сестр|брат|бабушк|дедушк|т[её]т|дяд|свекр|свёкр|золовк|модар|падар|шавҳар|зан|писар|духтар|хоҳар|апа|ака|бародар|додар|бибӣ|бобо|хола|амма|тағо|амак|хушдоман|mother|father|husband|wife|son|daughter|sister|brother|aunt|uncle)\p{L}{0,5}$|^ər(?:i|im|in|inin|ini|imin|imi)$/iu;
const LAST_WORD = /([\p{L}\p{M}'’]+)[ \u00a0]+$/u;
const NUMBER = /\+?\d[\d\s().-]{5,}\d/g;
/** Digits by which a telephone number is known, however it is written. */
const DIGITS = 7;

/**
 * Names and numbers that are known in the case, are left off this paper, and still stand in what somebody wrote in their own words. Found as they sound,
 * in any alphabet and with any ending. A word that only looks like one is shown too: the person decides.
 * @param records everything of the case
 * @param paper what would be printed of it
 * @param roleName names a code of the list `person-roles`
 * @param ours names of members, and what stands in their place
 * @param isOffice what names an office names nobody
 */
export function leftNames(
  records: readonly RecordView[],
  paper: readonly RecordView[],
  roleName: (role: string) => string,
  ours: { names: readonly string[]; called: string },
  isOffice: IsOffice,
): LeftName[] {
  const known = knownIn(records, roleName, ours, isOffice);
  const left = new Map<string, LeftName>();
  for (const text of textsOn(paper))
    eachFound(text, known, (found, called, at) => {
      const key = `${called} ${foldForIndex(found).split(' ', 1)[0] ?? found}`;
      const earlier = left.get(key);
      if (earlier !== undefined) earlier.count += 1;
      else
        left.set(key, {
          written: found,
          called,
          count: 1,
          before: text.slice(Math.max(0, at - AROUND), at),
          after: text.slice(at + found.length, at + found.length + AROUND),
        });
    });
  return [...left.values()];
}

/** The same paper with a role in brackets wherever a known name or number stood. */
export function withoutNames(
  records: readonly RecordView[],
  paper: readonly RecordView[],
  roleName: (role: string) => string,
  ours: { names: readonly string[]; called: string },
  isOffice: IsOffice,
): RecordView[] {
  const known = knownIn(records, roleName, ours, isOffice);
  return paper.map((record) => ({
    ...record,
    fields: Object.fromEntries(
      Object.entries(record.fields).map(([name, field]) =>
        isOwnWords(record.kind, name) && typeof field.value === 'string'
          ? [name, { ...field, value: replaced(field.value, known) }]
          : [name, field],
      ),
    ),
  }));
}

interface KnownThings {
  names: readonly Known[];
  numbers: ReadonlyMap<string, string>;
  /** What stands in place of a name that nobody wrote down by itself. */
  somebody: string;
}

function knownIn(
  records: readonly RecordView[],
  roleName: (role: string) => string,
  ours: { names: readonly string[]; called: string },
  isOffice: IsOffice,
): KnownThings {
  const names: Known[] = ours.names.flatMap((name) => namesIn(name, ours.called));
  const numbers = new Map<string, string>();
  for (const record of records) {
    const role = roleName(textIn(record, 'role') || (record.kind === 'case' ? 'client' : 'other'));
    for (const [name, { value }] of Object.entries(record.fields)) {
      const type = fieldOf(record.kind, name);
      if (type?.sensitivity !== 'identifying' || type.type.is !== 'text' || type.type.long === true) continue;
      const text = typeof value === 'string' ? value : '';
      if (!isOffice(text)) names.push(...namesIn(text, role));
      for (const [number] of text.matchAll(NUMBER)) numbers.set(lastDigits(number), role);
    }
  }
  return { names, numbers, somebody: roleName('other') };
}

/** The words of a name; of a longer description only those with a capital. */
function namesIn(text: string, called: string): Known[] {
  const words = text.match(WORD) ?? [];
  return words
    .filter((word) => word.length >= SHORTEST && (words.length === 1 || isCapital(word)))
    .flatMap((word) => spellingsOf(word).map((spelt) => ({ stem: stemOf(spelt), called })));
}

function eachFound(
  text: string,
  { names, numbers, somebody }: KnownThings,
  tell: (found: string, called: string, at: number) => void,
): void {
  const knownAs = finderOf(names);
  let told = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (word.length < SHORTEST || index < told) continue;
    const known = knownAs(word);
    if (known === undefined && !looksLikeName(word, text.slice(Math.max(0, index - AROUND), index))) continue;
    // Whatever else with a capital follows a name is most likely the rest of it: a surname that nobody wrote down by itself.
    const rest = REST_OF_NAME.exec(text.slice(index + word.length))?.[0] ?? '';
    told = index + word.length + rest.length;
    const whose = known ?? (rest.match(WORD) ?? []).flatMap((each) => knownAs(each) ?? [])[0];
    tell(word + rest, whose?.called ?? somebody, index);
  }
  for (const { 0: number, index } of text.matchAll(NUMBER)) {
    const called = numbers.get(lastDigits(number));
    if (called !== undefined) tell(number, called, index);
  }
}

/** Finds the name that a word is, with whatever ending. */
function finderOf(names: readonly Known[]): (word: string) => Known | undefined {
  const stems = new Map<string, Known[]>();
  for (const one of names) {
    const begins = one.stem.slice(0, SHORTEST);
    const those = stems.get(begins);
    if (those === undefined) stems.set(begins, [one]);
    else those.push(one);
  }
  return (word) =>
    spellingsOf(word)
      .flatMap((one) => (stems.get(one.slice(0, SHORTEST)) ?? []).map((known) => ({ known, one })))
      .find(
        ({ known: { stem }, one }) =>
          one.startsWith(stem) &&
          one.length - stem.length <= LONGEST_ENDING &&
          (stem.length >= SURE || isCapital(word)),
      )?.known;
}

/** Whether a word is a surname by its ending, or what somebody’s relative is called. A place may look so too: the person decides. */
const looksLikeName = (word: string, before: string): boolean =>
  isCapital(word) && (SURNAME.test(word) || RELATIVES.test(LAST_WORD.exec(before)?.[1] ?? ''));

function replaced(text: string, known: KnownThings): string {
  const places: { from: number; to: number; called: string }[] = [];
  eachFound(text, known, (found, called, at) => places.push({ from: at, to: at + found.length, called }));
  return places
    .sort((a, b) => b.from - a.from)
    .reduce((rest, { from, to, called }) => `${rest.slice(0, from)}[${called}]${rest.slice(to)}`, text);
}

function* textsOn(paper: readonly RecordView[]): Generator<string> {
  for (const record of paper)
    for (const [name, { value }] of Object.entries(record.fields))
      if (isOwnWords(record.kind, name) && isText(value)) yield value;
}

const isText = (value: Value | undefined): value is string => typeof value === 'string' && value !== '';

/** Somebody’s own words: a text that is not itself the name that was put in its place. */
function isOwnWords(kind: string, name: string): boolean {
  const field = fieldOf(kind, name);
  return field?.type.is === 'text' && field.sensitivity !== 'identifying';
}

/** How a word sounds, in each alphabet that it may be spelt in. */
function spellingsOf(word: string): string[] {
  return foldForIndex(word).split(' ').filter(Boolean);
}

/** Without the vowels at the end, which an ending takes away: Айгуля, Айгулю. */
function stemOf(spelt: string): string {
  const bare = spelt.replace(/[aeiou]+$/, '');
  return bare.length >= SHORTEST ? bare : spelt;
}

const isCapital = (word: string): boolean => word[0] !== undefined && word[0] !== word[0].toLowerCase();

const lastDigits = (number: string): string => number.replace(/\D/g, '').slice(-DIGITS);
