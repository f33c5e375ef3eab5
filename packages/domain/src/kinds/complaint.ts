import {
  ANSWERED,
  byProgram,
  code,
  codes,
  identifying,
  internal,
  line,
  lines,
  link,
  MEMBER,
  ordinary,
  OUR_DAY,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** For our own work: it leaves by no referral. */
const OF_COLLEAGUE = { ...internal, when: { field: 'about', in: ['colleague'] } } as const;
const OF_OTHERS = { ...internal, when: { field: 'about', in: ['provider'] } } as const;
const OF_OURS = { ...internal, when: { field: 'about', in: ['service', 'commitment'] } } as const;

/**
 * Somebody says what they think of what we or others do: of a provider or a service, of an action of a plan, of one of us. A dossier of its own, which only who took it down and who has to
 * answer it can open: never the colleague whom it concerns.
 */
export const COMPLAINT = defineKind({
  kind: 'complaint',
  level: 'root',
  closed: true,
  concerns: 'colleague',
  title: ['provider', 'words'],
  card: {
    line: ['words', 'due', 'colleague', 'subject', 'changedOn'],
    day: 'received',
    orders: [
      { by: 'updated', descending: true },
      { by: 'day', descending: false },
    ],
    facets: [
      { name: 'state', field: 'state' },
      { name: 'about', field: 'about' },
      { name: 'sort', field: 'sort' },
      { name: 'result', field: 'result' },
      { name: 'led', field: 'led' },
      { name: 'deeds', field: 'deeds' },
      { name: 'owner', field: 'owner' },
    ],
    rules: ['tasks'],
  },
  listed: true,
  groups: {
    told: [
      'sort',
      'about',
      'subject',
      'colleague',
      'provider',
      'deeds',
      'words',
      'from',
      'received',
      'owner',
      'due',
    ],
    // Who answers it, and whom it is about, say who holds its keys: they stay as they were.
    more: ['sort', 'deeds', 'words', 'from', 'due'],
    answer: ['result', 'answer', 'personTold'],
    // What came of it, said when it is there: often long after the answer.
    change: ['led', 'changed'],
  },
  fields: [
    ordinary('about', code('complaint-subjects'), { ...internal, required: true }),
    ordinary('sort', code('feedback-sorts'), internal),
    // Which of our services, or which action of a plan.
    ordinary('subject', link(['directory', 'space'], 'service', 'commitment'), OF_OURS),
    ordinary('colleague', MEMBER, { ...OF_COLLEAGUE, requiredWhen: { field: 'about', in: ['colleague'] } }),
    sensitive('provider', line(160), { ...OF_OTHERS, requiredWhen: { field: 'about', in: ['provider'] } }),
    ...withOther(ordinary('deeds', codes('provider-deeds'), internal)),
    sensitive('words', lines(4000), { ...internal, required: true }),
    // How to bring the answer to who complains. Nobody has to say who they are.
    identifying('from', line(300), internal),
    ordinary('received', OUR_DAY, { ...internal, required: true }),
    ordinary('owner', MEMBER, { ...internal, required: true }),
    ordinary('due', OUR_DAY, { ...internal, required: true }),
    ordinary('state', code('complaint-states'), { ...byProgram, required: true }),
    ordinary('result', code('complaint-results'), internal),
    sensitive('answer', lines(4000), internal),
    ordinary('personTold', ANSWERED, internal),
    ordinary('answered', OUR_DAY, byProgram),
    ordinary('led', code('feedback-effects'), internal),
    sensitive('changed', lines(1500), { ...internal, when: { field: 'led', in: ['changed', 'planned'] } }),
    ordinary('changedOn', OUR_DAY, byProgram),
    // The letter that it came by. The way leads from here alone.
    ordinary('letter', link('space', 'letter'), { ...byProgram, oneWay: true }),
    // The days on which the answer, and what changed, were said to whoever wrote that letter.
    ordinary('answerSaid', OUR_DAY, byProgram),
    ordinary('changeSaid', OUR_DAY, byProgram),
  ],
});
