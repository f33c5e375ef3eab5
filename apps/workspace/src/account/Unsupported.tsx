import { t } from '../locale/index.ts';
import { status } from '../vault/session.ts';
import { Outside } from './Outside.tsx';

/** This browser cannot seal: says which part is missing and what to do. */
export function Unsupported() {
  const { missing } = status.value;
  return (
    <Outside title={t('account.unsupported.title')} lead={t('account.unsupported.lead')}>
      <ul class="stack stack-tight">
        {missing.map((part) => (
          <li key={part}>{t(`account.unsupported.${part}`)}</li>
        ))}
        <li>{t('account.unsupported.advice')}</li>
      </ul>
    </Outside>
  );
}
