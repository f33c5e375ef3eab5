import { textIn } from '@dayaq/acts/record-values';
import { servicesForWant } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';

/** Wants that ask nothing of us but what was done already. */
export const MEETS_NOBODY: readonly string[] = ['only-a-record', 'not-sure'];

/** What may meet a want (lists `wants`, `response-types`); the first is what a new response for it begins with. */
const RESPONSES: Readonly<Record<string, readonly string[]>> = {
  'make-it-stop': ['protection', 'mediation', 'primary-legal', 'secondary-legal', 'shelter', 'advocacy'],
  'safe-place': ['shelter', 'protection'],
  'medical-care': ['medical', 'escort'],
  treatment: ['art', 'ost', 'ost-art', 'medical', 'escort'],
  'legal-advice': ['primary-legal', 'secondary-legal'],
  complaint: ['primary-legal', 'secondary-legal', 'advocacy'],
  court: ['secondary-legal', 'primary-legal'],
  documents: ['documents'],
  'somebody-to-talk-to': ['psychosocial', 'counselling'],
  escort: ['escort'],
  'food-money': ['food-goods', 'cash'],
  'work-study': ['training'],
  children: ['psychosocial', 'secondary-legal', 'documents', 'food-goods'],
  'leave-the-area': ['protection', 'shelter', 'cash'],
};

/** What else in a case may meet a want, by the record's kind; of a matter by its type (list `matter-types`). */
const BEGUN: Readonly<Record<string, readonly string[]>> = {
  path: ['work-study'],
  stay: ['safe-place'],
  complaint: ['complaint', 'legal-advice'],
  request: ['legal-advice'],
  lawsuit: ['court', 'legal-advice'],
  appeal: ['court', 'complaint', 'legal-advice'],
  defence: ['legal-advice'],
  'administrative-fine': ['legal-advice'],
  'protection-order': ['make-it-stop', 'legal-advice'],
};

const typesFor = (want: string): readonly string[] =>
  (Object.hasOwn(RESPONSES, want) ? RESPONSES[want] : undefined) ?? [];

/** The response that most often meets a want, or undefined where anything may. */
export function firstResponse(want: string): string | undefined {
  return typesFor(want)[0];
}

/**
 * Whether a record is meant for a want: a response because it was planned from it, or, where nothing was said, because such
 * responses meet it; anything else that was begun (a course, a matter, a stay) because of what it is.
 */
export function answersWant(record: RecordView, want: string): boolean {
  if (record.kind === 'referral') return servicesForWant(want).includes(textIn(record, 'need'));
  if (record.kind !== 'response') {
    const what = record.kind === 'matter' ? textIn(record, 'type') : record.kind;
    return Object.hasOwn(BEGUN, what) && BEGUN[what]?.includes(want) === true;
  }
  const meant = textIn(record, 'need');
  return meant === '' ? typesFor(want).includes(textIn(record, 'type')) : meant === want;
}

/** Whether there is any kind of service to which a want can be referred. */
export function mayRefer(want: string): boolean {
  return servicesForWant(want).length > 0;
}
