import { internal, link, lines, ordinary, references, sensitive } from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * That a case bears on something that was promised, as a person found: it stands in the case, and is read by those who read
 * the case. A commitment names its cases only to them.
 */
export const BEARING = defineKind({
  kind: 'bearing',
  level: 'part',
  title: ['commitment'],
  story: {
    tone: 'plain',
    dated: [],
    entry: { title: ['commitment'], named: true, account: ['why'], facts: ['acts'], aside: [] },
  },
  groups: { form: ['commitment', 'acts', 'why'] },
  fields: [
    ordinary('commitment', link('space', 'commitment'), { ...internal, required: true }),
    ordinary('acts', references('violation'), internal),
    sensitive('why', lines(2000), internal),
  ],
});
