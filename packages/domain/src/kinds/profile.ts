import { byProgram, codes, identifying, internal, line, MEMBER, MOMENT, ordinary } from '../field.ts';
import { defineKind } from '../kind.ts';

/** A member as colleagues see them. The record's id is the member's account id. */
export const PROFILE = defineKind({
  kind: 'profile',
  level: 'part',
  title: ['name'],
  card: { line: ['workingHours'] },
  listed: true,
  writes: 'account',
  fields: [
    identifying('name', line(80), { ...internal, required: true }),
    ordinary('languages', codes('languages'), internal),
    ordinary('workingHours', line(120), internal),
    // Their device was shown something that names another history of the organisation than its own: by whom, and when.
    ordinary('otherHistoryAt', MOMENT, byProgram),
    ordinary('otherHistoryBy', MEMBER, byProgram),
  ],
});
