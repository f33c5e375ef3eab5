import {
  byProgram,
  code,
  DATE,
  identifying,
  internal,
  line,
  lines,
  MEMBER,
  ordinary,
  OUR_DAY,
  PLACE,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * Something heard about somebody whom nobody of us has spoken to yet. A dossier of its own: no case, no client, and nothing is
 * agreed to by a person who does not know of it. It ends as a case, which knows it came from here, or is laid aside with its
 * reason. Nothing in it leads to the case: not everybody who may read a lead may know that there is one.
 */
export const LEAD = defineKind({
  kind: 'lead',
  level: 'root',
  title: ['who', 'heard'],
  held: { by: 'owner', until: [{ field: 'state', in: ['became-case', 'laid-aside'] }] },
  card: {
    line: ['heard', 'danger', 'area'],
    day: 'date',
    orders: [
      { by: 'updated', descending: true },
      { by: 'day', descending: false },
    ],
    facets: [
      { name: 'state', field: 'state' },
      { name: 'said-danger', field: 'danger' },
      { name: 'area', field: 'area' },
      { name: 'connection', field: 'connection' },
      { name: 'owner', field: 'owner' },
    ],
    // Whoever is said to be in danger is nobody's client yet, and in no less danger for that.
    rules: ['danger'],
  },
  listed: true,
  groups: {
    told: ['heard', 'connection', 'who', 'area', 'danger', 'reach', 'date', 'owner'],
    aside: ['end', 'endWords'],
  },
  fields: [
    sensitive('heard', lines(4000), { ...internal, required: true }),
    // Whoever tells of the person is not that person.
    ...withOther(ordinary('connection', code('connections', ['the-person']), internal)),
    identifying('who', line(120), internal),
    ordinary('area', PLACE, internal),
    sensitive('danger', code('danger'), { ...internal, weighs: 'danger' }),
    // Through whom, or where, somebody might find the person.
    identifying('reach', line(300), internal),
    ordinary('date', DATE, internal),
    ordinary('owner', MEMBER, internal),
    ordinary('state', code('lead-states'), { ...byProgram, required: true, weighs: 'deed' }),
    ...withOther(
      ordinary('end', code('lead-ends'), {
        ...internal,
        requiredWhen: { field: 'state', in: ['laid-aside'] },
      }),
    ),
    sensitive('endWords', lines(2000), internal),
    ordinary('ended', OUR_DAY, byProgram),
  ],
});
