import {
  code,
  codes,
  counted,
  DATE,
  identifying,
  internal,
  line,
  lines,
  links,
  MEMBER,
  ordinary,
  reference,
  references,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** Something put before an authority, with its legal deadlines: a complaint, a lawsuit, a request, an appeal. */
export const MATTER = defineKind({
  kind: 'matter',
  level: 'part',
  title: ['type', 'forumName'],
  due: ['about', 'filed'],
  story: { tone: 'ours', dated: ['filed'] },
  card: { line: ['about'], day: 'filed' },
  listed: true,
  fields: [
    ordinary('type', code('matter-types'), { ...counted, required: true }),
    ordinary('forWhom', references('person')),
    ...withOther(ordinary('forum', code('forums'), counted)),
    ordinary('forumName', line(160)),
    sensitive('about', lines(4000)),
    identifying('number', line(80)),
    ordinary('owner', MEMBER, internal),
    sensitive('lawyer', line(160)),
    ordinary('filed', DATE),
    // The deadline is a day somebody chose; the rule says how it was reckoned.
    ordinary('deadline', DATE),
    ordinary('deadlineRule', code('deadline-rules')),
    ordinary('answered', DATE),
    ordinary('answer', code('matter-answers'), counted),
    sensitive('answerWords', lines(4000)),
    ordinary('appealOf', reference('matter')),
    ordinary('appealUntil', DATE),
    ordinary('closed', DATE),
    ordinary('result', code('matter-results'), counted),
    ...withOther(ordinary('remedies', codes('remedies'), counted)),
    // A barrier met in one case may gather others.
    ...withOther(
      ordinary('barrier', code('barriers'), { ...counted, when: { field: 'type', in: ['advocacy'] } }),
    ),
    ordinary('cases', links('space', 'case'), { ...internal, when: { field: 'type', in: ['advocacy'] } }),
    sensitive('note', lines(), internal),
  ],
});
