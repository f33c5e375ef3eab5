import { textIn } from '@dayaq/acts/record-values';
import { readSheet } from '@dayaq/domain/survey';
import { formatDate } from '@dayaq/locale';
import type { Id } from '@dayaq/vault/client';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { memberName, type Room } from '../../cases/room.ts';
import { useRoom } from '../../cases/use-room.ts';
import type { Values } from '../../fields/index.ts';
import { language, t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Empty } from '../../look/Empty.tsx';
import { Icon } from '../../look/Icon.tsx';
import { Page } from '../../look/Page.tsx';
import { currentSpace, useQuery } from '../../vault/session.ts';
import { AgreementPart } from './AgreementPart.tsx';
import { type Helping, useVolunteers } from './use-volunteers.ts';
import { VolunteerDialog } from './VolunteerDialog.tsx';
import { VolunteerDetail } from './VolunteerDetail.tsx';

/** Who helps for a time; or one of them. */
export function VolunteersPage({ id }: { id?: string }) {
  const space = currentSpace();
  const room = useRoom();
  const helping = useVolunteers(space?.id ?? null);
  if (space === null || room === null || helping === undefined)
    return (
      <Page title={t('volunteers.title')} back="/people">
        <p class="muted">{t('cases.list.loading')}</p>
      </Page>
    );
  const one = helping.volunteers.find(({ record }) => record.id === id);
  if (id === undefined || id === '')
    return (
      <Page title={t('volunteers.title')} back="/people">
        <Everybody room={room} helping={helping} isKeyholder={space.me.keyholder} />
      </Page>
    );
  return (
    <Page title={one?.called ?? t('volunteers.title')} back="/people/volunteers">
      {one === undefined ? (
        <p role="alert">{t('volunteers.none')}</p>
      ) : (
        <VolunteerDetail
          key={id}
          room={room}
          helping={helping}
          volunteer={one}
          isKeyholder={space.me.keyholder}
        />
      )}
    </Page>
  );
}

interface Props {
  room: Room;
  helping: Helping;
  isKeyholder: boolean;
}

function Everybody({ room, helping, isKeyholder }: Props) {
  const { query } = useLocation();
  const from = query['from'] ?? '';
  const [isNew, setIsNew] = useState(from !== '');
  const here = helping.volunteers.filter(({ left }) => left === '');
  const former = helping.volunteers.filter(({ left }) => left !== '');
  return (
    <div class="stack stack-loose">
      <p class="muted">{t('volunteers.lead')}</p>
      {here.length === 0 ? (
        <Empty icon="people" title={t('volunteers.empty')} />
      ) : (
        <ul class="rows">
          {here.map((each) => (
            <li key={each.record.id} class="row">
              <span>
                <a class="row-title" href={`/people/volunteers/${each.record.id}`}>
                  {each.called}
                </a>
                <span class="row-note">
                  <span>{t('volunteers.mentor', { name: memberName(room, each.mentor) })}</span>
                  <span>
                    {t(each.until < room.today ? 'volunteers.over' : 'volunteers.until', {
                      date: formatDate(language.value, each.until, 'long'),
                    })}
                  </span>
                  {each.account === null && <span>{t('volunteers.notIn')}</span>}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {isKeyholder ? (
        <div>
          <Button onClick={() => setIsNew(true)}>
            <Icon name="plus" />
            {t('volunteers.add')}
          </Button>
        </div>
      ) : (
        <p class="muted">{t('volunteers.keyholders')}</p>
      )}
      <AgreementPart room={room} helping={helping} isKeyholder={isKeyholder} />
      {former.length > 0 && (
        <details>
          <summary>{t('volunteers.former', { count: former.length })}</summary>
          <ul>
            {former.map(({ record, called }) => (
              <li key={record.id}>
                <a href={`/people/volunteers/${record.id}`}>{called}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
      {isNew && isKeyholder && (
        <Welcome room={room} helping={helping} from={from} onClose={() => setIsNew(false)} />
      )}
    </div>
  );
}

/** A new volunteer; of one whose application was taken, what it says of them stands there already. */
function Welcome({
  room,
  helping,
  from,
  onClose,
}: Omit<Props, 'isKeyholder'> & { from: Id; onClose: () => void }) {
  const { data: preset } = useQuery(
    async (vault): Promise<Values> => {
      const begin: Values = { mentor: room.me };
      if (from === '') return begin;
      const view = await vault.dossier(from);
      const root = view.ok ? view.value.records.find(({ id }) => id === from) : undefined;
      // Until it is decided nobody sees how they are called.
      if (root?.kind !== 'application' || textIn(root, 'result') !== 'taken') return begin;
      const named = readSheet(textIn(root, 'answers')).get('name');
      const called = named !== undefined && 'said' in named ? (named.said[0] ?? '') : '';
      return { ...begin, called, doing: textIn(root, 'name') };
    },
    [from],
    ['application'],
  );
  if (preset === undefined) return null;
  return <VolunteerDialog room={room} helping={helping} record={null} preset={preset} onClose={onClose} />;
}
