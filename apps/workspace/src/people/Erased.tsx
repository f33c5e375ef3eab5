import { dayOf, formatDate, formatList } from '@dayaq/locale';
import type { ErasureView, MemberView } from '@dayaq/vault/client';
import { codeLabel, kindLabel } from '../fields/index.ts';
import { addressOf } from '../kind-places.ts';
import { t, translator } from '../locale/index.ts';
import { Tag } from '../look/Tag.tsx';
import { useQuery } from '../vault/session.ts';

/**
 * What was destroyed for good, without its content, and whose devices have not said yet that it is gone there; and what somebody
 * wanted destroyed who might not, or had destroyed without a word.
 */
export function Erased({ members }: { members: readonly MemberView[] }) {
  const { data: erasures = [] } = useQuery((vault) => vault.erasures(), [], ['erasure', 'device']);
  if (erasures.length === 0) return null;
  return (
    <section class="stack stack-tight" aria-labelledby="erased">
      <h2 id="erased">{t('erasure.list.title')}</h2>
      <ul class="rows">
        {erasures.map((each) => (
          <li key={each.id} class="row">
            <span>
              <Trace of={each} members={members} />
            </span>
          </li>
        ))}
      </ul>
      <p class="muted small">{t('erasure.list.further')}</p>
    </section>
  );
}

function Trace({ of, members }: { of: ErasureView; members: readonly MemberView[] }) {
  const { language } = translator.value;
  const { standing, here, hereKind, what, why, at } = of;
  const known = (account: string): string | undefined => members.find((one) => one.account === account)?.name;
  const nameOf = (account: string): string => known(account) || t('people.unnamed');
  const title = [
    standing === 'unsaid' ? t('erasure.list.unsaid') : kindLabel(translator.value, what),
    at > 0 ? formatDate(language, dayOf(at), 'long') : '',
  ];
  const address = here === '' ? undefined : addressOf(hereKind, { id: here, dossier: here });
  const look = address !== undefined && <a href={address}>{t('erasure.list.look')}</a>;
  if (standing === 'unsaid')
    return (
      <>
        <span class="row-title">{title.filter(Boolean).join(' · ')}</span>
        <span class="row-note">
          <span>
            {t('erasure.list.unsaidLead', {
              name: of.by === '' ? t('erasure.list.unsaidSomebody') : nameOf(of.by),
            })}
          </span>
          {look}
        </span>
      </>
    );
  return (
    <>
      <span class="row-title">{title.filter(Boolean).join(' · ')}</span>
      <span class="row-note">
        <span>{codeLabel(translator.value, 'erasure-reasons', why)}</span>
        <span>{nameOf(of.by)}</span>
        {of.isAnew && <span>{t('erasure.list.anew')}</span>}
        {standing === 'refused' ? (
          <Tag tone="w">{t('erasure.list.refused')}</Tag>
        ) : (
          <Gone of={of} nameOf={nameOf} />
        )}
        {look}
      </span>
    </>
  );
}

function Gone({ of, nameOf }: { of: ErasureView; nameOf: (account: string) => string }) {
  const { isGoneFromServer, devices, waitingFor, viewers } = of;
  return (
    <>
      <Tag tone={isGoneFromServer ? 'a' : 'w'}>
        {t(isGoneFromServer ? 'erasure.list.server' : 'erasure.list.serverWaits')}
      </Tag>
      <span>{t('erasure.list.devices', { count: devices })}</span>
      {waitingFor.length > 0 && (
        <Tag tone="w">
          {t('erasure.list.waits', { names: formatList(translator.value.language, waitingFor.map(nameOf)) })}
        </Tag>
      )}
      {viewers > 0 && <span>{t('erasure.list.viewers', { count: viewers })}</span>}
    </>
  );
}
