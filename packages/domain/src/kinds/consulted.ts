import { byProgram, code, counted, internal, line, lines, link, ordinary, withOther } from '../field.ts';
import { defineKind } from '../kind.ts';

const WHO = { heldBackBy: 'nameHidden' } as const;
const wasIt = code('was-it');

/**
 * One body or organisation at a consultation: whether it was told, invited, took part and was heard. What nobody has said of
 * it is not known, which is another thing than that it was not.
 */
export const CONSULTED = defineKind({
  kind: 'consulted',
  level: 'part',
  title: ['name'],
  titleMore: ['side'],
  card: { line: ['side', 'tookPart'] },
  listed: true,
  groups: {
    form: [
      'name',
      'side',
      'told',
      'invited',
      'tookPart',
      'absence',
      'heard',
      'said',
      'reason',
      'source',
      'nameHidden',
    ],
    answers: ['told', 'invited', 'tookPart', 'heard'],
  },
  fields: [
    ordinary('name', line(200), { ...WHO, required: true, names: 'nameIs' }),
    ordinary('nameIs', link('directory', 'provider'), byProgram),
    // It does not want to be named outside.
    ordinary('nameHidden', { is: 'flag' }, internal),
    ordinary('side', code('consulted-sides'), { ...counted, required: true }),
    ordinary('told', wasIt, counted),
    ordinary('invited', wasIt, counted),
    ordinary('tookPart', wasIt, counted),
    ...withOther(
      ordinary('absence', code('absences'), { ...counted, when: { field: 'tookPart', in: ['no'] } }),
    ),
    ordinary('heard', wasIt, counted),
    ordinary('said', lines(4000), { ...WHO, when: { field: 'heard', in: ['yes'] } }),
    // What they were given as a reason, and where that can be read. Both could name them.
    ordinary('reason', lines(1000), WHO),
    ordinary('source', line(300), WHO),
  ],
});
