import { code, counted, DATE, internal, line, lines, link, MEMBER, ordinary, references } from '../field.ts';
import { defineKind } from '../kind.ts';

const ANSWERED = ['taken-in', 'in-part', 'refused', 'put-off'] as const;

/** What was proposed at a consultation, by whom, and what became of it. Without an answer it waits, with a day or without. */
export const PROPOSAL = defineKind({
  kind: 'proposal',
  level: 'part',
  title: ['words'],
  card: { line: ['to', 'fate'], day: 'answerBy' },
  listed: true,
  held: { by: 'owner', until: [{ field: 'fate' }] },
  due: ['to', 'words'],
  groups: {
    form: ['words', 'by', 'to', 'answerBy', 'owner'],
    answer: ['fate', 'fateOn', 'draft', 'commitment', 'reason', 'source'],
  },
  fields: [
    ordinary('words', lines(1000), { required: true }),
    ordinary('by', references('consulted'), internal),
    // Who promised an answer, and by when.
    ordinary('to', line(200)),
    ordinary('answerBy', DATE, counted),
    ordinary('owner', MEMBER, internal),
    ordinary('fate', code('proposal-fates'), counted),
    ordinary('fateOn', DATE, { ...counted, when: { field: 'fate', in: ANSWERED } }),
    // Into which version of the draft it was taken, and where in it.
    ordinary('draft', line(300), { when: { field: 'fate', in: ['taken-in', 'in-part'] } }),
    ordinary('reason', lines(1000), { when: { field: 'fate', in: ['in-part', 'refused', 'put-off'] } }),
    ordinary('source', line(300)),
    // The commitment that it was taken into, or as which it is followed.
    ordinary('commitment', link('space', 'commitment'), internal),
  ],
});
