import { LONGEST_HELP_DAYS } from '../rape-response.ts';
import type { TaskRule } from './rule.ts';

const GRAVE = ['high', 'critical'];
const review = (level: string, days: number): TaskRule => ({
  rule: 'risk-review',
  kind: 'risk',
  from: 'assessed',
  due: { days },
  when: [{ field: 'level', in: [level] }],
  empty: ['nextReview'],
});

/** Somebody is in danger, or nobody has asked yet whether. */
export const DANGER: readonly TaskRule[] = [
  {
    rule: 'threat-act',
    kind: 'threat',
    from: 'created',
    due: { days: 0 },
    unless: [{ field: 'credible', in: ['unlikely'] }],
    empty: ['action'],
    untilSafe: true,
  },
  {
    rule: 'risk-act',
    kind: 'risk',
    from: 'created',
    due: { days: 0 },
    when: [{ field: 'override', in: GRAVE }],
    untilSafe: true,
  },
  {
    rule: 'risk-act',
    kind: 'risk',
    from: 'created',
    due: { days: 0 },
    when: [{ field: 'level', in: GRAVE }],
    unless: [{ field: 'override', in: ['low', 'raised'] }],
    untilSafe: true,
  },
  { rule: 'risk-review', kind: 'risk', from: 'nextReview', due: { days: 0 } },
  review('critical', 1),
  review('high', 7),
  review('raised', 30),
  review('low', 90),
  // Who asked for safety and was refused it is in more danger than before, whatever stood there.
  {
    rule: 'risk-reassess',
    kind: 'response',
    from: 'created',
    due: { days: 0 },
    when: [
      { field: 'type', in: ['protection', 'shelter'] },
      { field: 'result', in: ['refused'] },
    ],
    noneAfter: ['risk', 'threat'],
    safety: true,
  },
  {
    rule: 'risk-reassess',
    kind: 'violation',
    from: 'created',
    due: { days: 0 },
    when: [{ field: 'type', in: ['threat', 'protection-refused', 'shelter-refused'] }],
    noneAfter: ['risk', 'threat'],
    safety: true,
  },
  { rule: 'risk-reassess', kind: 'violation', from: 'created', due: { days: 1 }, newerThan: 'risk' },
  { rule: 'risk-reassess', kind: 'threat', from: 'created', due: { days: 1 }, newerThan: 'risk' },
  // Forensic traces, HIV prevention and contraception: what was told later than they last is no hurry any more.
  {
    rule: 'rape-hours',
    kind: 'violation',
    from: 'date',
    due: { days: 0 },
    when: [{ field: 'type', in: ['sexual-violence'] }],
    empty: ['urgentCare'],
    within: LONGEST_HELP_DAYS,
    urgent: true,
  },
];
