import { type Answer, type Danger, ESCALATION, escalate } from '@dayaq/domain';

const HOUR = 3_600_000;

/** A moment at which a danger comes to people, now or later, if nobody does anything until then. */
export interface Step {
  /** The danger's record. */
  record: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Accounts that it comes to. */
  who: readonly string[];
}

/** What decides who must act when in one case; as `escalate` takes it. */
export interface Dangerous {
  dangers: readonly Danger[];
  answers: readonly Answer[];
  order: readonly string[];
}

/** The step that a case stands at and those that follow, at most `count`: nobody can work them out while all sleep. */
export function stepsAhead({ dangers, answers, order }: Dangerous, now: number, count: number): Step[] {
  const steps: Step[] = [];
  for (let at = now; steps.length < count; ) {
    const stand = escalate(dangers, answers, order, at);
    if (stand.state === 'answered' || (stand.state === 'open' && stand.who === null)) break;
    if (stand.state === 'taken') {
      at = stand.until;
      continue;
    }
    const { first, every } = ESCALATION[stand.danger.level];
    const step = Math.round((stand.nextAt - stand.since - first * HOUR) / (every * HOUR));
    steps.push({
      record: stand.danger.record,
      at: step === 0 ? stand.since : stand.nextAt - every * HOUR,
      // Where all have been told, all are told again.
      who: step < order.length ? stand.told.slice(-1) : stand.told,
    });
    at = stand.nextAt;
  }
  return steps;
}
