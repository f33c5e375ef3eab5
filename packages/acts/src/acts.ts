import type { KindName } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import * as added from './added.ts';
import { CONTACT_ACTS, CONTACT_BEGINS } from './contact.ts';
import { BEARING_BEGINS } from './framework/bearing.ts';
import { GATHERING_BEGINS } from './patterns/gathering.ts';
import { DETENTION_ACTS, DETENTION_BEGINS } from './detention.ts';
import { RISK_BEGINS, THREAT_ACTS, THREAT_BEGINS, THREATENED_ACTS } from './danger.ts';
import type { Values } from './changes-between.ts';
import { MATTER_ACTS, MATTER_BEGINS, matterFollows } from './matter/matter-acts.ts';
import type { ActOn, Beginning, Choosing, Standing, Tab } from './plan.ts';
import { PATH_ACTS, PATH_BEGINS, STEP_ACTS } from './path.ts';
import { STAY_ACTS, STAY_BEGINS } from './stay.ts';
import { RESPONSE_BEGINS } from './response.ts';
import { TASK_ACTS, TASK_BEGINS } from './task.ts';

/** What people do with records of a kind: how one is begun in a case, and what is done about one that is there. */
interface ActsOf {
  /** What of a form follows from what was just typed into it. */
  follows?: Follows;
  begins?: readonly (Beginning | Choosing)[];
  acts?: readonly ActOn[];
}

/** The form as it stood, as it stands now, and whose country's rules count; answers what it comes to. */
export type Follows = (before: Values, after: Values, country: string) => Values;

/** One line a kind, in the order in which they are offered. */
const ACTS: Partial<Record<KindName, ActsOf>> = {
  response: { begins: RESPONSE_BEGINS },
  stay: { begins: STAY_BEGINS, acts: STAY_ACTS },
  path: { begins: PATH_BEGINS, acts: PATH_ACTS },
  'path-step': { acts: STEP_ACTS },
  referral: { begins: added.REFERRAL_BEGINS },
  cost: { begins: added.COST_BEGINS },
  task: { begins: TASK_BEGINS, acts: TASK_ACTS },
  violation: {
    begins: added.VIOLATION_BEGINS,
    acts: [...THREATENED_ACTS, ...added.VIOLATION_ACTS, ...added.JUDGING],
  },
  note: { begins: added.NOTE_BEGINS },
  person: { begins: added.PERSON_BEGINS },
  perpetrator: { begins: added.PERPETRATOR_BEGINS },
  source: { begins: added.SOURCE_BEGINS },
  file: { begins: added.FILE_BEGINS, acts: added.FILE_ACTS },
  threat: { begins: THREAT_BEGINS, acts: THREAT_ACTS },
  risk: { begins: RISK_BEGINS },
  detention: { begins: DETENTION_BEGINS, acts: DETENTION_ACTS },
  matter: { begins: MATTER_BEGINS, acts: MATTER_ACTS, follows: matterFollows },
  contact: { begins: CONTACT_BEGINS, acts: CONTACT_ACTS },
  bearing: { begins: BEARING_BEGINS },
  'pattern-case': { begins: GATHERING_BEGINS },
};

/** What can be begun on a tab of a case, by how near at hand it is. */
export interface Offered {
  first: Beginning | Choosing | undefined;
  second: Beginning | undefined;
  others: readonly (Beginning | Choosing)[];
}

export function begunOn(tab: Tab): Offered {
  const at = (place: 'first' | 'second' | 'other') =>
    Object.values(ACTS)
      .flatMap(({ begins = [] }) => begins)
      .filter(({ on }) => on.some((one) => one.tab === tab && one.place === place));
  const second = at('second').find((one) => 'plan' in one);
  return { first: at('first')[0], second, others: at('other') };
}

/** What follows in a form of that kind from what was typed; what was typed alone, where nothing does. */
export const followsOf = (kind: string): Follows => actsOf(kind)?.follows ?? ((_before, after) => after);

const actsOf = (kind: string): ActsOf | undefined =>
  Object.hasOwn(ACTS, kind) ? ACTS[kind as KindName] : undefined;

/** What can be done about a record now. */
export function actsOn(record: RecordView, of: Standing): readonly ActOn[] {
  return (actsOf(record.kind)?.acts ?? []).filter((act) => act.isOffered(record, of));
}
