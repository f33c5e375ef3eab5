import { toldText } from '@dayaq/domain';
import type { Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { useRoom } from '../cases/use-room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { Notice } from '../look/Notice.tsx';
import { Tag } from '../look/Tag.tsx';
import { say, useQuery } from '../vault/session.ts';
import { type AlikeGroup, moveLetters, sortOut } from './sort-out.ts';

/** Characters of a letter that are shown of it, and letters unlike all others that are named. */
const SHOWN = 400;
const MOST_OTHERS = 50;

/** A flood put away in few presses: letters that say nearly the same, the largest group first, and what is like nothing else. */
export function SortOut({ at, onClose }: { at: Id | null; onClose: () => void }) {
  const room = useRoom();
  const { data } = useQuery((vault) => sortOut(vault, at), [at], ['letter']);
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [undo, setUndo] = useState<readonly Id[] | null>(null);
  const move = async (ids: readonly Id[], to: 'put-away' | 'open'): Promise<void> => {
    if (room === null || busy !== null) return;
    const told = (done: number): void => setBusy(t('letters.sort.busy', { done, all: ids.length }));
    told(0);
    const failure = await moveLetters(room.vault, ids, to, told);
    setBusy(null);
    setProblem(failure === null ? null : say(failure));
    setUndo(failure === null && to === 'put-away' ? ids : null);
  };
  return (
    <Dialog open title={t('letters.sort.title')} onClose={onClose}>
      <p class="muted">{t('letters.sort.hint')}</p>
      {problem !== null && (
        <Notice tone="w" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      <p role="status">{busy ?? (data === undefined ? t('cases.list.loading') : '')}</p>
      {undo !== null && busy === null && (
        <Button kind="quiet" onClick={() => void move(undo, 'open')}>
          {t('letters.sort.undo', { count: undo.length })}
        </Button>
      )}
      {data !== undefined && data.groups.length === 0 && <p>{t('letters.sort.none')}</p>}
      {data?.groups.map((group) => (
        <Group
          key={group.ids[0]}
          group={group}
          onAway={busy === null ? () => void move(group.ids, 'put-away') : undefined}
        />
      ))}
      {data !== undefined && data.others.length > 0 && (
        <section class="stack stack-tight" aria-labelledby="sort-others">
          <h3 id="sort-others">{t('letters.sort.others', { count: data.others.length })}</h3>
          <ul class="list">
            {data.others.slice(0, MOST_OTHERS).map((row) => (
              <li key={row.id}>
                <a class="list-item" href={`/inbox/${row.id}`} onClick={onClose}>
                  {toldText(row, 'words').slice(0, SHOWN)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}

function Group({ group, onAway }: { group: AlikeGroup; onAway: (() => void) | undefined }) {
  return (
    <section class="stack stack-tight">
      <h3>
        {t('letters.sort.group', { count: group.ids.length })}{' '}
        {group.dangers > 0 && (
          <Tag tone="d" icon="warning">
            {t('letters.sort.dangers', { count: group.dangers })}
          </Tag>
        )}
      </h3>
      <blockquote class="held-words value-long">{group.sample.slice(0, SHOWN)}</blockquote>
      {onAway !== undefined && (
        <Button kind="plain" small onClick={onAway}>
          {t('letters.sort.away', { count: group.ids.length })}
        </Button>
      )}
    </section>
  );
}
