import type { Admission, AdmissionGroup, OfferAsk, ServiceEntry } from '@dayaq/domain';
import type { DossierQuery } from '@dayaq/vault/client';
import type { ClockTime } from '../clock.ts';

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
  state: ServiceEntry['state'] | '';
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

const DAYS_A_MONTH = 365.25 / 12;

/** The first day that still counts as checked within so many months. */
export function checkedSince(today: string, months: number): string {
  return new Date(Date.parse(today) - months * DAYS_A_MONTH * 86_400_000).toISOString().slice(0, 10);
}

/** What is asked of services at this minute. */
export function askOf(search: ListSearch, now: ClockTime): OfferAsk {
  const { need, area, admits, answer, state, openNow, verifiedWithin } = search;
  return {
    need,
    area,
    group: admits,
    answer,
    state,
    checkedSince: verifiedWithin > 0 ? checkedSince(now.day, verifiedWithin) : '',
    openAt: openNow ? now : null,
  };
}

/** How the vault is asked for the rows of a list; what works stands first where they are by name. */
export function queryOf(
  search: ListSearch,
  now: ClockTime,
  space: string,
): Omit<DossierQuery, 'offset' | 'limit'> {
  return {
    kinds: ['provider'],
    text: search.text,
    filters: {},
    offers: askOf(search, now),
    sort: search.sort === 'name' ? 'title' : 'day',
    descending: false,
    space,
  };
}
