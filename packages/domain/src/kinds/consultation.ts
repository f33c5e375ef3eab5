import {
  byProgram,
  code,
  counted,
  DATE,
  internal,
  line,
  lines,
  link,
  links,
  ordinary,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * An event or a process in which others were to be heard: a draft that was discussed, a hearing, a closed meeting, parties that
 * were asked to speak out. It heads its dossier. Who was told, invited and heard stands in it organisation by organisation
 * (`consulted`), and what was proposed there (`proposal`). That it may not have taken place at all can be said.
 */
export const CONSULTATION = defineKind({
  kind: 'consultation',
  level: 'root',
  title: ['name'],
  card: {
    line: ['type', 'by', 'date'],
    day: 'date',
    orders: [
      { by: 'day', descending: true },
      { by: 'updated', descending: true },
      { by: 'title', descending: false },
    ],
    facets: [
      { name: 'type', field: 'type' },
      { name: 'state', field: 'state' },
    ],
    rules: ['tasks'],
  },
  listed: true,
  groups: {
    form: [
      'name',
      'type',
      'by',
      'date',
      'state',
      'announced',
      'announcedWhere',
      'about',
      'commitments',
      'outcome',
      'source',
      'note',
    ],
    facts: ['type', 'by', 'date', 'state', 'announced', 'announcedWhere', 'outcome', 'source'],
  },
  fields: [
    ordinary('name', line(300), { required: true }),
    ...withOther(ordinary('type', code('consultation-types'), { ...counted, required: true })),
    // Whose it was.
    ordinary('by', line(200), { names: 'byIs' }),
    ordinary('byIs', link('directory', 'provider'), byProgram),
    ordinary('date', DATE, counted),
    ordinary('state', code('consultation-states'), counted),
    // Whether anybody could read that it would be.
    ordinary('announced', code('was-it'), counted),
    ordinary('announcedWhere', line(300), { when: { field: 'announced', in: ['yes'] } }),
    ordinary('about', links('space', 'framework'), internal),
    ordinary('commitments', links('space', 'commitment'), internal),
    ordinary('outcome', lines(4000)),
    ordinary('source', lines(1000)),
    ordinary('note', lines(4000), internal),
  ],
});
