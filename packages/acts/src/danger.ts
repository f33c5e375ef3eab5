import { groupOf, INSTRUMENTS } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import { clientOf } from './client.ts';
import type { ActOn, Beginning, Choosing, Standing, Words, Writing } from './plan.ts';

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

/** What was done about a danger: in the threat itself, else as a deed of ours. */
export function answerDanger(
  danger: RecordView,
  { me, today }: Pick<Standing, 'me' | 'today'>,
  title: Words = 'safety.escalation.acted',
): Writing {
  return danger.kind === 'threat'
    ? {
        does: 'write',
        title,
        kind: 'threat',
        record: danger,
        only: groupOf('threat', 'acted'),
        begin: { actionDate: { day: today } },
      }
    : {
        does: 'write',
        title,
        kind: 'response',
        record: null,
        purpose: `against ${danger.id}`,
        only: groupOf('response', 'answer'),
        preset: { owner: me, done: { day: today }, byWhom: 'us' },
      };
}

export const THREAT_ACTS: readonly ActOn[] = [
  {
    act: 'answer',
    text: 'safety.threats.act',
    isOffered: (threat) => (threat.fields.action?.value ?? '') === '',
    plan: (threat, of) => answerDanger(threat, of, 'safety.threats.act'),
  },
];
