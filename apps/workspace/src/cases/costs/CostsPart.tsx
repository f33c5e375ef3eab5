import { costState } from '@dayaq/domain';
import { plainCost, textOf } from '@dayaq/acts/cost/cost-records';
import { CostSums } from '../../costs/CostSums.tsx';
import '../../costs/costs.css';
import { Empty } from '../../look/Empty.tsx';
import { useOpenCase } from '../detail/open-case.ts';
import { useBegun } from '../parts/use-begun.ts';
import { AskDialog } from './AskDialog.tsx';
import { CostItem } from './CostItem.tsx';

/** The money of a case: asked for, decided, paid, shown by receipts. `?ask=` asks for more. */
export function CostsPart() {
  const { live, mayWrite, translator, around } = useOpenCase();
  const { t } = translator;
  const [asked, endAsking] = useBegun('ask');
  const costs = live
    .filter(({ kind }) => kind === 'cost')
    .sort((a, b) => b.created.at - a.created.at || (a.id < b.id ? -1 : 1))
    .map((view) => ({ view, record: plainCost(view) }));
  return (
    <section class="case-section" aria-labelledby="case-costs">
      <h3 id="case-costs">{t('costs.title')}</h3>
      <CostSums costs={costs.map(({ record }) => record)} />
      {costs.length === 0 ? (
        <Empty title={t('costs.empty.title')}>
          <p class="muted">{t('costs.empty.text')}</p>
        </Empty>
      ) : (
        <div class="cost-list">
          {costs.map(({ view, record }) => (
            <CostItem
              key={view.id}
              view={view}
              state={costState(record)}
              fund={around.links?.nameOf(textOf(record, 'fund')) ?? ''}
            />
          ))}
        </div>
      )}
      {asked !== undefined && mayWrite && <AskDialog cost={null} onClose={endAsking} />}
    </section>
  );
}
