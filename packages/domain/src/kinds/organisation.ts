import { code, codes, internal, line, ordinary } from '../field.ts';
import type { FieldType } from '../kind.ts';
import { defineKind } from '../kind.ts';

/** Months after the last word about something that has ended. */
const MONTHS: FieldType = { is: 'number', min: 1, max: 600, integer: true };

/** Us: the root of the roster, which also holds who everybody is and the register of addresses. */
export const ORGANISATION = defineKind({
  kind: 'organisation',
  level: 'root',
  title: ['name'],
  card: { line: ['country'], orders: [{ by: 'updated', descending: true }] },
  writes: 'keyholders',
  open: true,
  // How long we keep what has ended before it is proposed to destroy it; nothing is where nothing is said.
  groups: { kept: ['keepCases', 'keepPaidCases', 'keepLeads', 'keepLetters'] },
  fields: [
    ordinary('name', line(120), { required: true }),
    ordinary('country', code('countries'), { required: true }),
    ordinary('languages', codes('languages'), internal),
    ordinary('keepCases', MONTHS, internal),
    // Cases for which money was spent: a donor may ask for the papers.
    ordinary('keepPaidCases', MONTHS, internal),
    ordinary('keepLeads', MONTHS, internal),
    ordinary('keepLetters', MONTHS, internal),
  ],
});
