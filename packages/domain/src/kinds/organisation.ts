import { code, codes, internal, line, ordinary } from '../field.ts';
import type { Kind } from '../kind.ts';

/** Us: the root of the roster, which also holds who everybody is and the register of addresses. */
export const ORGANISATION: Kind = {
  kind: 'organisation',
  level: 'root',
  title: ['name'],
  writes: 'keyholders',
  open: true,
  fields: [
    ordinary('name', line(120), { required: true }),
    ordinary('country', code('countries'), { required: true }),
    ordinary('languages', codes('languages'), internal),
  ],
};
