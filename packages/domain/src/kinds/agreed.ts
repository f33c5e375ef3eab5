import { byProgram, MEMBER, ordinary, OUR_DAY, reference } from '../field.ts';
import { defineKind } from '../kind.ts';

const ONCE = { ...byProgram, once: true, required: true } as const;

/**
 * Somebody agreed to a wording. By themselves it counts where they signed it; on paper, where a keyholder says that they hold it.
 * Which of the two it is, is what its signature says.
 */
export const AGREED = defineKind({
  kind: 'agreed',
  level: 'part',
  inRoster: true,
  title: ['day'],
  writes: 'beginner',
  fields: [
    ordinary('who', MEMBER, ONCE),
    ordinary('agreement', reference('agreement'), ONCE),
    ordinary('day', OUR_DAY, ONCE),
  ],
});
