import { counted, DATE, line, ordinary, reference } from '../field.ts';
import { defineKind } from '../kind.ts';
import { AMOUNT } from './indicator-sheet.ts';

/** What a sheet's number is to be by a day. */
export const INDICATOR_TARGET = defineKind({
  kind: 'indicator-target',
  level: 'part',
  title: ['amount'],
  groups: { form: ['amount', 'by', 'source'] },
  fields: [
    ordinary('sheet', reference('indicator-sheet'), { ...counted, required: true }),
    ordinary('amount', AMOUNT, { ...counted, required: true }),
    ordinary('by', DATE, { ...counted, required: true }),
    // Where it was set.
    ordinary('source', line(300)),
  ],
});
