import { useSignal } from '@preact/signals';
import type { CircleNumber, MemberView } from '@dayaq/vault/client';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Icon } from '../../look/Icon.tsx';
import { CompareDialog } from './CompareDialog.tsx';
import { Digits } from './Digits.tsx';
import './same.css';

interface Props {
  number: CircleNumber;
  /** Whose number it is. */
  space: string;
  account: string;
  /** Current members other than oneself; somebody, else there is nothing to compare. */
  others: readonly MemberView[];
  onCompared: () => void;
}

/** Whether all members are shown the same: a number to compare, and what no device can know by itself. */
export function Same({ number, space, account, others, onCompared }: Props) {
  const comparing = useSignal(false);
  return (
    <section class="stack stack-tight" aria-labelledby="same">
      <h2 id="same">{t('people.same.title')}</h2>
      <p class="muted">{t('people.same.lead')}</p>
      <Digits {...number} />
      <div class="buttons">
        <Button kind="plain" onClick={() => (comparing.value = true)}>
          <Icon name="check" />
          {t('people.same.act')}
        </Button>
      </div>
      <details>
        <summary>{t('people.same.unknown.title')}</summary>
        <ul class="stack stack-tight">
          <li>{t('people.same.unknown.end')}</li>
          <li>{t('people.same.unknown.shows')}</li>
          <li>{t('people.same.unknown.number')}</li>
          <li>{t('people.same.unknown.removed')}</li>
        </ul>
      </details>
      {comparing.value && (
        <CompareDialog
          number={number}
          whose={{ space, account }}
          others={others}
          onClose={() => (comparing.value = false)}
          onCompared={onCompared}
        />
      )}
    </section>
  );
}
