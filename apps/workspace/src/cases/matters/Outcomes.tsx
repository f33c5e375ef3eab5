import { outcomesOf } from '@dayaq/acts/matter/matters';
import type { Translator } from '@dayaq/locale';
import type { ListedRecord } from '@dayaq/vault/client';
import { codeLabel } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';

/** How matters came out, by kind: that nothing came of any is said in so many words. */
export function Outcomes({
  matters,
  translator,
  today,
}: {
  matters: readonly ListedRecord[];
  translator: Translator;
  today: string;
}) {
  const outcomes = outcomesOf(
    matters.map(({ fields }) => fields),
    today,
  );
  if (outcomes.length === 0) return null;
  return (
    <section class="case-section" aria-labelledby="matter-outcomes">
      <h2 id="matter-outcomes">{t('matters.outcomes.title')}</h2>
      <ul class="side-rows">
        {outcomes.map(({ type, all, remedy, partly, without, noGround, open }) => (
          <li key={type} class="side-row">
            <p class="side-title">
              <span>{codeLabel(translator, 'matter-types', type)}</span>
            </p>
            <p>
              {remedy + partly === 0
                ? t('matters.outcomes.none', { count: all })
                : t('matters.outcomes.some', { done: remedy, count: all })}
            </p>
            <p class="small muted">
              {[
                partly > 0 ? t('matters.outcomes.partly', { count: partly }) : '',
                without > 0 ? t('matters.outcomes.without', { count: without }) : '',
                noGround > 0 ? t('matters.outcomes.noGround', { count: noGround }) : '',
                open > 0 ? t('matters.outcomes.open', { count: open }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
