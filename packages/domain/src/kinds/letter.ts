import {
  byProgram,
  code,
  identifying,
  internal,
  line,
  lines,
  MEMBER,
  ordinary,
  OUR_DAY,
  sensitive,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** A key or an address in base64url, of which nobody reads a word. */
const OPAQUE = { ...byProgram, search: false } as const;

/**
 * What somebody without an account wrote to us through the public door. A dossier of its own, which only those can open whom the
 * organisation chose and the sender did not bar. Whatever it says is the word of somebody whom we do not know.
 */
export const LETTER = defineKind({
  kind: 'letter',
  level: 'root',
  title: ['words'],
  held: { by: 'owner', until: [{ field: 'state', in: ['answered', 'became-case', 'put-away'] }] },
  card: {
    line: ['words', 'danger', 'subject'],
    day: 'latest',
    orders: [
      { by: 'updated', descending: true },
      { by: 'day', descending: false },
    ],
    facets: [
      { name: 'state', field: 'state' },
      { name: 'said-danger', field: 'danger' },
      { name: 'owner', field: 'owner' },
      { name: 'subject', field: 'subject' },
    ],
    // Whoever writes that they are in danger is heard as anybody is, until somebody who has read it answers.
    rules: ['danger'],
  },
  listed: true,
  closed: true,
  groups: {
    // What the public page asks, in this order; the words alone are required.
    asked: ['danger', 'when', 'where', 'who', 'need', 'reach'],
  },
  fields: [
    sensitive('words', lines(20_000), { ...byProgram, required: true }),
    sensitive('danger', code('danger'), { ...byProgram, weighs: 'danger' }),
    sensitive('when', line(200), byProgram),
    identifying('where', line(300), byProgram),
    identifying('who', line(300), byProgram),
    sensitive('need', line(1000), byProgram),
    identifying('reach', line(300), byProgram),
    // What it is about, where its sender said so: chosen from what the public page names, and believed no more than the rest.
    ordinary('subject', code('complaint-subjects'), byProgram),
    ordinary('subjectIs', line(64), OPAQUE),
    ordinary('sort', code('feedback-sorts'), byProgram),
    ordinary('received', OUR_DAY, { ...byProgram, required: true }),
    // The day on which they last wrote.
    ordinary('latest', OUR_DAY, { ...byProgram, required: true }),
    // By which it is to be answered, as the public page said when they last wrote; the sooner, where two devices knew two pages.
    ordinary('answerBy', OUR_DAY, { ...byProgram, joins: 'least' }),
    ordinary('owner', MEMBER, internal),
    ordinary('state', code('letter-states'), { ...byProgram, required: true, weighs: 'deed' }),
    ordinary('language', line(8), OPAQUE),
    // Accounts to whom the sender left it, one after the other: replies carry them back, so that the next letter goes to them alone.
    ordinary('readers', line(400), OPAQUE),
    // From whom it was kept, of those whom the page named: whoever makes a case of it leaves them out.
    ordinary('barred', line(400), OPAQUE),
    ordinary('number', line(64), OPAQUE),
    ordinary('address', line(64), OPAQUE),
    ordinary('verifier', line(64), OPAQUE),
    ordinary('box', line(2000), OPAQUE),
  ],
});
