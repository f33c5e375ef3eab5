import { code, counted, DATE, line, lines, ordinary } from '../field.ts';
import { defineKind } from '../kind.ts';

/** One step of a law or a convention: which, when, who says so and where it can be read. */
export const LAW_STEP = defineKind({
  kind: 'law-step',
  level: 'part',
  title: ['stage'],
  card: { line: ['stage', 'who'], day: 'date' },
  listed: true,
  groups: { form: ['stage', 'date', 'words', 'voice', 'who', 'source'] },
  fields: [
    ordinary('stage', code('law-stages'), { ...counted, required: true }),
    ordinary('date', DATE, { ...counted, required: true }),
    // What was decided; of a reservation, to what.
    ordinary('words', lines(4000)),
    ordinary('voice', code('voices'), { ...counted, required: true }),
    ordinary('who', line(200), {
      requiredWhen: { field: 'voice', in: ['organisation', 'independent'] },
    }),
    ordinary('source', line(300)),
  ],
});
