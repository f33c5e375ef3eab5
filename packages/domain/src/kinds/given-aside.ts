import { byProgram, internal, lines, ordinary, OUR_DAY, reference } from '../field.ts';
import { defineKind } from '../kind.ts';

/** What was written down as given away never left: nothing is held against it any more. Who says so answers for it, by name. */
export const GIVEN_ASIDE = defineKind({
  kind: 'given-aside',
  level: 'part',
  writes: 'keyholders',
  title: ['why'],
  fields: [
    ordinary('of', reference('given'), { ...byProgram, required: true, once: true }),
    ordinary('day', OUR_DAY, { ...byProgram, required: true, once: true }),
    ordinary('why', lines(1000), { ...internal, required: true, once: true }),
  ],
});
