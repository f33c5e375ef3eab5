import { groupOf, judgementOf, kindOf } from '@dayaq/domain';
import type { Id, RecordView } from '@dayaq/vault/client';
import { clientIn } from './client.ts';
import { type ActOn, type ActPlan, type Beginning, type Choosing, setOne } from './plan.ts';
import { plainRecord } from './record-values.ts';

const STORY = [{ tab: '' as const, place: 'other' as const }];
const asNeed = [
  { tab: '' as const, place: 'second' as const },
  { tab: 'plan' as const, place: 'second' as const },
];

export const VIOLATION_BEGINS: readonly Beginning[] = [
  {
    text: 'cases.add.violation',
    on: STORY,
    plan: ({ live }) => ({
      does: 'write',
      title: 'cases.add.violation',
      kind: 'violation',
      record: null,
      only: groupOf('violation', 'rewritten'),
      preset: { victims: clientIn(live) },
    }),
  },
];

export const VIOLATION_ACTS: readonly ActOn[] = [
  {
    act: 'name-perpetrator',
    text: 'cases.add.perpetratorOf',
    inStory: true,
    quiet: true,
    isOffered: (violation) => {
      const named = violation.fields.perpetrators?.value;
      return !Array.isArray(named) || named.length === 0;
    },
    // Who did it is a record of its own; it is written and tied to the violation in one step.
    plan: (violation) => ({
      does: 'write',
      title: { kind: 'perpetrator' },
      kind: 'perpetrator',
      record: null,
      purpose: `of ${violation.id}`,
      along: (perpetrator) => [
        {
          kind: 'violation',
          record: violation.id,
          fields: { perpetrators: { add: [perpetrator], del: [] } },
        },
      ],
    }),
  },
];

/** Whether somebody took it down, or wrote what it is about: they do not judge it. */
const wrote = ({ kind, created, fields }: RecordView, account: Id): boolean =>
  created.by === account || (kindOf(kind)?.title ?? []).some((name) => fields[name]?.by === account);
const isJudged = (violation: RecordView): boolean => judgementOf(plainRecord(violation)) !== null;
const judge = (violation: RecordView): ActPlan => ({
  does: 'write',
  title: 'cases.judge.title',
  kind: 'violation',
  record: violation,
  only: groupOf('violation', 'judgement'),
  read: groupOf('violation', 'judged'),
  purpose: 'judge',
});

/** Whether an act violates a right: judged apart from taking it down, and agreed to by another than whoever did both. */
export const JUDGING: readonly ActOn[] = [
  {
    act: 'judge',
    text: 'cases.judge.act',
    inStory: true,
    quiet: true,
    isOffered: (violation, { mayQualify }) => mayQualify && !isJudged(violation),
    plan: judge,
  },
  {
    act: 'judge-anew',
    text: 'cases.judge.anew',
    inStory: true,
    quiet: true,
    isOffered: (violation, { mayQualify }) => mayQualify && isJudged(violation),
    plan: judge,
  },
  {
    act: 'agree',
    text: 'cases.judge.agree',
    inStory: true,
    isOffered: (violation, { me }) =>
      judgementOf(plainRecord(violation))?.counts === false && !wrote(violation, me),
    // The same word, signed by another: what makes it count is whose it is.
    plan: (violation) => ({
      ...setOne(violation, 'qualified', violation.fields.qualified?.value ?? null, 'cases.judge.agreed'),
      back: [],
    }),
  },
];

export const NOTE_BEGINS: readonly Beginning[] = [
  {
    text: 'cases.add.note',
    on: STORY,
    plan: ({ today }) => ({
      does: 'write',
      title: 'cases.add.note',
      kind: 'note',
      record: null,
      preset: { date: { day: today } },
    }),
  },
];

export const PERSON_BEGINS: readonly Beginning[] = [
  {
    text: 'cases.add.person',
    on: STORY,
    plan: ({ live }) => ({
      does: 'write',
      title: 'cases.add.person',
      kind: 'person',
      record: null,
      preset: {
        role: live.some(({ fields }) => fields.role?.value === 'client') ? 'dependant' : 'client',
      },
    }),
  },
];

export const PERPETRATOR_BEGINS: readonly Beginning[] = [
  {
    text: 'cases.add.perpetrator',
    on: STORY,
    plan: () => ({ does: 'write', title: { kind: 'perpetrator' }, kind: 'perpetrator', record: null }),
  },
];

export const SOURCE_BEGINS: readonly Beginning[] = [
  {
    text: 'cases.add.source',
    on: STORY,
    plan: ({ today }) => ({
      does: 'write',
      title: 'cases.add.source',
      kind: 'source',
      record: null,
      preset: { date: { day: today } },
    }),
  },
];

export const FILE_BEGINS: readonly Beginning[] = [
  { text: 'cases.add.file', on: STORY, plan: () => ({ does: 'add-file' }) },
];

export const FILE_ACTS: readonly ActOn[] = [
  {
    act: 'note-hand-over',
    text: 'files.give.note',
    isOffered: () => true,
    plan: (file, { me, today }) => ({
      does: 'write',
      title: 'files.give.note',
      kind: 'custody',
      record: null,
      preset: { step: 'handed-over', when: { day: today } },
      only: groupOf('custody', 'given'),
      purpose: `of ${file.id}`,
      with: { file: file.id, by: me },
    }),
  },
];

export const REFERRAL_BEGINS: readonly Beginning[] = [
  {
    text: 'referrals.refer',
    icon: 'share',
    on: asNeed,
    plan: () => ({ does: 'open', at: 'referrals?need=' }),
  },
];

export const COST_BEGINS: readonly (Beginning | Choosing)[] = [
  {
    text: 'costs.ask.title',
    on: [{ tab: 'plan', place: 'other' }],
    plan: () => ({ does: 'open', at: 'costs?ask=' }),
  },
];
