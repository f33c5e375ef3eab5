import {
  ANSWERED,
  code,
  counted,
  identifying,
  line,
  lines,
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
  groups: {
    facts: ['involvement', 'unit', 'rank', 'name', 'description', 'knownBefore'],
  },
  fields: [
    ...withOther(ordinary('type', code('perpetrator-types'), { ...counted, required: true })),
    ...withOther(ordinary('involvement', code('involvement'), counted)),
    sensitive('unit', line(160)),
    sensitive('rank', line(120)),
    identifying('name', line(120)),
    identifying('description', lines(2000)),
    ordinary('knownBefore', ANSWERED, counted),
  ],
});
