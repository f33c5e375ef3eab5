import {
  byProgram,
  code,
  codes,
  counted,
  DATE,
  identifying,
  internal,
  line,
  lines,
  link,
  links,
  MEMBER,
  MONEY,
  ordinary,
  reference,
  references,
  sensitive,
  withOther,
  OUR_DAY,
} from '../field.ts';
import { defineKind } from '../kind.ts';

const ACCUSED = ['defence', 'administrative-fine'] as const;
const HEARD = ['lawsuit', 'appeal', 'protection-order', 'defence', 'administrative-fine'] as const;

/**
 * Something before an authority, with its legal deadlines: what we put there (a complaint, a lawsuit, a request, an appeal, a
 * protection order), and what is held against the client (an accusation, a fine).
 */
export const MATTER = defineKind({
  kind: 'matter',
  level: 'part',
  title: ['type', 'forumName'],
  held: { by: 'owner', until: [{ field: 'closed' }] },
  about: 'forWhom',
  due: ['about', 'filed'],
  story: {
    tone: 'ours',
    dated: ['filed'],
    entry: {
      title: ['type'],
      account: ['about'],
      facts: [
        'forum',
        'forumName',
        'against',
        'barrier',
        'laws',
        'deadline',
        'answered',
        'answer',
        'appealUntil',
        'charge',
        'fine',
        'hearing',
        'orderUntil',
        'closed',
        'result',
        'noGround',
        'remedies',
      ],
      aside: ['owner'],
    },
  },
  card: { line: ['about'], day: 'filed' },
  listed: true,
  groups: {
    begin: [
      'type',
      'forWhom',
      'against',
      'forum',
      'forumName',
      'about',
      'charge',
      'fine',
      'number',
      'owner',
      'lawyer',
      'hearing',
      'filed',
      'deadline',
      'deadlineRule',
      'appealOf',
      'barrier',
      'laws',
      'note',
    ],
    barrier: ['barrier', 'document', 'forum', 'forumName', 'about', 'owner', 'filed'],
    answer: ['answer', 'answered', 'answerWords', 'orderUntil'],
    end: ['result', 'noGround', 'remedies', 'closed', 'note'],
  },
  fields: [
    ordinary('type', code('matter-types'), { ...counted, required: true }),
    ordinary('forWhom', references('person')),
    // Against whom it is, where that is somebody of the case.
    ordinary('against', references('perpetrator'), {
      when: { field: 'type', in: ['protection-order', 'complaint', 'lawsuit', 'appeal'] },
    }),
    ...withOther(ordinary('forum', code('forums'), counted)),
    ordinary('forumName', line(160), { names: 'forumIs' }),
    ordinary('forumIs', link('directory', 'provider'), byProgram),
    sensitive('about', lines(4000)),
    identifying('number', line(80)),
    ordinary('owner', MEMBER, internal),
    sensitive('lawyer', line(160)),
    ordinary('filed', DATE),
    // The deadline is a day somebody chose; the rule says how it was reckoned.
    ordinary('deadline', DATE),
    ordinary('deadlineRule', code('deadline-rules')),
    // Of what the client is accused, or what they were fined for, with the article.
    sensitive('charge', lines(1000), { when: { field: 'type', in: ACCUSED } }),
    ordinary('fine', MONEY, { when: { field: 'type', in: ['administrative-fine'] } }),
    ordinary('hearing', DATE, { when: { field: 'type', in: HEARD } }),
    ordinary('orderUntil', DATE, { when: { field: 'type', in: ['protection-order'] } }),
    ordinary('answered', DATE),
    ordinary('answer', code('matter-answers'), counted),
    sensitive('answerWords', lines(4000)),
    ordinary('appealOf', reference('matter')),
    ordinary('appealUntil', DATE),
    ordinary('closed', OUR_DAY),
    ordinary('result', code('matter-results'), counted),
    ...withOther(
      ordinary('noGround', codes('missing-grounds'), {
        ...counted,
        when: { field: 'result', in: ['no-ground'] },
      }),
    ),
    ...withOther(ordinary('remedies', codes('remedies'), counted)),
    // A barrier met in one case may gather others.
    ...withOther(
      ordinary('barrier', code('barriers'), { ...counted, when: { field: 'type', in: ['advocacy'] } }),
    ),
    // The paper that is lacking in all of them, where that is the barrier.
    ...withOther(
      ordinary('document', code('documents'), { ...counted, when: { field: 'type', in: ['advocacy'] } }),
    ),
    ordinary('laws', links('space', 'law'), internal),
    ordinary('cases', links('space', 'case'), { ...internal, when: { field: 'type', in: ['advocacy'] } }),
    sensitive('note', lines(), internal),
  ],
});
