import { byProgram, internal, lines, ordinary, OUR_DAY } from '../field.ts';
import { defineKind } from '../kind.ts';

/** Nobody rewords what somebody agreed to: another wording is another record. */
const ONCE = { ...internal, once: true } as const;

/** What whoever comes to help agrees to keep to themselves, in one wording. */
export const AGREEMENT = defineKind({
  kind: 'agreement',
  level: 'part',
  inRoster: true,
  title: ['number'],
  writes: 'keyholders',
  fields: [
    // From 1; the highest is the one that is asked for.
    ordinary(
      'number',
      { is: 'number', min: 1, max: 999, integer: true },
      { ...byProgram, once: true, required: true },
    ),
    ordinary('since', OUR_DAY, { ...byProgram, once: true, required: true }),
    ordinary('az', lines(8000), ONCE),
    ordinary('en', lines(8000), ONCE),
    ordinary('ru', lines(8000), ONCE),
    ordinary('tg', lines(8000), ONCE),
  ],
});
