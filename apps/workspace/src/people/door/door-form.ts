import { type DoorNotice, NOTICE_LIMITS, type NoticedSubject, readNotice, writeNotice } from '@dayaq/domain';
import { LANGUAGES } from '@dayaq/locale';
import type { DoorView, Id, Value } from '@dayaq/vault/client';

/** The languages in which a page can be written, in the order in which they are asked. */
export const OFFERED = LANGUAGES;
const USUAL_DAYS = 3;
const USUAL_OUTSIDE_DAYS = 14;
const MOST_READERS = 12;
const LONGEST_NAME = 60;

/** What is typed, by name: `about az`, `hours az`, `subjects`, `reads` with the accounts, `as <account>`. */
export type DoorForm = Record<string, Value>;

/** A form that begins with how the page stands. */
export function doorForm(before: DoorView | null): DoorForm {
  const notice = before?.notice ?? null;
  return {
    name: notice?.name ?? '',
    phone: notice?.phone ?? '',
    danger: notice?.dangerPhone ?? '',
    days: String(notice?.answerDays ?? USUAL_DAYS),
    'outside name': notice?.outside?.name ?? '',
    'outside reach': notice?.outside?.reach ?? '',
    'outside days': String(notice?.outside?.days ?? USUAL_OUTSIDE_DAYS),
    ...Object.fromEntries(
      OFFERED.flatMap((language) => [
        [`about ${language}`, notice?.about[language] ?? ''],
        [`hours ${language}`, notice?.hours[language] ?? ''],
        [`otherwise ${language}`, notice?.outside?.otherwise[language] ?? ''],
      ]),
    ),
    flood: notice?.worksInFlood ?? false,
    subjects: (notice?.subjects ?? []) as unknown as Value,
    reads: before?.readers.map(({ account }) => account) ?? [],
    ...Object.fromEntries(before?.readers.map(({ account, name }) => [`as ${account}`, name]) ?? []),
  };
}

/** What is to be signed, with the surveys that are asked; null where something of it is missing, or is more than fits. */
export function asProposed(
  typed: DoorForm,
  before: DoorView | null,
): { notice: DoorNotice; readers: { account: Id; name: string }[] } | null {
  const text = (name: string): string => {
    const value = typed[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const languages = OFFERED.filter(
    (language) => text(`about ${language}`) !== '' && text(`hours ${language}`) !== '',
  );
  const surveys = before?.notice?.surveys ?? [];
  const of = (name: string) =>
    Object.fromEntries(languages.map((language) => [language, text(`${name} ${language}`)]));
  const notice = readNotice(
    writeNotice({
      name: text('name'),
      languages,
      about: of('about'),
      phone: text('phone'),
      hours: of('hours'),
      dangerPhone: text('danger'),
      answerDays: Number(text('days')),
      surveys: surveys.map((each) => ({ ...each, title: inEach(each.title, languages) })),
      ...(text('outside name') === '' && text('outside reach') === ''
        ? {}
        : {
            outside: {
              name: text('outside name'),
              reach: text('outside reach'),
              days: Number(text('outside days')),
              otherwise: of('otherwise'),
            },
          }),
      ...(typed['flood'] === true ? { worksInFlood: true } : {}),
      subjects: subjectsIn(typed).map((each) => ({ ...each, title: inEach(each.title, languages) })),
    }),
  );
  const accounts = Array.isArray(typed['reads']) ? typed['reads'] : [];
  const readers = accounts.flatMap((account) =>
    typeof account === 'string' ? [{ account, name: text(`as ${account}`) }] : [],
  );
  const isWhole =
    readers.length > 0 &&
    readers.length <= MOST_READERS &&
    readers.every(({ name }) => name !== '' && name.length <= LONGEST_NAME);
  if (notice === null || notice.phone === '' || notice.phone.length > NOTICE_LIMITS.phone) return null;
  return isWhole ? { notice, readers } : null;
}

/** What feedback is asked for, as chosen; what is none is refused with the whole, when it is to be signed. */
export const subjectsIn = ({ subjects }: DoorForm): readonly NoticedSubject[] =>
  Array.isArray(subjects) ? (subjects as unknown as readonly NoticedSubject[]) : [];

/** Whether visitors could not tell two readers apart, and so keep a letter from one of them. */
export function areAlike(readers: readonly { name: string }[]): boolean {
  const names = readers.map(({ name }) => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim());
  return new Set(names).size !== names.length;
}

/** A survey's title in each language of the page: in one that it has none in, as it is called in another. */
export function inEach(
  title: Readonly<Record<string, string>>,
  languages: readonly string[],
): Record<string, string> {
  const [some = ''] = Object.values(title).filter((each) => each !== '');
  return Object.fromEntries(languages.map((language) => [language, title[language] || some]));
}
