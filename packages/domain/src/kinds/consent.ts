import {
  byProgram,
  code,
  codes,
  DATE,
  FIELDS,
  identifying,
  internal,
  line,
  lines,
  link,
  MEMBER,
  ordinary,
  reference,
  sensitive,
  withOther,
  OUR_DAY,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** One decision of one person about one thing. A withdrawn consent stays, with its date: it explains the past. */
export const CONSENT = defineKind({
  kind: 'consent',
  level: 'part',
  title: ['to'],
  replaces: ['of', 'to', 'recipient'],
  chosenBy: { name: 'recipient', id: 'recipientId' },
  fields: [
    ordinary('of', reference('person'), { required: true }),
    ordinary('to', code('consent-kinds'), { required: true }),
    ordinary('decision', code('consent-decisions'), { required: true }),
    sensitive('recipient', line(160), { when: { field: 'to', in: ['sharing'] } }),
    // Who that is, where they were chosen: an organisation's space or a service.
    ordinary('recipientId', link(['peer', 'directory'], 'service'), byProgram),
    // What was agreed before it was asked field by field.
    ordinary('parts', codes('shared-parts'), { when: { field: 'to', in: ['sharing'] } }),
    // Exactly what was agreed. Where it is there, the parts say nothing.
    sensitive('agreed', FIELDS, byProgram),
    ordinary('date', DATE),
    ...withOther(ordinary('how', code('consent-ways'))),
    ...withOther(ordinary('givenBy', code('consent-givers'))),
    identifying('decidedBy', line(160), {
      when: { field: 'givenBy', in: ['self-and-adult', 'parent', 'guardian', 'trusted-adult', 'other'] },
    }),
    sensitive('decidedWhy', lines(1000), {
      when: { field: 'givenBy', in: ['self-and-adult', 'parent', 'guardian', 'trusted-adult', 'other'] },
    }),
    ordinary('takenBy', MEMBER, internal),
    ordinary('withdrawn', OUR_DAY),
    sensitive('withdrawnWhy', lines(1000), internal),
    sensitive('acknowledgedBy', line(160), internal),
  ],
});
