import { type Answer, type Danger, ESCALATION, escalate, type Escalation } from '@dayaq/domain';

const HOUR = 3_600_000;

/** A moment at which a danger comes to people, now or later, if nobody does anything until then. */
export interface Step {
  /** The danger's record. */
  record: string;
  /** When by what was written down (ms): with the record, the step's name on every device. */
  at: number;
  /** When it is to be told (ms): earlier than `at` for a danger that a wrong clock dated into the future. */
  due: number;
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
export function stepsAhead(dangerous: Dangerous, now: number, count: number): Step[] {
  const { dangers, answers, order } = dangerous;
  const turns = turningPoints(dangerous);
  const steps: Step[] = [];
  for (let at = now; steps.length < count; ) {
    const stand = escalate(dangers, answers, order, at);
    if (stand.state === 'answered' || (stand.state === 'open' && stand.who === null)) break;
    if (stand.state === 'open') {
      const step = stepOf(stand, order.length);
      const last = steps.at(-1);
      if (last?.record !== step.record || last.at !== step.at) {
        // The one that it stands at has begun; another begins, or becomes the most urgent, at its turn.
        steps.push({ ...step, due: at === now ? Math.min(step.at, now) : at });
      }
    }
    const here = at;
    const next = stand.state === 'open' ? stand.nextAt : stand.until;
    at = Math.min(next, ...turns.filter((turn) => turn > here));
  }
  return steps;
}

/** When the time of somebody who took a danger ends: another one may then become the most urgent, in the middle of a step. */
function turningPoints({ dangers, answers }: Dangerous): number[] {
  const holds = new Set(dangers.map(({ level }) => ESCALATION[level].hold));
  return answers
    .filter(({ what }) => what === 'taken')
    .flatMap(({ at }) => [...holds].map((hold) => at + hold * HOUR));
}

function stepOf(stand: Extract<Escalation, { state: 'open' }>, people: number): Omit<Step, 'due'> {
  const { danger, since, nextAt, told } = stand;
  const { first, every } = ESCALATION[danger.level];
  const step = Math.round((nextAt - since - first * HOUR) / (every * HOUR));
  return {
    record: danger.record,
    at: step === 0 ? since : nextAt - every * HOUR,
    // Where all have been told, all are told again.
    who: step < people ? told.slice(-1) : told,
  };
}
