import { byProgram, internal, lines, ordinary, sensitive } from '../field.ts';
import { defineKind } from '../kind.ts';

/** How one of us found an application: said once, so that nobody bends their own to the other's when that is shown. */
export const APPLICATION_SCORE = defineKind({
  kind: 'application-score',
  level: 'part',
  writes: 'letter-readers',
  oneEach: true,
  lasting: true,
  title: ['score'],
  fields: [
    ordinary(
      'score',
      { is: 'number', min: 1, max: 10, integer: true },
      {
        ...byProgram,
        required: true,
        once: true,
      },
    ),
    sensitive('words', lines(2000), { ...internal, search: false, once: true }),
  ],
});
