import { byProgram, identifying, internal, line, lines, MEMBER, ordinary, OUR_DAY } from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * Somebody who comes to help for a time: what they do, who stands by them, until when. What they may open, and whether they are
 * still one of us, is nowhere said here: the charter alone knows.
 */
export const VOLUNTEER = defineKind({
  kind: 'volunteer',
  level: 'part',
  inRoster: true,
  title: ['called'],
  writes: 'keyholders',
  groups: { form: ['called', 'doing', 'mentor', 'until'] },
  fields: [
    // As they are called until they say so themselves.
    identifying('called', line(80), { ...internal, required: true }),
    ordinary('doing', lines(2000), { ...internal, required: true }),
    ordinary('mentor', MEMBER, { ...internal, required: true }),
    ordinary('until', OUR_DAY, { ...internal, required: true }),
    // Who they are among us: one who was here already, or whoever used this invitation.
    ordinary('account', MEMBER, byProgram),
    ordinary('invite', line(64), { ...byProgram, search: false }),
    ordinary('thanks', lines(2000), internal),
    // The day on which nothing of the goodbye was left to do.
    ordinary('left', OUR_DAY, byProgram),
  ],
});
