import { byProgram, internal, lines, MOMENT, ordinary, OUR_DAY, sensitive } from '../field.ts';
import { defineKind } from '../kind.ts';

/** What we answered to a letter. It goes, sealed, to where its sender looks for it. */
export const LETTER_REPLY = defineKind({
  kind: 'letter-reply',
  level: 'part',
  title: ['words'],
  fields: [
    sensitive('words', lines(1800), { ...internal, required: true }),
    ordinary('written', OUR_DAY, { ...byProgram, required: true }),
    // When the server had it; whether it was read is told to nobody.
    ordinary('sent', MOMENT, byProgram),
    // Its letter gave no place that could be answered to: it never goes.
    ordinary('undeliverable', { is: 'flag' }, byProgram),
  ],
});
