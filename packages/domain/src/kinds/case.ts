import {
  byProgram,
  code,
  codes,
  counted,
  internal,
  line,
  link,
  lines,
  links,
  MEMBER,
  MOMENT,
  ordinary,
  PLACE,
  sensitive,
  identifying,
  withOther,
  OUR_DAY,
} from '../field.ts';
import { defineKind, facetOf } from '../kind.ts';
import { PERSON } from './person.ts';
import { VIOLATION } from './violation.ts';

/** What was done to somebody, and our standing by them until it is put right. */
export const CASE = defineKind({
  kind: 'case',
  level: 'root',
  title: ['alias', 'reference'],
  held: { by: 'owner', until: [{ field: 'status', in: ['closed'] }] },
  card: {
    line: ['summary'],
    day: 'opened',
    orders: [
      { by: 'updated', descending: true },
      { by: 'due', descending: false },
      { by: 'day', descending: true },
      { by: 'day', descending: false },
      { by: 'title', descending: false },
    ],
    facets: [
      { name: 'status', field: 'status' },
      { name: 'owner', field: 'owner' },
      facetOf('violation', VIOLATION, 'type'),
      facetOf('population', PERSON, 'populations', { where: { field: 'role', is: 'client' } }),
      { name: 'area', field: 'area' },
      facetOf('qualification', VIOLATION, 'qualified', { orOwn: 'qualified' }),
      { name: 'cause', field: 'causes' },
      { name: 'outcome', field: 'outcome' },
      { name: 'channel', field: 'channel' },
      { name: 'want', field: 'wants' },
    ],
    rules: ['danger', 'tasks', 'silent'],
  },
  counts: { as: 'cases', day: 'opened', place: 'area', into: 'joinedInto' },
  groups: {
    // What a short text can hold of it, the most needed first.
    short: ['wants', 'danger', 'summary'],
    stamps: ['qualifiedBy', 'qualifiedAt'],
    head: ['alias', 'oldNumber', 'summary', 'area', 'channel', 'opened'],
    status: ['status', 'outcome', 'remedy', 'remedyNote', 'closed'],
    wishes: ['wants', 'wantsWords', 'danger'],
    causes: ['causes'],
  },
  fields: [
    ordinary('reference', line(12), { required: true, release: 'never', byProgram: true }),
    identifying('alias', line(80)),
    // What the case was called in the register that it came from: it is still said on the telephone.
    identifying('oldNumber', line(60), { ...internal, joins: 'all' }),
    ordinary('opened', OUR_DAY, { required: true }),
    ...withOther(ordinary('channel', code('channels'), counted)),
    sensitive('summary', lines(4000), { part: 'what-happened', joins: 'all' }),
    ordinary('area', PLACE, { ...counted, part: 'what-happened' }),
    sensitive('danger', code('danger'), { part: 'safety', weighs: 'danger' }),
    ...withOther(ordinary('wants', codes('wants'), { ...counted, part: 'needs' })),
    sensitive('wantsWords', lines(2000), { part: 'needs', joins: 'all' }),
    ordinary('status', code('statuses'), { required: true, ...counted, weighs: 'deed' }),
    ordinary('owner', MEMBER, internal),
    ordinary('confidentiality', code('confidentiality'), internal),
    ordinary('keywords', line(300), internal),
    // Where another organisation referred the person to us: what both sides call the hand-over, and its dossier.
    ordinary('referredAs', line(12), byProgram),
    ordinary('handover', link('space', 'handover'), { ...byProgram, oneWay: true }),
    // Cases that somebody looked at beside this one, and that are not the same. Written where nobody reads it who may not read those.
    ordinary('notSame', links('space', 'case'), byProgram),
    // The case in which this one goes on: the same was taken down twice.
    ordinary('joinedInto', link('space', 'case'), byProgram),
    // When this case was written anew without somebody of whom all was destroyed: what was there was written by others, before.
    ordinary('rewritten', MOMENT, byProgram),
    // What was heard before anybody of us had spoken to the person.
    ordinary('lead', link('space', 'lead', 'letter'), { ...byProgram, oneWay: true }),
    // Letters that tell of it too. Whoever may not open one sees no sign of it here.
    ordinary('letters', links('space', 'letter'), { ...byProgram, oneWay: true }),
    // What it comes from: counted, and nobody's fault who lives with it.
    ...withOther(ordinary('causes', codes('root-causes'), { ...counted, part: 'what-happened' })),
    // Once the whole case was judged; since, each act is (`violation.qualified`). What was written so stays readable.
    ordinary('qualified', code('qualification'), { ...counted, share: false }),
    ...withOther(ordinary('rightsConcerned', codes('rights'), { ...counted, share: false })),
    sensitive('qualificationReason', lines(4000), internal),
    ordinary('qualifiedBy', MEMBER, internal),
    ordinary('qualifiedAt', MOMENT, internal),
    ordinary('outcome', code('outcomes'), { ...counted, when: { field: 'status', in: ['closed'] } }),
    ...withOther(ordinary('remedy', codes('remedies'), counted)),
    sensitive('remedyNote', lines(4000)),
    ordinary('closed', OUR_DAY, { when: { field: 'status', in: ['closed'] } }),
  ],
});
