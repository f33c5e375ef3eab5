import {
  code,
  counted,
  DATE,
  identifying,
  internal,
  line,
  lines,
  MEMBER,
  ordinary,
  reference,
  sensitive,
  withOther,
} from '../field.ts';
import type { Kind } from '../kind.ts';

/** One conversation with an institution: who spoke, about what, and what was promised. */
export const CONTACT: Kind = {
  kind: 'contact',
  level: 'part',
  title: ['institution', 'about'],
  timeline: 'date',
  listed: true,
  fields: [
    sensitive('institution', line(200), { required: true }),
    ...withOther(ordinary('institutionType', code('forums'), counted)),
    identifying('who', line(160)),
    ordinary('ours', MEMBER, internal),
    ordinary('date', DATE, { count: true, required: true }),
    ...withOther(ordinary('how', code('talk-ways'), counted)),
    ordinary('matter', reference('matter')),
    sensitive('about', lines(4000)),
    sensitive('promised', lines(2000)),
    ordinary('promisedBy', DATE),
    ordinary('kept', code('promises'), counted),
    sensitive('note', lines(2000), internal),
  ],
};
