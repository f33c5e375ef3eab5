import { formatList } from '@dayaq/locale';
import type { MemberView, OpenTo } from '@dayaq/vault/client';
import type { Room } from '../../cases/room.ts';
import { kindLabel } from '../../fields/index.ts';
import { addressOf } from '../../kind-places.ts';
import { language, t } from '../../locale/index.ts';
import { useQuery } from '../../vault/session.ts';

/** What somebody can open: worked out from the keys, as no role opens or closes anything. */
export function WhatTheyOpen({ room, member }: { room: Room; member: MemberView }) {
  const { data: open } = useQuery((vault) => vault.openTo(member.account), [member]);
  if (open === undefined) return null;
  const { everybodys, named, namedInAll, closedToThem } = open;
  const isMe = member.account === room.me;
  const kinds = everybodys.map(
    ({ kind, count }) => `${room.translator.label('kinds', kind, 'many')} (${count})`,
  );
  return (
    <section class="stack stack-tight" aria-labelledby="volunteer-opens">
      <h2 id="volunteer-opens">
        {isMe
          ? t('volunteers.opens.titleMe')
          : t('volunteers.opens.title', { name: member.name || t('people.unnamed') })}
      </h2>
      <p>{t('volunteers.opens.role', { role: t(`people.role.${member.role}`) })}</p>
      {!member.ready && <p class="strong">{t('volunteers.opens.key')}</p>}
      <p>
        {kinds.length === 0
          ? t('volunteers.opens.nothing')
          : t('volunteers.opens.everybody', { what: formatList(language.value, kinds) })}
      </p>
      {namedInAll === 0 ? (
        <p>{t('volunteers.opens.noneNamed')}</p>
      ) : (
        <>
          <p>{t('volunteers.opens.named', { count: namedInAll })}</p>
          <ul>
            {named.map((each) => (
              <li key={each.dossier}>
                {kindLabel(room.translator, each.kind)}: <Opened of={each} />
              </li>
            ))}
          </ul>
          {namedInAll > named.length && (
            <p>{t('volunteers.opens.more', { count: namedInAll - named.length })}</p>
          )}
        </>
      )}
      {!isMe && closedToThem > 0 && <p>{t('volunteers.opens.closed', { count: closedToThem })}</p>}
      {!isMe && <p class="muted small">{t('volunteers.opens.unknown')}</p>}
      {!isMe && <p class="muted small">{t('volunteers.opens.close')}</p>}
    </section>
  );
}

function Opened({ of: { dossier, kind, title } }: { of: OpenTo['named'][number] }) {
  const words = title || t('volunteers.opens.unnamed');
  const address = addressOf(kind, { id: dossier, dossier });
  return address === undefined ? <>{words}</> : <a href={address}>{words}</a>;
}
