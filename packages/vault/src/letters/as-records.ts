import { addDays, groupOf, isCode } from '@dayaq/domain';
import {
  type DossierId,
  ID_BYTES,
  type LetterContent,
  type LetterId,
  letterRecord,
  readId,
  type RecordId,
  toBase64url,
} from '@dayaq/sealing';
import type { Change, Value } from '../client.ts';

/** Types of files that a letter may bring; others are kept as bytes of no type, which no page opens by itself. */
const TYPES = ['image/jpeg', 'image/png', 'audio/webm', 'audio/ogg', 'audio/mp4'] as const;

export const typeOf = (mediaType: string): string =>
  TYPES.find((type) => type === mediaType) ?? 'application/octet-stream';

const set = (values: Readonly<Record<string, Value>>): Change['fields'] =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { set: value }]));

/** Answers to what was asked, as far as the kind has such a field, and such a code. */
function answersOf(content: LetterContent): Record<string, Value> {
  const danger = content.answers['danger'] ?? '';
  const asked = groupOf('letter', 'asked').filter((name) => name !== 'danger');
  return Object.fromEntries([
    ...asked.flatMap((name) => {
      const answer = (content.answers[name] ?? '').trim();
      return answer === '' ? [] : [[name, answer] as const];
    }),
    ...(isCode('danger', danger) ? [['danger', danger] as const] : []),
    ...feedbackOf(content),
  ]);
}

/** What feedback is about, `<code of its subject>/<record>`, and of what sort it is; whether there is such a record is not asked here. */
function feedbackOf({ answers }: LetterContent): (readonly [string, Value])[] {
  const [subject = '', is = ''] = (answers['subject'] ?? '').split('/');
  const sort = answers['sort'] ?? '';
  return [
    ...(isCode('complaint-subjects', subject) ? [['subject', subject] as const] : []),
    ...(readId<RecordId>(is, ID_BYTES).ok ? [['subjectIs', is] as const] : []),
    ...(isCode('feedback-sorts', sort) ? [['sort', sort] as const] : []),
  ];
}

/** Of no use where it was kept from nobody. */
const barredOf = ({ barred }: LetterContent): Record<string, Value> =>
  barred.length === 0 ? {} : { barred: barred.join(' ') };

/** By which it is to be answered. @param days within which the public page says that we answer; null where none is known */
const answerBy = (day: string, days: number | null): Record<string, Value> =>
  days === null ? {} : { answerBy: { day: addDays(day, days) } };

/** What the first letter of a correspondence becomes. Every device that opens it writes the same. */
export function firstLetter(
  dossier: DossierId,
  letter: LetterId,
  content: LetterContent,
  day: string,
  days: number | null,
): Change[] {
  return [
    {
      kind: 'letter',
      record: dossier,
      fields: set({
        words: content.words,
        ...answersOf(content),
        received: { day },
        latest: { day },
        ...answerBy(day, days),
        state: 'open',
        language: content.language,
        readers: content.readers.join(' '),
        ...barredOf(content),
        number: letter,
        address: toBase64url(content.address),
        verifier: toBase64url(content.verifier),
        box: toBase64url(content.box),
      }),
    },
  ];
}

/** What a further one becomes: the correspondence waits for us again. With an application, of kind `root`, it stands as part of that. */
export async function furtherLetter(
  dossier: DossierId,
  root: string,
  letter: LetterId,
  content: LetterContent,
  day: string,
  days: number | null,
): Promise<Change[]> {
  if (root === 'application')
    return [
      {
        kind: 'application-more',
        record: await letterRecord(letter, 'more'),
        fields: set({ words: content.words, received: { day } }),
      },
    ];
  const answers = answersOf(content);
  return [
    {
      kind: 'letter-more',
      record: await letterRecord(letter, 'more'),
      fields: set({ words: content.words, received: { day }, ...barredOf(content) }),
    },
    {
      kind: 'letter',
      record: dossier,
      fields: set({ ...answers, latest: { day }, ...answerBy(day, days), state: 'open' }),
    },
  ];
}

/** The account ids that a letter's field names. */
export function accountsIn(value: Value | undefined): string[] {
  return typeof value === 'string' ? value.split(' ').filter((id) => id.length > 0) : [];
}
