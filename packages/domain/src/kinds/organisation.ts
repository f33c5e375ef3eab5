import { code, codes, internal, line, ordinary } from '../field.ts';
import { defineKind } from '../kind.ts';

/** Us: the root of the roster, which also holds who everybody is and the register of addresses. */
export const ORGANISATION = defineKind({
  kind: 'organisation',
  level: 'root',
  title: ['name'],
  card: { line: ['country'], orders: [{ by: 'updated', descending: true }] },
  writes: 'keyholders',
  open: true,
  fields: [
    ordinary('name', line(120), { required: true }),
    ordinary('country', code('countries'), { required: true }),
    ordinary('languages', codes('languages'), internal),
  ],
});
