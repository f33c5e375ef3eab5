import {
  ANSWERED,
  code,
  codes,
  counted,
  DATE,
  internal,
  lines,
  ordinary,
  references,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** Somebody said or showed that they would do harm. One record a threat: together they are a line in time. */
export const THREAT = defineKind({
  kind: 'threat',
  level: 'part',
  title: ['type', 'words'],
  due: ['typeOther', 'date'],
  story: {
    tone: 'harm',
    dated: ['date'],
    entry: {
      title: ['type'],
      named: true,
      account: ['words'],
      facts: ['byWhom', 'against', 'credible', 'followed', 'reportedTo', 'answer', 'action', 'actionDate'],
      aside: ['channel'],
    },
  },
  listed: true,
  groups: {
    first: ['type', 'words', 'date', 'byWhom', 'perpetrators', 'channel', 'credible', 'against', 'followed'],
    acted: ['action', 'actionDate', 'reported', 'reportedTo', 'answer', 'answerWords'],
  },
  about: 'people',
  fields: [
    sensitive('date', DATE, { required: true, part: 'safety' }),
    ...withOther(ordinary('type', codes('threat-types'), { ...counted, part: 'safety', weighs: 'danger' })),
    ...withOther(ordinary('byWhom', code('perpetrator-types'), { ...counted, part: 'perpetrators' })),
    ordinary('perpetrators', references('perpetrator'), { part: 'perpetrators' }),
    ...withOther(ordinary('channel', code('threat-channels'), { ...counted, part: 'safety' })),
    sensitive('words', lines(4000), { part: 'safety' }),
    ...withOther(ordinary('against', codes('threat-targets'), { ...counted, part: 'safety' })),
    ordinary('people', references('person'), { part: 'safety' }),
    // What of ours it followed: a warning, a complaint, a word in public.
    ordinary('followed', references('response'), internal),
    sensitive('credible', code('credibility'), { part: 'safety', weighs: 'danger' }),
    ordinary('reported', ANSWERED, { ...counted, part: 'safety' }),
    ...withOther(
      ordinary('reportedTo', codes('reported-to'), {
        ...counted,
        when: { field: 'reported', in: ['yes'] },
        part: 'safety',
      }),
    ),
    ordinary('answer', code('threat-answers'), {
      ...counted,
      when: { field: 'reported', in: ['yes'] },
      part: 'safety',
    }),
    sensitive('answerWords', lines(2000), { when: { field: 'reported', in: ['yes'] }, part: 'safety' }),
    // What we ourselves did about it: empty means that nobody has yet.
    sensitive('action', lines(2000), internal),
    ordinary('actionDate', DATE, internal),
  ],
});
