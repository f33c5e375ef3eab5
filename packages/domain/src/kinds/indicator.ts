import { code, counted, line, lines, internal, ordinary, reference } from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * By what it is seen whether a commitment is kept. What exactly is measured stands in its sheets (`indicator-sheet`), one after
 * the other where it changed.
 */
export const INDICATOR = defineKind({
  kind: 'indicator',
  level: 'part',
  title: ['name'],
  groups: { form: ['aspect', 'name', 'note'] },
  fields: [
    ordinary('commitment', reference('commitment'), { ...counted, required: true }),
    ordinary('aspect', code('indicator-aspects'), { ...counted, required: true }),
    ordinary('name', line(300), { required: true }),
    ordinary('note', lines(2000), internal),
  ],
});
