import { addDays } from '@dayaq/domain';
import { t } from '../../locale/index.ts';
import { clientOf, useOpenCase } from '../detail/open-case.ts';
import type { PlanStart } from './plan.ts';

/** What is asked about something that is still to be done. */
const PLAN_FIELDS = ['type', 'planned', 'owner', 'forWhom', 'byWhom', 'with', 'note'] as const;
/** Days from today that a new plan begins with; the worker changes them. */
const SOON = 3;

/** Opens the form of something planned, ours and soon; what need it is for goes along. */
export function usePlanning(): (start: PlanStart) => void {
  const { edit, me, today, live } = useOpenCase();
  const client = clientOf(live);
  return ({ need, type }) =>
    edit({
      title: t('plan.plan'),
      kind: 'response',
      record: null,
      purpose: `plan ${need ?? ''} ${type ?? ''}`,
      only: PLAN_FIELDS,
      preset: {
        owner: me,
        planned: { day: addDays(today, SOON) },
        forWhom: client === undefined ? [] : [client.id],
        byWhom: 'us',
        ...(type === undefined ? {} : { type }),
      },
      ...(need === undefined ? {} : { stamp: () => ({ need }) }),
    });
}
