import { SAMIR } from './stories/samir.ts';
import { ZAUR } from './stories/zaur.ts';
import { ZEINAB } from './stories/zeinab.ts';
import type { Story } from './story.ts';

/**
 * Three stories that were made public, with changed names, by those who stood by the people in them (REAct,
 * Azerbaijan). What happened and how it ended is theirs; the wording is ours, as a worker would have written it. Where
 * the stories are silent (days, ages, who told what in which hour, the safe hours) the detail is invented, and where
 * they are silent about something that matters, the record says "unknown".
 */
export const STORIES: readonly [Story, Story, Story] = [ZEINAB, ZAUR, SAMIR];

export { SAMIR, ZAUR, ZEINAB };
export * from './story.ts';
