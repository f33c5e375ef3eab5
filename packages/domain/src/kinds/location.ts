import {
  codes,
  counted,
  identifying,
  internal,
  line,
  lines,
  ordinary,
  PLACE,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * Where a service is. The address can be neither released nor carried by a referral, whatever anybody decides: people
 * are sent to the front gate. `hidden` keeps the district from being released as well.
 */
export const LOCATION = defineKind({
  kind: 'location',
  level: 'part',
  title: ['name', 'area'],
  listed: true,
  groups: {
    where: ['name', 'area', 'frontGate', 'transport', 'access'],
    ours: ['hidden', 'address', 'confidentialNote'],
  },
  fields: [
    ordinary('name', line(160)),
    ordinary('area', PLACE, { required: true }),
    ordinary('frontGate', line(300)),
    ordinary('hidden', { is: 'flag' }, internal),
    identifying('address', lines(400), internal),
    ...withOther(ordinary('access', codes('accessibility'), counted)),
    ordinary('transport', lines(1000)),
    sensitive('confidentialNote', lines(2000), internal),
  ],
});
