import {
  code,
  codes,
  counted,
  DATE,
  internal,
  line,
  lines,
  links,
  ordinary,
  PLACE,
  reference,
} from '../field.ts';
import { defineKind } from '../kind.ts';
import { NAME_IN } from './provider.ts';

const ASKED = ['recommendation', 'our-recommendation'] as const;

/**
 * One thing that was promised, planned or asked for. Dates stand as they are written and, beside that, where they lie on a
 * scale; when it begins is another thing than when it is there regularly or done. What an annex says of it stands beside the
 * body of the text, and what it leaves out is said.
 */
export const COMMITMENT = defineKind({
  kind: 'commitment',
  level: 'part',
  title: ['name', 'text'],
  titleIn: NAME_IN,
  titleMore: ['number'],
  card: { line: ['number', 'what', 'partners'], day: 'start' },
  listed: true,
  groups: {
    form: [
      'what',
      'theme',
      'number',
      'name',
      'text',
      'count',
      'place',
      'written',
      'start',
      'regular',
      'partners',
      'askedBy',
      'answer',
      'note',
    ],
    body: ['text', 'written', 'start', 'regular', 'partners', 'place'],
    annex: ['annexText', 'annexWritten', 'annexStart', 'annexRegular', 'annexLacks'],
    asked: ['askedBy', 'answer', 'count'],
    // What it is about: by that the cases are suggested which may bear on it.
    about: ['aboutActs', 'aboutPeople', 'aboutArea', 'aboutSince'],
    elsewhere: ['same', 'serves'],
  },
  fields: [
    ordinary('what', code('commitment-types'), { ...counted, required: true }),
    ordinary('theme', reference('theme'), counted),
    ordinary('number', line(20)),
    // A recommendation is often as long as that, and in each language.
    ordinary('name', line(1000), { required: true }),
    ...Object.values(NAME_IN).map((name) => ordinary(name, line(1000))),
    ordinary('text', lines(4000)),
    // As long as their own words are not here: for how many recommendations this one stands.
    ordinary(
      'count',
      { is: 'number', min: 2, max: 1000, integer: true },
      { ...counted, when: { field: 'what', in: ASKED } },
    ),
    ordinary('place', line(200)),
    ordinary('written', line(300)),
    ordinary('start', DATE, counted),
    ordinary('regular', DATE, counted),
    ordinary('partners', lines(1000)),
    ordinary('annexText', lines(4000)),
    ordinary('annexWritten', line(300)),
    ordinary('annexStart', DATE, counted),
    ordinary('annexRegular', DATE, counted),
    ordinary('annexLacks', lines(1000)),
    ordinary('askedBy', line(300), { when: { field: 'what', in: ASKED } }),
    ordinary('answer', code('commitment-answers'), { ...counted, when: { field: 'what', in: ASKED } }),
    // The same one in another cycle, or before another body.
    ordinary('same', links('space', 'commitment'), internal),
    // What of a wider plan it serves: of a national strategy.
    ordinary('serves', links('space', 'commitment', 'framework'), internal),
    ordinary('aboutActs', codes('violation-types'), internal),
    ordinary('aboutPeople', codes('populations'), internal),
    ordinary('aboutArea', PLACE, internal),
    ordinary('aboutSince', DATE, internal),
    ordinary('note', lines(4000), internal),
  ],
});
