import {
  atMost,
  code,
  codes,
  DATE,
  identifying,
  internal,
  line,
  lines,
  links,
  MEMBER,
  MONEY,
  ordinary,
  PLACE,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** A dwelling where somebody may be registered, by a holder who is willing. Kept in our own directory, never released. */
export const ADDRESS = defineKind({
  kind: 'address',
  level: 'part',
  title: ['address', 'holder'],
  card: { line: ['area'] },
  listed: true,
  groups: {
    form: [
      'area',
      'address',
      'holder',
      'holderContact',
      'willing',
      'limits',
      'places',
      'cost',
      'until',
      'usedBy',
      'checked',
      'note',
    ],
  },
  fields: [
    ordinary('area', PLACE, { ...internal, required: true }),
    identifying('address', line(300), internal),
    identifying('holder', line(160), internal),
    identifying('holderContact', line(160), internal),
    sensitive('willing', code('willingness'), internal),
    ...withOther(sensitive('limits', codes('address-limits'), internal)),
    ordinary('places', { is: 'number', min: 0, max: 100, integer: true, unit: 'persons' }, internal),
    ordinary('cost', MONEY, internal),
    ordinary('until', DATE, internal),
    // The cases whose people are registered there. Each takes one of its places.
    sensitive('usedBy', atMost(links('space', 'case'), 'places'), internal),
    ordinary('checked', DATE, internal),
    ordinary('checkedBy', MEMBER, internal),
    sensitive('note', lines(2000), internal),
  ],
});
