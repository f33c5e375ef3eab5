import { addDays } from '@dayaq/domain';
import type { Change, Id, Value } from '@dayaq/vault/client';

type Values = Readonly<Record<string, Value>>;

/** Days within which we promise an answer. It is our own word and no law's; whoever takes a complaint down may choose another day. */
export const ANSWER_DAYS = 14;

/** With what a complaint begins. @param today YYYY-MM-DD */
export const complaintBegins = (today: string): Record<string, Value> => ({
  received: { day: today },
  due: { day: addDays(today, ANSWER_DAYS) },
});

/** A letter that somebody wrote through the public page: what it says, and who may open it. */
export interface FeedbackLetter {
  readonly id: Id;
  readonly values: Values;
  /** Members for whom its sender left it. */
  readonly readers: readonly Id[];
}

/** With what the feedback in a letter begins: its own words, and what it says that it is about. @param today YYYY-MM-DD */
export function feedbackBegins(
  { values }: Pick<FeedbackLetter, 'values'>,
  today: string,
): Record<string, Value> {
  const { words, sort, subject, subjectIs, received } = values;
  const isOfOurs = subject === 'service' || subject === 'commitment';
  return {
    ...complaintBegins(today),
    about: typeof subject === 'string' ? subject : 'organisation',
    ...(typeof sort === 'string' ? { sort } : {}),
    ...(isOfOurs && typeof subjectIs === 'string' ? { subject: subjectIs } : {}),
    ...(typeof words === 'string' ? { words: words.slice(0, LONGEST) } : {}),
    ...(received == null ? {} : { received }),
  };
}

/** Characters of what was complained about; the letter holds the rest. */
const LONGEST = 4000;

/** Whether somebody would answer a letter, or read what became of it, to whom its sender did not leave it. */
export const isKeptFrom = ({ readers }: Pick<FeedbackLetter, 'readers'>, { owner }: Values): boolean =>
  typeof owner === 'string' && owner !== '' && !readers.includes(owner);

/**
 * Why a complaint cannot be kept like this: whoever it concerns would hold its keys. Null where nothing stands against it.
 * @param me who writes it down, and so can always open it
 */
export function concernedIn(values: Values, me: Id): 'owner' | 'writer' | null {
  if (values['about'] !== 'colleague' || typeof values['colleague'] !== 'string') return null;
  if (values['colleague'] === me) return 'writer';
  return values['colleague'] === values['owner'] ? 'owner' : null;
}

/** Who may open a complaint: who took it down and who answers it, and nobody whom it concerns. */
export function readersOf(values: Values, me: Id): Id[] {
  if (concernedIn(values, me) !== null) throw new Error('a complaint is never sealed to whom it concerns');
  const { owner } = values;
  return [...new Set([me, ...(typeof owner === 'string' && owner !== '' ? [owner] : [])])];
}

/** What can still be said back to whoever wrote the letter that it came by, in the order in which it is said. */
export function owedBack(values: Values): 'answer' | 'change' | null {
  if (typeof values['letter'] !== 'string') return null;
  if (isText(values['answer']) && values['answerSaid'] == null) return 'answer';
  return isText(values['changed']) && values['changeSaid'] == null ? 'change' : null;
}

/** The words that go to them. */
export const wordsBack = (values: Values, what: 'answer' | 'change'): string => {
  const words = values[what === 'answer' ? 'answer' : 'changed'];
  return isText(words) ? words.trim() : '';
};

/** What is noted once they are kept for sending. @param today YYYY-MM-DD */
export const saidBack = (complaint: Id, what: 'answer' | 'change', today: string): Change[] => [
  {
    kind: 'complaint',
    record: complaint,
    fields:
      what === 'answer'
        ? { answerSaid: { set: { day: today } }, personTold: { set: 'yes' } }
        : { changeSaid: { set: { day: today } } },
  },
];

const isText = (value: Value | undefined): value is string =>
  typeof value === 'string' && value.trim() !== '';

/** What is set with an answer. @param today YYYY-MM-DD */
export const complaintAnswered = (today: string): Record<string, Value> => ({
  state: 'answered',
  answered: { day: today },
});

/** What is set where something changed because of it. @param today YYYY-MM-DD */
export const complaintLed = (values: Values, today: string): Record<string, Value> => ({
  changedOn: values['led'] === 'changed' ? { day: today } : null,
});
