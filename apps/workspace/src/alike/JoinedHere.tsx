import { formatMoment } from '@dayaq/locale';
import { useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { language, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Notice } from '../look/Notice.tsx';
import { currentSpaceId, say, useQuery } from '../vault/session.ts';
import { type Joined, joinedHere, undoJoin } from './join-cases.ts';

/** Cases that were joined on this device, each of which can be parted again while nobody has worked on it. */
export function JoinedHere({ room, onUndone }: { room: Room; onUndone: () => void }) {
  const [said, setSaid] = useState('');
  const space = currentSpaceId() ?? '';
  const joined = useQuery((vault) => joinedHere(vault, space), [space, said], ['case']).data ?? [];

  async function undo(which: Joined): Promise<void> {
    const outcome = await undoJoin(room.vault, which);
    if (outcome === 'undone') onUndone();
    setSaid(
      outcome === 'undone'
        ? t('alike.undone', { one: which.names[0], other: which.names[1] })
        : outcome === 'worked'
          ? t('alike.worked')
          : say(outcome),
    );
  }

  if (joined.length === 0 && said === '') return null;
  return (
    <section class="stack" aria-label={t('alike.joinedHere')}>
      <h2>{t('alike.joinedHere')}</h2>
      {said !== '' && (
        <Notice role="status">
          <p>{said}</p>
        </Notice>
      )}
      <ul class="rows">
        {joined.map((each) => (
          <li key={each.id} class="row">
            <div class="stack stack-tight">
              <p>
                <a href={`/cases/${each.from}`}>{each.names[1]}</a> →{' '}
                <a href={`/cases/${each.into}`}>{each.names[0]}</a>
              </p>
              <p class="row-note">{formatMoment(language.value, each.at)}</p>
              <div class="buttons">
                <Button kind="quiet" small onClick={() => void undo(each)}>
                  {t('alike.undo')}
                </Button>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
