import { actOnDanger, taskTitle } from '@dayaq/acts/task';
import type { CaseSketch, DangerRow, Failure, Id, MemberView } from '@dayaq/vault/client';
import type { Room } from '../../cases/room.ts';
import { addressOf } from '../../kind-places.ts';
import { useState } from 'preact/hooks';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { announce } from '../../look/live.tsx';
import { Notice } from '../../look/Notice.tsx';
import { say, useQuery } from '../../vault/session.ts';

/** So many tasks are asked for. */
const MOST = 200;
/** Rows that are drawn of each. */
const DRAWN = 20;

/** Whether a danger waits for somebody, is held still by them, or comes to them next. */
export const waitsFor = ({ escalation }: Pick<DangerRow, 'escalation'>, account: Id): boolean =>
  escalation.state === 'open'
    ? escalation.who === account || escalation.next === account
    : escalation.state === 'taken' && (escalation.by === account || escalation.next === account);

/** What no handing on takes from somebody: what only they can do, and dangers that come to them while they belong here. */
export function StaysTheirs({ room, from }: { room: Room; from: MemberView }) {
  const { account } = from;
  const tasks = useQuery(
    (vault) => vault.tasks({ owner: account, until: null, limit: MOST }),
    [account],
    ['task', 'case'],
  ).data;
  const dangers = useQuery((vault) => vault.dangers(), [account], ['case', 'threat', 'risk']).data;
  const waiting = (dangers ?? []).filter((row) => waitsFor(row, account));
  const [failure, setFailure] = useState<Failure | null>(null);
  /** From then on it waits for who took it, and then for who comes after them. */
  async function take(row: DangerRow): Promise<void> {
    const { vault, translator, me } = room;
    const taken = await actOnDanger({ vault, translator, me }, row, { act: 'take' });
    setFailure(taken.ok ? null : taken.failure);
    if (taken.ok) announce(`${t('today.said.take')} ${called(row.case)}`);
  }
  if (tasks === undefined || (tasks.length === 0 && waiting.length === 0)) return null;
  const name = from.name || t('people.unnamed');
  return (
    <section class="stack" aria-label={t('people.handOn.stays.title', { name })}>
      <h2>{t('people.handOn.stays.title', { name })}</h2>
      {failure !== null && (
        <Notice tone="w" role="alert">
          <p>{say(failure)}</p>
        </Notice>
      )}
      {waiting.length > 0 && (
        <>
          <p>{t('people.handOn.stays.dangers', { count: waiting.length })}</p>
          <ul class="side-rows">
            {waiting.slice(0, DRAWN).map((row) => (
              <li key={row.dossier} class="side-row">
                <a href={addressOf(row.kind, { id: row.dossier, dossier: row.dossier }) ?? '/today'}>
                  {called(row.case)}
                </a>
                {row.escalation.state === 'open' && row.escalation.who === account && (
                  <div class="buttons">
                    <Button
                      kind="plain"
                      small
                      label={t('today.actOn', { act: t('today.danger.take'), name: called(row.case) })}
                      onClick={() => void take(row)}
                    >
                      {t('today.danger.take')}
                    </Button>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {tasks.length > 0 && (
        <>
          <p>{t('people.handOn.stays.tasks', { count: tasks.length })}</p>
          <ul class="side-rows">
            {tasks.slice(0, DRAWN).map((task) => (
              <li key={`${task.record} ${task.rule} ${task.about}`} class="side-row">
                <a href={addressOf('case', { id: task.dossier, dossier: task.dossier }) ?? '/today'}>
                  {[taskTitle(room.translator, task), called(task.case)].filter(Boolean).join(' · ')}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const called = ({ alias, reference }: CaseSketch): string =>
  [alias, alias === reference ? '' : reference].filter(Boolean).join(' ');
