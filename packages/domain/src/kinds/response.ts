import { protectingCodes } from '../code-lists/index.ts';
import {
  byProgram,
  code,
  counted,
  DATE,
  internal,
  line,
  lines,
  MEMBER,
  ordinary,
  references,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** What we, or somebody whom we found, did about it. */
export const RESPONSE = defineKind({
  kind: 'response',
  level: 'part',
  title: ['type', 'note'],
  due: ['typeOther', 'with'],
  story: { tone: 'ours', dated: ['done', 'planned'], ahead: { until: 'done', by: 'planned' } },
  fields: [
    ...withOther(ordinary('type', code('response-types'), { ...counted, required: true })),
    ordinary('forWhom', references('person')),
    ordinary('owner', MEMBER, internal),
    ordinary('planned', DATE),
    ordinary('done', DATE),
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
      when: { field: 'type', in: protectingCodes('response-types') },
    }),
    sensitive('note', lines(), { requiredWhen: { field: 'safe', in: ['for-now'] } }),
    // Code of the list `wants`: the need that it was planned for, where it was planned from one.
    ordinary('need', line(40), { ...byProgram, search: false }),
  ],
});
