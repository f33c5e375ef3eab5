import { addDays } from '@dayaq/domain';
import type { Id, Value } from '@dayaq/vault/client';

type Values = Readonly<Record<string, Value>>;

/** Days within which we promise an answer. It is our own word and no law's; whoever takes a complaint down may choose another day. */
export const ANSWER_DAYS = 14;

/** With what a complaint begins. @param today YYYY-MM-DD */
export const complaintBegins = (today: string): Record<string, Value> => ({
  received: { day: today },
  due: { day: addDays(today, ANSWER_DAYS) },
});

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

/** What is set with an answer. @param today YYYY-MM-DD */
export const complaintAnswered = (today: string): Record<string, Value> => ({
  state: 'answered',
  answered: { day: today },
});
