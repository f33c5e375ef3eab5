import { isFuzzyDate, LANGUAGES, type Language, readingOrder } from '@dayaq/domain';
import type { Change, Id, InviteView, MemberView, RecordView } from '@dayaq/vault/client';
import { textIn } from '../record-values.ts';

/** Days before the end of a term from which Today says so. */
const DAYS_AHEAD = 14;
const DAY = 86_400_000;

export interface Volunteer {
  readonly record: RecordView;
  readonly called: string;
  readonly doing: string;
  readonly mentor: Id;
  /** YYYY-MM-DD, or empty. */
  readonly until: string;
  /** Who they are among us; null until they have come in. */
  readonly account: Id | null;
  /** The invitation that was made for them; empty where there was none. */
  readonly invite: Id;
  readonly thanks: string;
  /** YYYY-MM-DD; empty until the goodbye is over. */
  readonly left: string;
}

const dayIn = ({ fields }: RecordView, name: string): string => {
  const value = fields[name]?.value;
  return isFuzzyDate(value) ? value.day : '';
};

/** Who helps, or helped, the end of whose term is nearest first. */
export function volunteersIn(
  roster: readonly RecordView[],
  invitations: readonly Pick<InviteView, 'invite' | 'usedBy'>[],
): Volunteer[] {
  return roster
    .filter(({ kind, deleted }) => kind === 'volunteer' && !deleted)
    .map((record): Volunteer => {
      const invite = textIn(record, 'invite');
      const cameBy = invitations.find((each) => each.invite === invite)?.usedBy ?? null;
      return {
        record,
        called: textIn(record, 'called'),
        doing: textIn(record, 'doing'),
        mentor: textIn(record, 'mentor'),
        until: dayIn(record, 'until'),
        account: textIn(record, 'account') || cameBy,
        invite,
        thanks: textIn(record, 'thanks'),
        left: dayIn(record, 'left'),
      };
    })
    .sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : a.record.id < b.record.id ? -1 : 1));
}

/** Those whose term is over, or will be within two weeks. @param today YYYY-MM-DD */
export function dueVolunteers(volunteers: readonly Volunteer[], today: string): Volunteer[] {
  const last = new Date(Date.parse(today) + DAYS_AHEAD * DAY).toISOString().slice(0, 10);
  return volunteers.filter(({ until, left }) => left === '' && until !== '' && until <= last);
}

export interface Agreement {
  readonly record: Id;
  /** From 1. */
  readonly number: number;
  readonly since: string;
  readonly words: Readonly<Partial<Record<Language, string>>>;
}

/** Every wording that there was, the newest first: the first one is asked for. */
export function agreementsIn(roster: readonly RecordView[]): Agreement[] {
  return roster
    .filter(({ kind, deleted }) => kind === 'agreement' && !deleted)
    .flatMap((record): Agreement[] => {
      const number = record.fields['number']?.value;
      if (typeof number !== 'number') return [];
      const words = LANGUAGES.flatMap((language) => {
        const text = textIn(record, language);
        return text === '' ? [] : [[language, text] as const];
      });
      if (words.length === 0) return [];
      return [{ record: record.id, number, since: dayIn(record, 'since'), words: Object.fromEntries(words) }];
    })
    .sort((a, b) => b.number - a.number);
}

/** The wording in somebody's language; where there is none, in one that there is. */
export function wordsFor({ words }: Agreement, language: Language): { language: Language; text: string } {
  const spoken = readingOrder(language).find((each) => words[each] !== undefined);
  return { language: spoken ?? language, text: words[spoken ?? language] ?? '' };
}

/** By what a wording is named, so that two who write one at once write one. */
export const agreementName = (number: number): string => `agreement ${number}`;
/** By what it is named that somebody agreed: said once, however often it is pressed. */
export const agreedName = (agreement: Id, who: Id, by: Id): string => `agreed ${agreement} ${who} ${by}`;

/** @param today YYYY-MM-DD */
export const agreementChanges = (
  record: Id,
  number: number,
  words: Readonly<Record<Language, string>>,
  today: string,
): Change[] => [
  {
    kind: 'agreement',
    record,
    fields: {
      number: { set: number },
      since: { set: { day: today } },
      // All four, so that what somebody else writes at the same time mends no part of it.
      ...Object.fromEntries(LANGUAGES.map((language) => [language, { set: words[language].trim() }])),
    },
  },
];

/** @param day YYYY-MM-DD */
export const agreedChanges = (record: Id, who: Id, agreement: Id, day: string): Change[] => [
  {
    kind: 'agreed',
    record,
    fields: { who: { set: who }, agreement: { set: agreement }, day: { set: { day } } },
  },
];

/** That somebody agreed: `own` is signed on their own device; `paper` is what a keyholder says that they hold. */
export interface Agreed {
  readonly how: 'own' | 'paper';
  readonly by: Id;
  readonly day: string;
}

/**
 * Whether somebody agreed to a wording, by who signed that they did: nobody's own word is given by another, and of paper nobody
 * speaks but a keyholder. Their own counts before any paper.
 */
export function agreedBy(
  roster: readonly RecordView[],
  agreement: Id,
  who: Id,
  members: readonly Pick<MemberView, 'account' | 'keyholder'>[],
): Agreed | null {
  const said = roster.flatMap((record): Agreed[] => {
    if (record.kind !== 'agreed' || record.deleted) return [];
    if (textIn(record, 'who') !== who || textIn(record, 'agreement') !== agreement) return [];
    const by = record.created.by;
    if (record.fields['who']?.by !== by || record.fields['agreement']?.by !== by) return [];
    const holdsKeys = members.some(({ account, keyholder }) => account === by && keyholder);
    if (by !== who && !holdsKeys) return [];
    return [{ how: by === who ? 'own' : 'paper', by, day: dayIn(record, 'day') }];
  });
  return said.find(({ how }) => how === 'own') ?? said[0] ?? null;
}
