import { dayOf, formatDate, formatList } from '@dayaq/locale';
import type { MemberView } from '@dayaq/vault/client';
import { codeLabel, kindLabel } from '../fields/index.ts';
import { t, translator } from '../locale/index.ts';
import { Tag } from '../look/Tag.tsx';
import { useQuery } from '../vault/session.ts';

/** What was destroyed for good, without its content, and whose devices have not said yet that it is gone there. */
export function Erased({ members }: { members: readonly MemberView[] }) {
  const { data: erasures = [] } = useQuery((vault) => vault.erasures(), [], ['erasure', 'device']);
  if (erasures.length === 0) return null;
  const { language } = translator.value;
  const nameOf = (account: string): string =>
    members.find((one) => one.account === account)?.name || t('people.unnamed');
  return (
    <section class="stack stack-tight" aria-labelledby="erased">
      <h2 id="erased">{t('erasure.list.title')}</h2>
      <ul class="rows">
        {erasures.map(({ id, what, why, by, at, isGoneFromServer, devices, waitingFor, viewers }) => (
          <li key={id} class="row">
            <span>
              <span class="row-title">
                {kindLabel(translator.value, what)} · {formatDate(language, dayOf(at), 'long')}
              </span>
              <span class="row-note">
                <span>{codeLabel(translator.value, 'erasure-reasons', why)}</span>
                <span>{nameOf(by)}</span>
                <Tag tone={isGoneFromServer ? 'a' : 'w'}>
                  {t(isGoneFromServer ? 'erasure.list.server' : 'erasure.list.serverWaits')}
                </Tag>
                <span>{t('erasure.list.devices', { count: devices })}</span>
                {waitingFor.length > 0 && (
                  <Tag tone="w">
                    {t('erasure.list.waits', { names: formatList(language, waitingFor.map(nameOf)) })}
                  </Tag>
                )}
                {viewers > 0 && <span>{t('erasure.list.viewers', { count: viewers })}</span>}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <p class="muted small">{t('erasure.list.further')}</p>
    </section>
  );
}
