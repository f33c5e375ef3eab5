import type { MessageKey } from '@dayaq/locale';
import type { Step } from '@dayaq/acts/intake/draft';

/** Each step's heading, the line under it, and its name on the button that leads to it. */
export const STEP_WORDS = {
  who: { title: 'intake.who.title', lead: 'intake.who.lead', short: 'intake.who.short' },
  about: { title: 'intake.about.title', lead: 'intake.about.lead', short: 'intake.about.short' },
  what: { title: 'intake.what.title', lead: 'intake.what.lead', short: 'intake.what.short' },
  story: { title: 'intake.story.title', lead: null, short: 'intake.story.short' },
  by: { title: 'intake.by.title', lead: 'intake.by.lead', short: 'intake.by.short' },
  now: { title: 'intake.now.title', lead: null, short: 'intake.now.short' },
  contact: { title: 'intake.contact.title', lead: 'intake.contact.lead', short: 'intake.contact.short' },
  consent: { title: 'intake.consent.title', lead: 'intake.consent.lead', short: 'intake.consent.short' },
  review: { title: 'intake.review.title', lead: 'intake.review.lead', short: 'intake.review.short' },
} as const satisfies Record<Step, { title: MessageKey; lead: MessageKey | null; short: MessageKey }>;
