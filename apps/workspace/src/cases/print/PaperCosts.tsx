import { fieldLabel, recordTitle } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { useWords } from '../detail/FieldValue.tsx';
import { useOpenCase } from '../detail/open-case.ts';

/** Beside what for and how much: from where it came, own money among it, and when. */
const LINE = ['amount', 'spentFrom', 'ownMoney', 'spentOn'] as const;

/** What was spent in the case, own money too. */
export function PaperCosts() {
  const { live, around, translator } = useOpenCase();
  const words = useWords();
  const costs = live.filter(({ kind }) => kind === 'cost');
  if (costs.length === 0) return null;
  return (
    <section aria-labelledby="paper-costs">
      <h3 id="paper-costs">{t('cases.print.costs')}</h3>
      <ul>
        {costs.map((cost) => (
          <li key={cost.id}>
            {[
              recordTitle(cost, around),
              ...LINE.filter((name) => words(cost, name) !== '').map((name) =>
                name === 'spentOn'
                  ? `${fieldLabel(translator, 'cost', name)}: ${words(cost, name)}`
                  : words(cost, name),
              ),
            ].join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
