import {
  codes,
  internal,
  line,
  link,
  lines,
  MONEY,
  ordinary,
  OUR_DAY,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** A part of a fund with its own limit, as the donor's budget names it. It stands in the fund's dossier. */
export const BUDGET_LINE = defineKind({
  kind: 'budget-line',
  level: 'part',
  title: ['name', 'number'],
  listed: true,
  groups: { terms: ['name', 'number', 'amount', 'purposes', 'closed', 'note'] },
  fields: [
    ordinary('name', line(120), { ...internal, required: true }),
    ordinary('number', line(40), internal),
    ordinary('amount', MONEY, { ...internal, required: true }),
    ...withOther(ordinary('purposes', codes('cost-purposes'), internal)),
    ordinary('closed', OUR_DAY, internal),
    ordinary('fund', link('space', 'fund'), { ...internal, byProgram: true }),
    sensitive('note', lines(2000), internal),
  ],
});
