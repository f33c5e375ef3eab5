import { textIn } from '@dayaq/acts/record-values';
import type { RecordView } from '@dayaq/vault/client';
import { codeLabel } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Tag, type Tone } from '../../look/Tag.tsx';
import { useWords } from '../detail/FieldValue.tsx';
import { useOpenCase } from '../detail/open-case.ts';
import { ActLine } from './ActRows.tsx';
import type { PlanStart } from '@dayaq/acts/response';
import type { Need, NeedState } from './plan.ts';
import { firstResponse, mayRefer } from './want-responses.ts';

const TONES: Readonly<Record<NeedState, Tone>> = {
  none: 'w',
  planned: 'a',
  going: 'a',
  done: 'o',
  tried: 'w',
};
const STATES = {
  none: () => t('plan.needs.statesOf.none'),
  planned: () => t('plan.needs.statesOf.planned'),
  going: () => t('plan.needs.statesOf.going'),
  done: () => t('plan.needs.statesOf.done'),
  tried: () => t('plan.needs.statesOf.tried'),
} as const satisfies Record<NeedState, () => string>;

/** A need with what has come of it; where nothing is on its way, one tap plans something or refers. */
export function NeedRow({ need, onPlan }: { need: Need; onPlan: (start: PlanStart) => void }) {
  const { root, translator, mayWrite, dossier } = useOpenCase();
  const words = useWords();
  const { want, state, by } = need;
  const titleOf = (record: RecordView): string =>
    record.kind === 'referral' ? words(record, 'to') : words(record, 'type') || words(record, 'place');
  const name = want === 'other' ? textIn(root, 'wantsOther') : '';
  const title = name || codeLabel(translator, 'wants', want);
  const isOpen = state === 'none' || state === 'tried';
  return (
    <li class="side-row">
      <p class="side-title">
        <span>{title}</span>
        <Tag tone={TONES[state]}>{STATES[state]()}</Tag>
      </p>
      {by.length > 0 && (
        <ul class="plan-answers">
          {by.map((record) => (
            <li key={record.id}>
              <ActLine record={record} title={titleOf(record)} />
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <p class="muted small">{state === 'none' ? t('plan.needs.nothing') : t('plan.needs.tried')}</p>
      )}
      {isOpen && mayWrite && (
        <div class="cluster">
          <Button
            kind="plain"
            small
            label={t('plan.needs.planFor', { need: title })}
            onClick={() => {
              const type = firstResponse(want);
              onPlan({ need: want, ...(type === undefined ? {} : { type }) });
            }}
          >
            {t('plan.needs.plan')}
          </Button>
          {mayRefer(want) && (
            <Button
              kind="plain"
              small
              href={`/cases/${dossier.id}/referrals?need=${want}`}
              label={t('plan.needs.referFor', { need: title })}
            >
              {t('plan.needs.refer')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
