import {
  ANSWERED,
  byProgram,
  code,
  counted,
  identifying,
  line,
  lines,
  links,
  ordinary,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** Who did it: what they are first, their unit or rank next, a name only if it is known and needed. */
export const PERPETRATOR = defineKind({
  kind: 'perpetrator',
  level: 'part',
  title: ['type', 'unit'],
  titleMore: ['unit'],
  counts: { named: 'unit' },
  groups: {
    facts: ['involvement', 'unit', 'rank', 'name', 'description', 'knownBefore'],
  },
  fields: [
    ...withOther(
      ordinary('type', code('perpetrator-types'), { ...counted, required: true, part: 'perpetrators' }),
    ),
    ...withOther(ordinary('involvement', code('involvement'), { ...counted, part: 'perpetrators' })),
    sensitive('unit', line(160), { part: 'perpetrators' }),
    sensitive('rank', line(120), { part: 'perpetrators' }),
    identifying('name', line(120), { part: 'perpetrators' }),
    identifying('description', lines(2000), { part: 'perpetrators' }),
    ordinary('knownBefore', ANSWERED, { ...counted, part: 'perpetrators' }),
    // The same one in other cases, said by somebody who may open both: where, and which record there.
    ordinary('alsoIn', links('space', 'case'), byProgram),
    ordinary('sameAs', links('space', 'perpetrator'), byProgram),
  ],
});
