import {
  byProgram,
  code,
  counted,
  DATE,
  identifying,
  internal,
  line,
  link,
  lines,
  MEMBER,
  ordinary,
  reference,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** One conversation with an institution: who spoke, about what, and what was promised. */
export const CONTACT = defineKind({
  kind: 'contact',
  level: 'part',
  title: ['institution', 'about'],
  due: ['promised', 'promisedBy'],
  story: {
    tone: 'ours',
    dated: ['date'],
    entry: {
      title: ['institution'],
      named: true,
      account: ['about'],
      facts: ['who', 'promised', 'promisedBy', 'kept'],
      aside: ['how', 'ours'],
    },
  },
  card: { line: ['about'], day: 'date' },
  listed: true,
  fields: [
    sensitive('institution', line(200), { required: true, names: 'institutionIs' }),
    ordinary('institutionIs', link('directory', 'provider'), byProgram),
    ...withOther(ordinary('institutionType', code('forums'), counted)),
    identifying('who', line(160)),
    ordinary('ours', MEMBER, internal),
    ordinary('date', DATE, { required: true }),
    ...withOther(ordinary('how', code('talk-ways'), counted)),
    ordinary('matter', reference('matter')),
    sensitive('about', lines(4000)),
    sensitive('promised', lines(2000)),
    ordinary('promisedBy', DATE),
    ordinary('kept', code('promises'), counted),
    sensitive('note', lines(2000), internal),
  ],
});
