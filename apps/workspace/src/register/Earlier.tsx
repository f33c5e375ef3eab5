import type { Failure } from '@dayaq/vault/client';
import { formatMoment, formatNumber } from '@dayaq/locale';
import { useRef, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { language, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Notice } from '../look/Notice.tsx';
import { Progress } from '../look/Progress.tsx';
import { whileWorking } from '../shell/work-under-way.ts';
import { currentSpaceId, say, useQuery } from '../vault/session.ts';
import { type Brought, broughtHere } from './brought.ts';
import { bringUnderOwn, shutIn } from './own-numbers.ts';
import { type Undone, undoImport } from './undo.ts';

type State =
  | { at: 'idle' }
  | { at: 'asking'; id: string }
  | { at: 'undoing'; done: number; total: number }
  | { at: 'undone'; undone: Undone };

const figure = (n: number): string => formatNumber(language.value, n);

/** What was imported on this device, each of which can be undone as a whole. */
export function Earlier({ room }: { room: Room }) {
  const [state, setState] = useState<State>({ at: 'idle' });
  const stop = useRef(false);
  const space = currentSpaceId() ?? '';
  const brought = useQuery((vault) => broughtHere(vault, space), [space, state.at], []).data ?? [];
  if (brought.length === 0) return null;

  async function undo(which: Brought): Promise<void> {
    stop.current = false;
    setState({ at: 'undoing', done: 0, total: 0 });
    const undone = await whileWorking(() =>
      undoImport(
        room.vault,
        room.me,
        which,
        (done, total) => setState({ at: 'undoing', done, total }),
        () => stop.current,
      ),
    );
    setState({ at: 'undone', undone });
  }

  return (
    <section class="stack" aria-label={t('register.earlier')}>
      <h2>{t('register.earlier')}</h2>
      {state.at === 'undoing' && (
        <>
          <Progress
            label={t('register.undoing', { done: figure(state.done), total: figure(state.total) })}
            done={state.done}
            total={state.total}
          />
          <div>
            <Button
              kind="plain"
              onClick={() => {
                stop.current = true;
              }}
            >
              {t('register.stop')}
            </Button>
          </div>
        </>
      )}
      {state.at === 'undone' && <UndoneNotice undone={state.undone} />}
      <ul class="rows">
        {brought.map((each) => (
          <li key={each.id} class="row">
            <div class="stack stack-tight">
              <p>
                {t('register.of', { file: each.file, done: figure(each.done), total: figure(each.total) })}
              </p>
              <p class="row-note">
                {formatMoment(language.value, each.began)}
                {each.state === 'begun' && <span>{t('register.unfinished')}</span>}
                {each.state === 'undone' && <span>{t('register.undone')}</span>}
              </p>
              <ShutNotice room={room} brought={each} />
              {state.at === 'asking' && state.id === each.id ? (
                <Notice tone="w">
                  <p>{t('register.undoAsk')}</p>
                  <div class="buttons">
                    <Button kind="danger" onClick={() => void undo(each)}>
                      {t('register.undoAct')}
                    </Button>
                    <Button kind="plain" onClick={() => setState({ at: 'idle' })}>
                      {t('register.undoNot')}
                    </Button>
                  </div>
                </Notice>
              ) : (
                each.state !== 'undone' &&
                state.at !== 'undoing' && (
                  <div class="buttons">
                    <Button kind="quiet" small onClick={() => setState({ at: 'asking', id: each.id })}>
                      {t('register.undo')}
                    </Button>
                  </div>
                )
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How much of an import stands under numbers that others closed, and a way out of them. Nothing where none does. */
function ShutNotice({ room, brought }: { room: Room; brought: Brought }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const { data, again } = useQuery((vault) => shutIn(vault, brought), [brought.id, brought.done]);
  if (data === undefined || data.acts.size === 0) return null;

  async function bringAnew(): Promise<void> {
    setFailure(await whileWorking(() => bringUnderOwn(room.vault, brought)));
    again();
  }

  return (
    <Notice tone="w">
      <p>{t('register.shut', { count: figure(data.acts.size), total: figure(data.of) })}</p>
      {failure !== null && <p role="alert">{say(failure)}</p>}
      <div class="buttons">
        <Button kind="plain" onClick={() => void bringAnew()}>
          {t('register.ownNumbers')}
        </Button>
      </div>
    </Notice>
  );
}

function UndoneNotice({ undone }: { undone: Undone }) {
  if (undone.is === 'stopped') return null;
  if (undone.is === 'failed')
    return (
      <Notice tone="w" role="alert">
        <p>{say(undone.failure)}</p>
      </Notice>
    );
  return (
    <Notice tone="o" role="status">
      <p>{t('register.undoneNow', { count: undone.deleted })}</p>
      {undone.deleted > 0 && <p>{t('register.undoneHidden')}</p>}
      {undone.worked > 0 && <p>{t('register.worked', { count: undone.worked })}</p>}
    </Notice>
  );
}
