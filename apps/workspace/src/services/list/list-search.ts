import { type Admission, type AdmissionGroup, areaWithAncestors, openState, packOf } from '@dayaq/domain';
import { sortKey, type Translator } from '@dayaq/locale';
import { foldForIndex, foldForQuery } from '@dayaq/locale/fold';
import { areaLabel, codeLabel } from '../../fields/labels.ts';
import type { ClockTime } from '../clock.ts';
import type { Listed } from '../directory.ts';

export type ListSort = 'name' | 'unchecked';

/** What somebody looks for in the directory. Empty texts ask for nothing. */
export interface ListSearch {
  text: string;
  /** Code of the list `services`. */
  need: string;
  /** Area code; a region holds its districts. */
  area: string;
  /** Code of the list `admission-groups`: who is at the door. */
  admits: AdmissionGroup | '';
  /** What the service says to them; who must be asked first lets nobody in yet. Nobody said is `unknown`. */
  answer: Admission;
  openNow: boolean;
  /** Empty: everything that has not ended. */
  state: Listed['state'] | '';
  /** Checked within so many months; 0: whenever. */
  verifiedWithin: number;
  sort: ListSort;
}

export const EVERYTHING: ListSearch = {
  text: '',
  need: '',
  area: '',
  admits: '',
  answer: 'admits',
  openNow: false,
  state: '',
  verifiedWithin: 0,
  sort: 'name',
};

/** Whether anything narrows the list. */
export const isNarrowed = (search: ListSearch): boolean => {
  // An answer asks for nothing while nobody is at the door.
  const answer = search.admits === '' ? EVERYTHING.answer : search.answer;
  return JSON.stringify({ ...search, answer, sort: '' }) !== JSON.stringify({ ...EVERYTHING, sort: '' });
};

interface Spelt {
  translator: Translator;
  /** Orders the lines. */
  key: string;
  /** Folded words, each with a space before it; made when somebody first searches. */
  words: string | null;
}
/** Folding takes far longer than comparing, and lines of the directory stay the same until a provider changes. */
const spelt = new WeakMap<Listed, Spelt>();

function spell(listed: Listed, translator: Translator): Spelt {
  const known = spelt.get(listed);
  if (known?.translator === translator) return known;
  const key = sortKey(translator.language, `${listed.providerName} ${listed.name}`.trim());
  const made = { translator, key, words: null };
  spelt.set(listed, made);
  return made;
}

/** Names of help and places come back on many lines; each is folded once. */
let folded = { translator: null as Translator | null, names: new Map<string, string>() };

function foldName(name: string, translator: Translator): string {
  if (folded.translator !== translator) folded = { translator, names: new Map() };
  const known = folded.names.get(name);
  if (known !== undefined) return known;
  const sound = foldForIndex(name);
  folded.names.set(name, sound);
  return sound;
}

function wordsOf(listed: Listed, translator: Translator): string {
  const spelling = spell(listed, translator);
  if (spelling.words !== null) return spelling.words;
  const { service } = listed;
  const codes = service?.serves.map((code) => codeLabel(translator, 'services', code)) ?? [];
  const places = (service?.areas ?? []).flatMap(areaWithAncestors).map((area) => areaLabel(translator, area));
  const own = [listed.name, listed.providerName, ...listed.told].map(foldForIndex);
  const names = [...codes, ...places].map((name) => foldName(name, translator));
  spelling.words = ` ${[...own, ...names].join(' ')}`;
  return spelling.words;
}

const DAYS_A_MONTH = 365.25 / 12;

/** The first day that still counts as checked within so many months. */
export function checkedSince(today: string, months: number): string {
  return new Date(Date.parse(today) - months * DAYS_A_MONTH * 86_400_000).toISOString().slice(0, 10);
}

const STATE_RANK = { active: 0, paused: 2, ended: 3 } as const;

/** What works stands first; what works and fits nobody here (harmful, or beyond a border) never does. */
function rankOf(line: Listed, home: string): number {
  const sinks = line.service?.trust === 'harmful' || countryAbroad(line, home) !== null;
  return STATE_RANK[line.state] + (sinks && line.state === 'active' ? 1 : 0);
}

/** The country of a service that nobody reaches without crossing a border; null for all others. */
export function countryAbroad({ service }: Listed, home: string): string | null {
  if (service === null || service.reach === 'remote') return null;
  const countries = service.areas.map((area) => areaWithAncestors(area).at(-1) ?? '');
  const [first] = countries;
  const isAbroad = countries.every((country) => country !== home && packOf(country) !== undefined);
  return first !== undefined && isAbroad ? first : null;
}

/** Lines folded in one go while the list is idle, so that the first letter typed does not wait for all of them. */
const SLICE = 100;

/** Prepares the lines for searching bit by bit; answers a function that stops it. */
export function prepareSearch(listed: readonly Listed[], translator: Translator): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const from = (at: number): void => {
    for (const line of listed.slice(at, at + SLICE)) wordsOf(line, translator);
    if (at + SLICE < listed.length) timer = setTimeout(from, 0, at + SLICE);
  };
  timer = setTimeout(from, 0, 0);
  return () => clearTimeout(timer);
}

interface Sorted {
  translator: Translator;
  home: string;
  sort: ListSort;
  lines: readonly Listed[];
}
const sorted = new WeakMap<readonly Listed[], Sorted>();

/** All lines in their order, worked out once for a directory: those that work first. The order is total. */
function inOrder(
  listed: readonly Listed[],
  sort: ListSort,
  translator: Translator,
  home: string,
): readonly Listed[] {
  const known = sorted.get(listed);
  if (known?.translator === translator && known.sort === sort && known.home === home) return known.lines;
  const checked = (line: Listed): string => line.service?.verified ?? '';
  const lines = [...listed].sort((a, b) => {
    const byState = rankOf(a, home) - rankOf(b, home);
    if (byState !== 0) return byState;
    if (sort === 'unchecked' && checked(a) !== checked(b)) return checked(a) < checked(b) ? -1 : 1;
    const [first, second] = [spell(a, translator).key, spell(b, translator).key];
    if (first !== second) return first < second ? -1 : 1;
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  });
  sorted.set(listed, { translator, home, sort, lines });
  return lines;
}

/** The lines that a search finds, in the order that was asked for. @param home code of the country where one works */
export function searchDirectory(
  listed: readonly Listed[],
  search: ListSearch,
  translator: Translator,
  now: ClockTime,
  home: string,
): Listed[] {
  const words = foldForQuery(search.text).map((word) => ` ${word}`);
  const since = search.verifiedWithin > 0 ? checkedSince(now.day, search.verifiedWithin) : '';
  return inOrder(listed, search.sort, translator, home).filter((line) => {
    const { service } = line;
    if (search.state === '' ? line.state === 'ended' : line.state !== search.state) return false;
    if (search.need !== '' && service?.serves.includes(search.need) !== true) return false;
    if (search.area !== '' && !isIn(line, search.area)) return false;
    if (search.admits !== '') {
      if (service === null || (service.admission[search.admits] ?? 'unknown') !== search.answer) return false;
    }
    if (since !== '' && (service === null || service.verified === '' || service.verified < since))
      return false;
    if (search.openNow && !isOpen(line, now)) return false;
    if (words.length === 0) return true;
    const own = wordsOf(line, translator);
    return words.every((word) => own.includes(word));
  });
}

/** A service that one calls or writes to is everywhere. */
function isIn({ service }: Listed, area: string): boolean {
  if (service === null) return false;
  return service.reach === 'remote' || service.areas.some((own) => areaWithAncestors(own).includes(area));
}

function isOpen({ service, state }: Listed, { day, minute }: ClockTime): boolean {
  return state === 'active' && service !== null && openState(service.opening, day, minute).is === 'open';
}
