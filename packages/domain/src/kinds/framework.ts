import { byProgram, code, counted, DATE, internal, line, lines, ordinary } from '../field.ts';
import { defineKind } from '../kind.ts';
import { NAME_IN } from './provider.ts';

/**
 * What somebody who has power has bound themselves to, as a whole: an action plan, a cycle of a review, what a treaty body
 * concluded, an agreement that was won. It heads its dossier, which every member reads: what it says is no secret. Which case
 * bears on it stands in the case (`bearing`), so that nobody hears here of a case that they may not read.
 */
export const FRAMEWORK = defineKind({
  kind: 'framework',
  level: 'root',
  open: true,
  title: ['name'],
  titleIn: NAME_IN,
  card: {
    line: ['type', 'body', 'period'],
    day: 'period',
    orders: [
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
    what: [
      'name',
      'type',
      'body',
      'period',
      'state',
      'approvedBy',
      'approved',
      'vision',
      'mission',
      'source',
    ],
    names: Object.values(NAME_IN),
    published: ['publisher', 'publisherType', 'textLanguage', 'sector'],
    facts: ['type', 'body', 'period', 'state', 'approvedBy', 'approved', 'source', 'note'],
  },
  fields: [
    ordinary('name', line(300), { required: true }),
    ...Object.values(NAME_IN).map((name) => ordinary(name, line(300))),
    ordinary('type', code('framework-types'), { ...counted, required: true }),
    ordinary('typeOther', line(200)),
    // Where it is followed up: before whom the state answers for it.
    ordinary('body', line(200)),
    ordinary('period', DATE, counted),
    ordinary('state', code('framework-states'), counted),
    ordinary('approvedBy', line(200)),
    ordinary('approved', DATE, counted),
    ordinary('vision', lines(2000)),
    ordinary('mission', lines(2000)),
    // The document, and where in it.
    ordinary('source', lines(1000)),
    ordinary('note', lines(4000), internal),
    // As whom we publish what became of it, by an identifier of org-id.guide, and what its readers have to know.
    ordinary('publisher', line(80), { search: false }),
    ordinary('publisherType', code('publisher-types'), counted),
    ordinary('textLanguage', code('text-languages'), counted),
    ordinary('sector', code('aid-sectors'), counted),
    // By which it is known to them for good: no number by which the server knows it.
    ordinary('publishedAs', line(40), { ...byProgram, release: 'after-review', once: true, search: false }),
    // Which of those that the program knows it was made from.
    ordinary('pack', line(80), { ...byProgram, search: false }),
  ],
});
