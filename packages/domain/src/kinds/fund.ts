import {
  codes,
  DATE,
  OUR_DAY,
  internal,
  line,
  lines,
  MONEY,
  ordinary,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** Money that we may spend for people, from whom, and until when. A dossier of its own, so that it can be restricted. */
export const FUND = defineKind({
  kind: 'fund',
  level: 'root',
  title: ['name', 'donor'],
  card: {
    line: ['donor'],
    orders: [
      { by: 'title', descending: false },
      { by: 'updated', descending: true },
    ],
  },
  listed: true,
  fields: [
    ordinary('name', line(120), { ...internal, required: true }),
    sensitive('donor', line(160), internal),
    // Its currency is the fund's: what is paid in another is not counted against it.
    ordinary('amount', MONEY, { ...internal, required: true }),
    ordinary('reportCurrency', line(3), { ...internal, search: false }),
    ordinary('period', DATE, internal),
    ...withOther(ordinary('purposes', codes('cost-purposes'), internal)),
    ordinary('closed', OUR_DAY, internal),
    sensitive('note', lines(2000), internal),
  ],
});
