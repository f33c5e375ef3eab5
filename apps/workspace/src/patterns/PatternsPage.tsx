import { toldText } from '@dayaq/domain';
import type { Id } from '@dayaq/vault/client';
import { useRoom } from '../cases/use-room.ts';
import type { Room } from '../cases/room.ts';
import { codeLabel } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Page } from '../look/Page.tsx';
import { Tag } from '../look/Tag.tsx';
import { Asking } from '../shell/Asking.tsx';
import { currentSpaceId, useQuery } from '../vault/session.ts';
import { nameOf } from './name-of.ts';
import { PatternDetail } from './PatternDetail.tsx';
import { Suggested } from './Suggested.tsx';

/** Patterns that are looked at. */
const MOST = 200;

/** What somebody has gathered, and what may be worth it; or one pattern with its cases. */
export function PatternsPage({ id }: { id?: Id }) {
  const room = useRoom();
  return (
    <Page title={t('patterns.title')} layout="wide" back={id ? '/patterns' : '/figures'}>
      {room !== null && (
        <article class="stack stack-loose">
          {id ? <PatternDetail key={id} room={room} id={id} /> : <PatternList room={room} />}
        </article>
      )}
    </Page>
  );
}

function PatternList({ room }: { room: Room }) {
  const space = currentSpaceId();
  const query = useQuery(
    (vault) =>
      vault.dossiers({
        kinds: ['pattern'],
        text: '',
        filters: {},
        sort: 'updated',
        descending: true,
        offset: 0,
        limit: MOST,
        space,
      }),
    [space],
    ['pattern'],
  );
  const { data } = query;
  if (data === undefined) return <Asking query={query} />;
  const { rows } = data;
  return (
    <>
      <p>{t('patterns.intro')}</p>
      {rows.length === 0 ? (
        <p class="muted">{t('patterns.none')}</p>
      ) : (
        <ul class="rows">
          {rows.map((row) => (
            <li key={row.id}>
              <a class="row" href={`/patterns/${row.id}`}>
                {nameOf(row)}{' '}
                <Tag>{codeLabel(room.translator, 'pattern-states', toldText(row, 'state'))}</Tag>
              </a>
            </li>
          ))}
        </ul>
      )}
      {data.total > rows.length && (
        <p class="small muted">{t('figures.more', { count: data.total - rows.length })}</p>
      )}
      <Suggested room={room} patterns={rows} />
    </>
  );
}
