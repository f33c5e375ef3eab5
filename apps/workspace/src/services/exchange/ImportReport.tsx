import { type HsdsImport, isRefusal, type Remark } from '@dayaq/domain/hsds';
import { formatNumber, type Translator } from '@dayaq/locale';
import { fieldLabel, kindLabel } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Notice } from '../../look/Notice.tsx';
import type { ImportPlan } from './plan.ts';
import { remarkText } from './remark-words.ts';
import { SaveLink } from './SaveLink.tsx';

/** Lines that stand on the page; the whole report can be saved. */
const SHOWN = 100;

interface Props {
  read: HsdsImport;
  plan: ImportPlan | null;
  translator: Translator;
}

/** What will come, what has no place here, and what stands in the way, before anything is saved. */
export function ImportReport({ read, plan, translator }: Props) {
  const refusals = read.report.filter(isRefusal);
  const notes = read.report.filter((remark) => !isRefusal(remark));
  const isRefused = read.refused || (plan?.clashes.length ?? 0) > 0;
  return (
    <div class="stack">
      {isRefused && (
        <Notice tone="w" role="alert">
          <p class="strong">{t('services.exchange.refused')}</p>
          {plan !== null && plan.clashes.length > 0 && (
            <p>{t('services.exchange.clashes', { count: plan.clashes.length })}</p>
          )}
        </Notice>
      )}
      {plan !== null && !isRefused && <WhatComes plan={plan} translator={translator} />}
      <Lines title={t('services.exchange.refusals')} remarks={refusals} translator={translator} open />
      <Lines title={t('services.exchange.notes')} remarks={notes} translator={translator} />
      {read.report.length > 0 && (
        <SaveLink
          name="report.txt"
          type="text/plain"
          text={() => read.report.map((remark) => remarkText(translator, remark)).join('\n')}
        >
          {t('services.exchange.saveReport')}
        </SaveLink>
      )}
    </div>
  );
}

function WhatComes({ plan, translator }: { plan: ImportPlan; translator: Translator }) {
  const { language } = translator;
  const kinds = Object.entries(plan.counts);
  return (
    <div class="stack stack-tight" role="status">
      <h3>{t('services.exchange.comes')}</h3>
      <ul>
        {kinds.map(([kind, count]) => (
          <li key={kind}>
            {t('services.exchange.fresh', {
              what: translator.label('kinds', kind, 'many'),
              number: formatNumber(language, count),
            })}
          </li>
        ))}
        {plan.differing.length > 0 && (
          <li>
            {t('services.exchange.differing', { number: formatNumber(language, plan.differing.length) })}
          </li>
        )}
        <li>{t('services.exchange.same', { number: formatNumber(language, plan.same) })}</li>
        {plan.deleted > 0 && (
          <li>{t('services.exchange.deletedHere', { number: formatNumber(language, plan.deleted) })}</li>
        )}
      </ul>
      {plan.differing.length > 0 && (
        <details>
          <summary>{t('services.exchange.showDiffering')}</summary>
          <ul class="exchange-report">
            {plan.differing.slice(0, SHOWN).map(({ kind, name, fields }, index) => (
              <li key={index}>
                <span class="strong">{name === '' ? kindLabel(translator, kind) : name}</span>
                <span class="small">
                  {fields.map((field) => fieldLabel(translator, kind, field)).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Lines({
  title,
  remarks,
  translator,
  open = false,
}: {
  title: string;
  remarks: readonly Remark[];
  translator: Translator;
  open?: boolean;
}) {
  if (remarks.length === 0) return null;
  const number = formatNumber(translator.language, remarks.length);
  return (
    <details open={open}>
      <summary>
        {title} ({number})
      </summary>
      <ul class="exchange-report">
        {remarks.slice(0, SHOWN).map((remark, index) => (
          <li key={index}>{remarkText(translator, remark)}</li>
        ))}
      </ul>
      {remarks.length > SHOWN && <p class="small muted">{t('services.exchange.moreLines', { number })}</p>}
    </details>
  );
}
