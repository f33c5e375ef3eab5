import { protectingCodes } from '../code-lists/index.ts';
import {
  byProgram,
  code,
  counted,
  internal,
  line,
  lines,
  MEMBER,
  ordinary,
  references,
  sensitive,
  withOther,
  OUR_DAY,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** What we, or somebody whom we found, did about it. */
export const RESPONSE = defineKind({
  kind: 'response',
  level: 'part',
  title: ['type', 'note'],
  held: { by: 'owner', until: [{ field: 'done' }] },
  about: 'forWhom',
  due: ['typeOther', 'with'],
  story: {
    tone: 'ours',
    dated: ['done', 'planned'],
    ahead: { until: 'done', by: 'planned' },
    entry: {
      title: ['type'],
      account: ['note'],
      facts: ['with', 'forWhom', 'result', 'minutes'],
      aside: ['owner', 'byWhom'],
    },
  },
  groups: {
    deed: ['type', 'forWhom', 'note', 'done', 'with', 'result', 'owner', 'byWhom', 'minutes', 'planned'],
    plan: ['type', 'planned', 'owner', 'forWhom', 'byWhom', 'with', 'note'],
    outcome: ['done', 'result', 'note', 'with', 'minutes'],
    protection: ['type', 'typeOther', 'done', 'safe', 'note'],
  },
  fields: [
    ...withOther(ordinary('type', code('response-types'), { ...counted, required: true })),
    ordinary('forWhom', references('person')),
    ordinary('owner', MEMBER, internal),
    ordinary('planned', OUR_DAY),
    ordinary('done', OUR_DAY, { weighs: 'deed' }),
    ...withOther(ordinary('byWhom', code('by-whom'), counted)),
    sensitive('with', line(200)),
    ...withOther(ordinary('result', code('results'), counted)),
    ordinary(
      'minutes',
      { is: 'number', min: 0, max: 10_000, integer: true, unit: 'minutes' },
      { share: false },
    ),
    // Asked of deeds that protect. Only a clear yes ends a danger, and whoever says it says why.
    sensitive('safe', code('safety-now'), {
      ...internal,
      weighs: 'deed',
      when: { field: 'type', in: protectingCodes('response-types') },
    }),
    sensitive('note', lines(), { requiredWhen: { field: 'safe', in: ['for-now'] } }),
    // Code of the list `wants`: the need that it was planned for, where it was planned from one.
    ordinary('need', line(40), { ...byProgram, search: false }),
  ],
});
