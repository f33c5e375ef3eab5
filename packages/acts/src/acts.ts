import type { KindName } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import * as added from './added.ts';
import { CONTACT_ACTS, CONTACT_BEGINS } from './contact.ts';
import { DETENTION_ACTS, DETENTION_BEGINS } from './detention.ts';
import { RISK_BEGINS, THREAT_ACTS, THREAT_BEGINS } from './danger.ts';
import { MATTER_ACTS, MATTER_BEGINS } from './matter/matter-acts.ts';
import type { ActOn, Beginning, Choosing, Standing, Tab } from './plan.ts';
import { RESPONSE_BEGINS } from './response.ts';
import { TASK_ACTS, TASK_BEGINS } from './task.ts';

/** What people do with records of a kind: how one is begun in a case, and what is done about one that is there. */
interface ActsOf {
  begins?: readonly (Beginning | Choosing)[];
  acts?: readonly ActOn[];
}

/** One line a kind, in the order in which they are offered. */
const ACTS: Partial<Record<KindName, ActsOf>> = {
  response: { begins: RESPONSE_BEGINS },
  referral: { begins: added.REFERRAL_BEGINS },
  cost: { begins: added.COST_BEGINS },
  task: { begins: TASK_BEGINS, acts: TASK_ACTS },
  violation: { begins: added.VIOLATION_BEGINS, acts: [...added.VIOLATION_ACTS, ...added.JUDGING] },
  note: { begins: added.NOTE_BEGINS },
  person: { begins: added.PERSON_BEGINS },
  perpetrator: { begins: added.PERPETRATOR_BEGINS },
  source: { begins: added.SOURCE_BEGINS },
  file: { begins: added.FILE_BEGINS },
  threat: { begins: THREAT_BEGINS, acts: THREAT_ACTS },
  risk: { begins: RISK_BEGINS },
  detention: { begins: DETENTION_BEGINS, acts: DETENTION_ACTS },
  matter: { begins: MATTER_BEGINS, acts: MATTER_ACTS },
  contact: { begins: CONTACT_BEGINS, acts: CONTACT_ACTS },
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

/** What can be done about a record now. */
export function actsOn(record: RecordView, of: Standing): readonly ActOn[] {
  const acts: ActsOf | undefined = Object.hasOwn(ACTS, record.kind)
    ? ACTS[record.kind as KindName]
    : undefined;
  return (acts?.acts ?? []).filter((act) => act.isOffered(record, of));
}
