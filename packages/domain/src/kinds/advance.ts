import { byProgram, internal, lines, link, MEMBER, MONEY, ordinary, OUR_DAY, sensitive } from '../field.ts';
import { defineKind } from '../kind.ts';

const NOT_BY_ITS_HOLDER = { notBy: 'to' } as const;

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
    // Whoever holds it writes neither how much it is nor what they brought back.
    ordinary('to', MEMBER, { ...internal, ...NOT_BY_ITS_HOLDER, required: true, signed: true }),
    ordinary('amount', MONEY, { ...internal, ...NOT_BY_ITS_HOLDER, required: true, signed: true }),
    ordinary('day', OUR_DAY, { ...internal, required: true }),
    ordinary('returned', MONEY, { ...internal, ...NOT_BY_ITS_HOLDER, signed: true }),
    ordinary('returnedOn', OUR_DAY, { ...internal, ...NOT_BY_ITS_HOLDER }),
    ordinary('fund', link('space', 'fund'), { ...byProgram, ...NOT_BY_ITS_HOLDER }),
    sensitive('note', lines(2000), internal),
  ],
});
