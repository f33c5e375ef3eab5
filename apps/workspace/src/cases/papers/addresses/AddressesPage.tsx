import { linksIn } from '@dayaq/domain';
import type { ListedRecord } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import type { Surroundings } from '../../../fields/index.ts';
import { useLinkNames } from '../../../links/link-names.ts';
import { t } from '../../../locale/index.ts';
import { Button } from '../../../look/Button.tsx';
import { Empty } from '../../../look/Empty.tsx';
import { Page } from '../../../look/Page.tsx';
import { useQuery } from '../../../vault/session.ts';
import '../../cases.css';
import '../../parts/side-rows.css';
import type { Room } from '../../room.ts';
import { useRoom } from '../../use-room.ts';
import { AddressDialog } from './AddressDialog.tsx';
import { AddressLines, addressTitle } from './AddressLines.tsx';
import { bySuiting } from './register.ts';

const STEP = 100;
/** The vault gives no more at once. */
const MOST = 1000;

/** Every address at which somebody may be registered, across cases. */
export function AddressesPage() {
  const room = useRoom();
  return (
    <Page title={t('papers.addresses.title')}>
      <div class="stack">
        <p class="muted">{t('papers.addresses.intro')}</p>
        {room !== null && <Register room={room} />}
      </div>
    </Page>
  );
}

function Register({ room }: { room: Room }) {
  const [limit, setLimit] = useState(STEP);
  const [shown, setShown] = useState<{ address: ListedRecord | null } | null>(null);
  const { data } = useQuery(
    (v) => v.records({ kinds: ['address'], after: null, limit }),
    [limit],
    ['address'],
  );
  const { data: roster } = useQuery((v) => v.roster(), [], ['organisation']);
  const around: Surroundings = {
    translator: room.translator,
    records: [],
    members: room.members,
    country: room.country,
  };
  const register = roster?.ok === true ? roster.value.id : null;
  const mayWrite = room.role !== 'viewer';
  const addresses = [...(data?.records ?? [])].sort(bySuiting);
  const editing = shown?.address ?? null;
  const links = useLinkNames(
    editing === null ? [] : linksIn('address', 'usedBy', editing.fields.usedBy),
    room,
  );
  return (
    <>
      {mayWrite && register !== null && (
        <div>
          <Button kind="plain" onClick={() => setShown({ address: null })}>
            {t('papers.addresses.add')}
          </Button>
        </div>
      )}
      {roster?.ok === false && <p class="muted">{t('papers.addresses.waiting')}</p>}
      {data !== undefined && addresses.length === 0 && (
        <Empty icon="address" title={t('papers.addresses.none')}>
          <p class="muted">{t('papers.addresses.noneHint')}</p>
        </Empty>
      )}
      {addresses.length > 0 && <p class="muted small">{t('cases.onlyYours')}</p>}
      <ul class="side-rows">
        {addresses.map((address) => (
          <li key={address.record} class="side-row">
            <AddressLines address={address} around={around} />
            {address.case !== null && (
              <p class="small">
                <a href={`/cases/${address.dossier}/papers`}>
                  {t('papers.addresses.inCase', {
                    reference: address.case.alias || address.case.reference,
                  })}
                </a>
              </p>
            )}
            {mayWrite && (
              <Button
                kind="quiet"
                class="case-invite"
                small
                label={t('papers.addresses.editOf', { what: addressTitle(address, around) })}
                onClick={() => setShown({ address })}
              >
                {t('papers.addresses.edit')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {data !== undefined && data.next !== null && limit < MOST && (
        <div>
          <Button kind="plain" onClick={() => setLimit(Math.min(MOST, limit + STEP))}>
            {t('papers.addresses.more')}
          </Button>
        </div>
      )}
      {shown !== null && (
        <AddressDialog
          room={room}
          around={{ ...around, links }}
          address={shown.address}
          register={register ?? ''}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}
