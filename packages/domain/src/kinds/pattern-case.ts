import { internal, link, lines, ordinary, references, sensitive } from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * That acts of a case belong to a pattern: it stands in the case, and is read by those who read the case. A pattern names its
 * cases only to them.
 */
export const PATTERN_CASE = defineKind({
  kind: 'pattern-case',
  level: 'part',
  title: ['pattern'],
  story: {
    tone: 'plain',
    dated: [],
    entry: { title: ['pattern'], named: true, account: ['why'], facts: ['acts'], aside: [] },
  },
  groups: { form: ['pattern', 'acts', 'why'] },
  fields: [
    ordinary('pattern', link('space', 'pattern'), { ...internal, required: true }),
    ordinary('acts', references('violation'), internal),
    sensitive('why', lines(2000), internal),
  ],
});
