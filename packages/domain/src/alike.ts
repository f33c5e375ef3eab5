import { bandYears } from './age.ts';
import { fuzzyRange, isFuzzyDate } from './fuzzy-date.ts';
import { areaWithAncestors, isSpecialArea } from './packs/index.ts';
import type { PlainRecord } from './plain-record.ts';

/**
 * By what a person in one case is known again in another: a name, an age, a place, days, a telephone. It never decides
 * anything: whoever reads the reasons does. How names sound is the caller's to say (`NameAlike`).
 */

/** What is known of somebody in a case, as far as it tells two people apart. */
export interface Known {
  /** Of their record. */
  record: string;
  /** Code of the list `person-roles`. */
  role: string;
  name: string;
  /** The years in which they may have been born; null where nothing is known. */
  born: [from: number, to: number] | null;
  /** Code of the innermost area of the case, or empty. */
  area: string;
  /** What was done to them, as day (YYYY-MM-DD) and code of the act, where the day is known. */
  acts: [day: string, act: string][];
  /** Telephone numbers by which they are reached, in the form that `telephonesIn` gives. */
  telephones: string[];
  /** What the case was called in a register that it came from, or empty; of clients alone. */
  number: string;
  /** Cases of which somebody said that they are not the same. */
  apart: string[];
}

/**
 * How far two names are one. `full`: every word of the shorter, and that has two or more; `same`: both are one word, and that
 * is one, as of somebody who is known by a first name or a chosen one; `close`: the same but for a slip; `part`: one word of
 * them; `unknown`: one of them has none.
 */
export type NameAlike = 'full' | 'same' | 'close' | 'part' | 'other' | 'unknown';

/** Why two people may be one, or may not. */
export type AlikeReason =
  | 'number'
  | 'telephone'
  | 'name-full'
  | 'name-same'
  | 'name-close'
  | 'name-part'
  | 'other-name'
  | 'birth-year'
  | 'age'
  | 'other-age'
  | 'place'
  | 'region'
  | 'other-place'
  | 'act'
  | 'day';

/** Weights of the reasons. What speaks against counts below nothing. */
const POINTS: Readonly<Record<AlikeReason, number>> = {
  number: 60,
  telephone: 55,
  'name-full': 40,
  // Alone it is a hint; with an age or a place that agree, a likely pair.
  'name-same': 32,
  'name-close': 26,
  'name-part': 18,
  'other-name': -10,
  'birth-year': 20,
  age: 8,
  'other-age': -30,
  place: 12,
  region: 4,
  'other-place': -6,
  act: 20,
  day: 12,
};

/** From so many points on two cases are shown as a likely pair; a hint while typing needs fewer. */
export const LIKELY = 40;
export const HINTED = 30;

export interface Alike {
  reasons: AlikeReason[];
  points: number;
}

const MOST_ACTS = 20;
const MOST_PEOPLE = 50;

/**
 * People of one case by whom it may be known again. None of a case that was joined with another: that one has them.
 * @param telephonesIn the numbers in a text, each in one form however it was written
 */
export function peopleIn(
  root: string,
  records: readonly Pick<PlainRecord, 'id' | 'kind' | 'deleted' | 'fields'>[],
  telephonesIn: (text: string) => string[],
): Known[] {
  const head = records.find(({ id }) => id === root);
  if (head?.kind !== 'case' || head.deleted || text(head.fields.joinedInto) !== '') return [];
  const live = records.filter(({ deleted }) => !deleted);
  const year = Number((isFuzzyDate(head.fields.opened) ? head.fields.opened.day : '').slice(0, 4));
  const area =
    placeIn(head.fields.area) || live.map(({ fields }) => placeIn(fields.area)).find(Boolean) || '';
  const acts = live.filter(({ kind }) => kind === 'violation');
  return live
    .filter(({ kind }) => kind === 'person')
    .slice(0, MOST_PEOPLE)
    .map((person): Known => {
      const { id, fields } = person;
      const isClient = fields.role === 'client';
      const name = text(fields.alias) || (isClient ? text(head.fields.alias) : '');
      return {
        record: id,
        role: text(fields.role),
        name,
        born: bornIn(fields, year),
        area,
        acts: acts.flatMap((act) => (isAgainst(act, id) ? actIn(act) : [])).slice(0, MOST_ACTS),
        telephones: telephonesIn(text(fields.safeContact)),
        number: isClient ? text(head.fields.oldNumber).trim() : '',
        apart: texts(head.fields.notSame),
      };
    });
}

/** Whether an act was done to somebody; one of which nobody was named was done to whomever the case is about. */
function isAgainst({ fields }: Pick<PlainRecord, 'fields'>, person: string): boolean {
  const victims = texts(fields.victims);
  return victims.length === 0 || victims.includes(person);
}

function actIn({ fields }: Pick<PlainRecord, 'fields'>): Known['acts'] {
  if (!isFuzzyDate(fields.date) || fields.date.day.length < 10 || fields.date.until !== undefined) return [];
  return [[fuzzyRange(fields.date).from, text(fields.type)]];
}

/** @param year in which the case was opened, in which an age band was true */
function bornIn(fields: PlainRecord['fields'], year: number): Known['born'] {
  const { birthYear } = fields;
  if (typeof birthYear === 'number') return [birthYear, birthYear];
  return year > 0 ? bandYears(text(fields.ageBand), year) : null;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

function placeIn(value: unknown): string {
  const area = typeof value === 'object' && value !== null && 'area' in value ? text(value.area) : '';
  return isSpecialArea(area) ? '' : area;
}

/**
 * Why two people may be one and the same.
 * @param names how far their names are one
 */
export function alike(a: Known, b: Known, names: NameAlike): Alike {
  const reasons: AlikeReason[] = [];
  if (a.number !== '' && a.number.toLowerCase() === b.number.toLowerCase()) reasons.push('number');
  if (a.telephones.some((each) => b.telephones.includes(each))) reasons.push('telephone');
  if (names === 'other') reasons.push('other-name');
  else if (names !== 'unknown') reasons.push(`name-${names}`);
  reasons.push(...ageReasons(a.born, b.born), ...placeReasons(a.area, b.area), ...actReasons(a, b));
  return { reasons, points: reasons.reduce((sum, reason) => sum + POINTS[reason], 0) };
}

/** People err by a year, and an age band by its edges. */
const SLACK = 1;

function ageReasons(a: Known['born'], b: Known['born']): AlikeReason[] {
  if (a === null || b === null) return [];
  if (a[0] > b[1] + SLACK || b[0] > a[1] + SLACK) return ['other-age'];
  if (a[0] === a[1] && a[0] === b[0] && b[0] === b[1]) return ['birth-year'];
  return ['age'];
}

function placeReasons(a: string, b: string): AlikeReason[] {
  if (a === '' || b === '') return [];
  if (a === b) return ['place'];
  // The last is the country, which most have in common.
  const regions = new Set(areaWithAncestors(a).slice(0, -1));
  return areaWithAncestors(b)
    .slice(0, -1)
    .some((area) => regions.has(area))
    ? ['region']
    : ['other-place'];
}

function actReasons(a: Known, b: Known): AlikeReason[] {
  const days = new Set(a.acts.map(([day]) => day));
  const acts = new Set(a.acts.map((each) => each.join(' ')));
  if (b.acts.some((each) => acts.has(each.join(' ')))) return ['act'];
  return b.acts.some(([day]) => days.has(day)) ? ['day'] : [];
}
