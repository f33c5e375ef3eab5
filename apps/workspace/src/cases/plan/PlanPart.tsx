import { addDays, packOf } from '@dayaq/domain';
import { useMemo } from 'preact/hooks';
import { t } from '../../locale/index.ts';
import { plainRecord } from '../detail/consent-state.ts';
import { clientOf, useOpenCase } from '../detail/open-case.ts';
import { WISH_FIELDS } from '../detail/Standing.tsx';
import { DoneRow, PlannedRow } from './ActRows.tsx';
import { DueTasks } from './DueTasks.tsx';
import { NeedRow } from './NeedRow.tsx';
import '../parts/side-rows.css';
import './plan.css';
import { planOf, type PlanStart } from './plan.ts';
import { PlanPicture } from './PlanPicture.tsx';

/** What is asked about something that is still to be done. */
const PLAN_FIELDS = ['type', 'planned', 'owner', 'forWhom', 'byWhom', 'with', 'note'] as const;
/** Days from today that a new plan begins with; the worker changes them. */
const SOON = 3;

/** How the case is answered: what the person needs, what is planned for it, what was done and what came of it. */
export function PlanPart() {
  const open = useOpenCase();
  const { live, root, today, mayWrite, edit } = open;
  const plan = useMemo(() => planOf(live, root, today), [live, root, today]);
  const records = useMemo(() => open.dossier.records.map(plainRecord), [open.dossier]);
  const startPlanning = usePlanning();
  return (
    <div class="stack stack-loose plan">
      <section class="case-section" aria-labelledby="plan-needs">
        <h3 id="plan-needs">{t('plan.needs.title')}</h3>
        {plan.needs.length === 0 ? (
          <div class="cluster">
            <p class="muted">{t('plan.needs.none')}</p>
            {mayWrite && (
              <button
                type="button"
                class="button button-plain button-small"
                onClick={() =>
                  edit({ title: t('plan.needs.title'), kind: 'case', record: root, only: WISH_FIELDS })
                }
              >
                {t('plan.needs.write')}
              </button>
            )}
          </div>
        ) : (
          <ul class="side-rows">
            {plan.needs.map((need) => (
              <NeedRow key={need.want} need={need} onPlan={startPlanning} />
            ))}
          </ul>
        )}
      </section>

      <section class="case-section" aria-labelledby="plan-ahead">
        <div class="spread">
          <h3 id="plan-ahead">{t('plan.ahead.title')}</h3>
          {mayWrite && (
            <button type="button" class="button button-plain" onClick={() => startPlanning({})}>
              {t('plan.plan')}
            </button>
          )}
        </div>
        {plan.ahead.length === 0 ? (
          <p class="muted">{t('plan.ahead.none')}</p>
        ) : (
          <ul class="side-rows">
            {plan.ahead.map((act) => (
              <PlannedRow key={act.record.id} act={act} />
            ))}
          </ul>
        )}
      </section>

      <DueTasks records={records} pack={packOf(open.country)} />

      <section class="case-section" aria-labelledby="plan-done">
        <h3 id="plan-done">{t('plan.done.title')}</h3>
        {plan.done.length === 0 ? (
          <p class="muted">{t('plan.done.none')}</p>
        ) : (
          <ul class="side-rows">
            {plan.done.map((act) => (
              <DoneRow key={act.record.id} act={act} />
            ))}
          </ul>
        )}
      </section>

      <PlanPicture acts={[...plan.ahead, ...plan.done]} />
    </div>
  );
}

/** Opens the form of something planned, ours and soon; what need it is for goes along. */
function usePlanning(): (start: PlanStart) => void {
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
