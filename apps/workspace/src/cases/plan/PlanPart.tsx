import { groupOf, packOf } from '@dayaq/domain';
import { planDeed, type PlanStart } from '@dayaq/acts/response';
import { requestOf, standingIn } from '../acts/request-of.ts';
import { plainRecord } from '@dayaq/acts/record-values';
import { useMemo } from 'preact/hooks';
import { t } from '../../locale/index.ts';
import { useOpenCase } from '../detail/open-case.ts';
import { DoneRow, PlannedRow } from './ActRows.tsx';
import { Counselling } from './Counselling.tsx';
import { DueTasks } from './DueTasks.tsx';
import { NeedRow } from './NeedRow.tsx';
import '../parts/side-rows.css';
import './plan.css';
import { planOf } from './plan.ts';
import { Paths } from './Paths.tsx';
import { PlanPicture } from './PlanPicture.tsx';
import { Stays } from './Stays.tsx';
import { Button } from '../../look/Button.tsx';

/** How the case is answered: what the person needs, what is planned for it, what was done and what came of it. */
export function PlanPart() {
  const open = useOpenCase();
  const { live, root, today, mayWrite, edit } = open;
  const plan = useMemo(() => planOf(live, root, today, packOf(open.country)), [live, root, today]);
  const records = useMemo(() => open.dossier.records.map(plainRecord), [open.dossier]);
  const startPlanning = (start: PlanStart): void =>
    open.edit(requestOf(planDeed(standingIn(open), start), open.translator));
  return (
    <div class="stack stack-loose plan">
      <section class="case-section" aria-labelledby="plan-needs">
        <h3 id="plan-needs">{t('plan.needs.title')}</h3>
        {plan.needs.length === 0 ? (
          <div class="cluster">
            <p class="muted">{t('plan.needs.none')}</p>
            {mayWrite && (
              <Button
                kind="plain"
                small
                onClick={() =>
                  edit({
                    title: t('plan.needs.title'),
                    kind: 'case',
                    record: root,
                    only: groupOf('case', 'wishes'),
                  })
                }
              >
                {t('plan.needs.write')}
              </Button>
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
        <h3 id="plan-ahead">{t('plan.ahead.title')}</h3>
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

      <Stays />
      <Paths />

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

      <Counselling />

      <PlanPicture acts={[...plan.ahead, ...plan.done]} />
    </div>
  );
}
