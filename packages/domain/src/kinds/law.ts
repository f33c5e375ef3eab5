import { byProgram, code, counted, internal, line, lines, links, ordinary, withOther } from '../field.ts';
import { defineKind } from '../kind.ts';
import { NAME_IN } from './provider.ts';

/**
 * A law, a draft, a strategy or a convention that is watched. It heads its dossier. How far it came stands in it step by step
 * (`law-step`), each as somebody says it; what is to be punished no more, article by article (`penalty`).
 */
export const LAW = defineKind({
  kind: 'law',
  level: 'root',
  title: ['name'],
  titleIn: NAME_IN,
  card: {
    line: ['type', 'wanted'],
    orders: [
      { by: 'title', descending: false },
      { by: 'updated', descending: true },
    ],
    facets: [
      { name: 'type', field: 'type' },
      { name: 'wanted', field: 'wanted' },
    ],
  },
  listed: true,
  groups: {
    form: ['name', 'type', 'wanted', 'silentAfter', 'about', 'commitments', 'source', 'note'],
    names: Object.values(NAME_IN),
    facts: ['type', 'wanted', 'source'],
  },
  fields: [
    ordinary('name', line(300), { required: true }),
    ...Object.values(NAME_IN).map((name) => ordinary(name, line(300))),
    ...withOther(ordinary('type', code('law-types'), { ...counted, required: true })),
    // What we want to become of it.
    ordinary('wanted', code('law-aims'), counted),
    // After how many months without a step it is called silent; without it, nobody says so.
    ordinary('silentAfter', { is: 'number', min: 1, max: 120, integer: true }, internal),
    ordinary('about', links('space', 'framework', 'consultation'), internal),
    ordinary('commitments', links('space', 'commitment'), internal),
    ordinary('source', lines(1000)),
    ordinary('note', lines(4000), internal),
    // By which it is known to those who brought it in from what the program knows.
    ordinary('pack', line(80), { ...byProgram, search: false }),
  ],
});
