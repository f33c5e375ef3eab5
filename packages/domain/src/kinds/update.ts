import { code, counted, DATE, line, lines, ordinary, reference } from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * What somebody says of how far a commitment came: the state, we, another organisation, somebody independent. Each stands for
 * itself beside the others; none takes another's place, and nothing is averaged.
 */
export const UPDATE = defineKind({
  kind: 'update',
  level: 'part',
  title: ['voice', 'rating'],
  groups: { form: ['voice', 'who', 'rating', 'date', 'words', 'source'] },
  fields: [
    ordinary('commitment', reference('commitment'), { ...counted, required: true }),
    ordinary('voice', code('voices'), { ...counted, required: true }),
    // Which office, which organisation.
    ordinary('who', line(200), {
      requiredWhen: { field: 'voice', in: ['organisation', 'independent'] },
    }),
    ordinary('rating', code('progress-ratings'), { ...counted, required: true }),
    ordinary('date', DATE, { ...counted, required: true }),
    ordinary('words', lines(4000)),
    // Where it was said, so that others can read it.
    ordinary('source', line(300)),
  ],
});
