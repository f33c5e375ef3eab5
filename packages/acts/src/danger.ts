import { groupOf, INSTRUMENTS } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import { clientOf } from './client.ts';
import type { ActOn, Beginning, Choosing, Standing, Writing } from './plan.ts';
import { textIn } from './record-values.ts';

const onSafety = (place: 'first' | 'other') => [{ tab: 'safety' as const, place }];

export const THREAT_BEGINS: readonly Beginning[] = [
  {
    text: 'safety.threats.log',
    icon: 'edit',
    on: onSafety('first'),
    plan: ({ live, today }) => ({
      does: 'write',
      title: 'safety.threats.log',
      kind: 'threat',
      record: null,
      only: groupOf('threat', 'first'),
      preset: {
        date: { day: today },
        ...(clientOf(live) === undefined ? {} : { against: ['the-person'] }),
      },
    }),
  },
];

/** Acts after which somebody is threatened now: what was threatened stands in a record of its own, or nobody acts on it. */
const THREATENING = ['threat', 'protection-refused'];

export const THREATENED_ACTS: readonly ActOn[] = [
  {
    act: 'log-threat',
    text: 'safety.threats.log',
    inStory: true,
    isOffered: (act, { live }) =>
      THREATENING.includes(textIn(act, 'type')) && !live.some(({ kind }) => kind === 'threat'),
    plan: ({ fields }, { today }) => ({
      does: 'write',
      title: 'safety.threats.log',
      kind: 'threat',
      record: null,
      only: groupOf('threat', 'first'),
      preset: {
        date: fields.date?.value ?? { day: today },
        people: fields.victims?.value ?? [],
        perpetrators: fields.type?.value === 'threat' ? (fields.perpetrators?.value ?? []) : [],
        against: ['the-person'],
      },
    }),
  },
];

export const RISK_BEGINS: readonly Choosing[] = [
  {
    text: 'safety.standing.assess',
    on: onSafety('other'),
    choices: Object.values(INSTRUMENTS).map(({ instrument }) => ({
      text: { list: 'risk-instruments' as const, code: instrument },
      plan: () => ({ does: 'open' as const, at: `safety?assess=${instrument}` }),
    })),
  },
];

/** What protected the person from a danger: nothing else ends it, and what else was done is kept too. */
export function writeProtection(danger: RecordView, { me, today }: Pick<Standing, 'me' | 'today'>): Writing {
  return {
    does: 'write',
    title: 'safety.escalation.protected',
    kind: 'response',
    record: null,
    purpose: `against ${danger.id}`,
    only: groupOf('response', 'protection'),
    preset: { type: 'protection', owner: me, done: { day: today }, byWhom: 'us' },
  };
}

export const THREAT_ACTS: readonly ActOn[] = [
  {
    act: 'answer',
    text: 'safety.threats.act',
    isOffered: (threat) => (threat.fields.action?.value ?? '') === '',
    plan: (threat, { today }) => ({
      does: 'write',
      title: 'safety.threats.act',
      kind: 'threat',
      record: threat,
      only: groupOf('threat', 'acted'),
      begin: { actionDate: { day: today } },
    }),
  },
];
