import { byProgram, internal, lines, link, MEMBER, MONEY, ordinary, OUR_DAY, sensitive } from '../field.ts';
import { defineKind } from '../kind.ts';

/** Money of a fund that one of us holds before it is spent, given by another. It stands in the fund's dossier. */
export const ADVANCE = defineKind({
  kind: 'advance',
  level: 'part',
  title: ['to', 'day'],
  listed: true,
  groups: {
    give: ['to', 'amount', 'day', 'note'],
    back: ['returned', 'returnedOn', 'note'],
  },
  fields: [
    // Whoever holds it may not have written how much it is: who signed these two counts.
    ordinary('to', MEMBER, { ...internal, required: true, signed: true }),
    ordinary('amount', MONEY, { ...internal, required: true, signed: true }),
    ordinary('day', OUR_DAY, { ...internal, required: true }),
    ordinary('returned', MONEY, internal),
    ordinary('returnedOn', OUR_DAY, internal),
    ordinary('fund', link('space', 'fund'), byProgram),
    sensitive('note', lines(2000), internal),
  ],
});
