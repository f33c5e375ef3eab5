import type { TaskRule } from './rule.ts';

/** What we do ourselves, and whom we send somebody to. */
export const HELP: readonly TaskRule[] = [
  {
    rule: 'referral-send',
    kind: 'referral',
    from: 'proposed',
    due: { workDays: 1 },
    empty: ['sent', 'declined', 'revoked'],
  },
  {
    rule: 'referral-answer',
    kind: 'referral',
    from: 'sent',
    due: { workDays: 3 },
    empty: ['accepted', 'declined', 'inService', 'done', 'revoked'],
    owed: true,
  },
  {
    rule: 'referral-follow-up',
    kind: 'referral',
    from: 'followUp',
    due: { days: 0 },
    empty: ['done', 'declined', 'revoked'],
  },
  {
    rule: 'referral-follow-up',
    kind: 'referral',
    from: 'accepted',
    due: { days: 14 },
    empty: ['followUp', 'done', 'declined', 'revoked'],
  },
  {
    rule: 'referral-revoked',
    kind: 'referral',
    from: 'revoked',
    due: { days: 1 },
    empty: ['revokedSeen'],
    evenClosed: true,
    owed: true,
  },
  {
    rule: 'response-planned',
    kind: 'response',
    from: 'planned',
    due: { days: 0 },
    empty: ['done', 'result'],
  },
  { rule: 'stay-ends', kind: 'stay', from: 'until', due: { days: 0 }, ahead: 3, empty: ['out', 'ending'] },
  { rule: 'path-step', kind: 'path-step', from: 'day', due: { days: 0 }, empty: ['came'] },
  {
    rule: 'path-year-on',
    kind: 'path',
    from: 'ended',
    due: { days: 365 },
    empty: ['yearOn'],
    evenClosed: true,
  },
  {
    rule: 'path-year-on',
    kind: 'path',
    from: 'started',
    due: { days: 365 },
    empty: ['yearOn'],
    evenClosed: true,
  },
];
