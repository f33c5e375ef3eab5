import {
  byProgram,
  code,
  codes,
  counted,
  DATE,
  internal,
  line,
  lines,
  link,
  ordinary,
  references,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** Nobody was let in, or they were put out: it is put on record against whoever runs the place. */
const AGAINST = ['refused', 'put-out', 'left-unsafe', 'rules', 'closed'] as const;

/** Nights in a shelter or another safe place: who, with which children, from when until when, and how it ended. */
export const STAY = defineKind({
  kind: 'stay',
  level: 'part',
  title: ['place', 'ending'],
  due: ['until'],
  story: {
    tone: 'ours',
    dated: ['in', 'asked'],
    entry: {
      title: ['place'],
      named: true,
      account: ['words'],
      facts: ['who', 'in', 'out', 'until', 'ending', 'why'],
      aside: [],
    },
  },
  groups: {
    begin: ['who', 'provider', 'place', 'asked', 'in', 'until', 'ending', 'why', 'words'],
    out: ['out', 'ending', 'why', 'words'],
  },
  about: 'who',
  fields: [
    // Mothers and children alike: whose ages stand with them.
    ordinary('who', references('person')),
    ordinary('provider', link('directory', 'provider'), internal),
    sensitive('place', line(160)),
    ordinary('asked', DATE),
    ordinary('in', DATE),
    // Until when they may stay, as the place says.
    ordinary('until', DATE),
    ordinary('out', DATE),
    ...withOther(ordinary('ending', code('stay-endings'), counted)),
    ...withOther(
      ordinary('why', codes('refusal-reasons'), { ...counted, when: { field: 'ending', in: AGAINST } }),
    ),
    sensitive('words', lines(4000), internal),
    // What was put on record against the provider, so that it is put there once.
    ordinary('event', link('directory', 'service-event'), byProgram),
  ],
});
