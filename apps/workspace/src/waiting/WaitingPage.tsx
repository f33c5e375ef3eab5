import { formatBytes, formatMoment } from '@dayaq/locale';
import type { WaitingItem } from '@dayaq/vault/client';
import { useSignal } from '@preact/signals';
import { language, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Empty } from '../look/Empty.tsx';
import { Notice } from '../look/Notice.tsx';
import { Page } from '../look/Page.tsx';
import { Progress } from '../look/Progress.tsx';
import { Tag } from '../look/Tag.tsx';
import { usePeople } from '../spaces/people.ts';
import { inThese, nameOfSpace, say, status, troubled, useQuery, useVault } from '../vault/session.ts';
import { ChooseAgain } from './ChooseAgain.tsx';
import { HeldLine } from './HeldLine.tsx';
import { ApartPart } from './ApartPart.tsx';

/** What is kept here and not yet on the server, and what did not check out. */
export function WaitingPage() {
  const vault = useVault();
  const { sync } = status.value;
  const asking = useSignal(false);
  const { data: items, again } = useQuery(
    (connection) => connection.waiting(),
    [sync.waiting, sync.held, sync.state],
  );
  const spaces = status.value.spaces.map(({ id }) => id);
  const people = usePeople(spaces);
  const going = items?.filter(({ held }) => held === null) ?? [];
  const kept = items?.flatMap((item) => (item.held === null ? [] : [{ ...item, held: item.held }])) ?? [];
  const syncNow = async (): Promise<void> => {
    asking.value = true;
    await vault.syncNow().catch(() => undefined);
    asking.value = false;
  };
  const mayWriteIn = (id: string): boolean =>
    status.value.spaces.some((one) => one.id === id && !one.removed && one.me.role !== 'viewer');
  const canGive = kept.some(({ space }) => mayWriteIn(space));
  // Nobody who was removed everywhere can send anything: there it would be a button that does nothing.
  const canSend = status.value.spaces.some(({ removed }) => !removed);
  const busy = asking.value || sync.state === 'syncing';
  return (
    <Page title={t('shell.waiting.title')}>
      <div class="stack">
        {sync.refused > 0 && (
          <Notice tone="w">
            <p class="strong">{t('shell.state.refused', { count: sync.refused })}</p>
            <p>{t('shell.waiting.refusedAdvice')}</p>
          </Notice>
        )}
        {sync.state === 'problem' && sync.problem !== null && (
          <Notice tone="w">
            <p>{inThese(say(sync.problem), troubled())}</p>
            {sync.problem.code !== 'removed' && <p>{t('shell.waiting.nothingLost')}</p>}
          </Notice>
        )}
        {sync.progress !== null && sync.progress.total > 0 && (
          <Progress
            label={t('shell.waiting.fetching')}
            done={sync.progress.done}
            total={sync.progress.total}
          />
        )}
        {items?.length === 0 && sync.waiting === 0 && sync.state !== 'problem' && (
          <Empty icon="check" title={t('shell.state.allSent')}>
            <p class="muted">{t('shell.waiting.allSentHint')}</p>
          </Empty>
        )}
        {kept.length > 0 && (
          <section class="stack stack-tight" aria-labelledby="held">
            <h2 class="kicker" id="held">
              {t('shell.waiting.held.title')}
            </h2>
            <p>{t(canGive ? 'shell.waiting.held.lead' : 'shell.waiting.held.leadAlone')}</p>
            <ul class="rows">
              {kept.map((item) => (
                <li key={item.id}>
                  <HeldLine item={item} members={people.membersOf(item.space)} onDone={again} />
                  {item.held === 'chunk-missing' && <ChooseAgain blob={item.id} onDone={again} />}
                </li>
              ))}
            </ul>
          </section>
        )}
        {going.length > 0 && (
          <>
            <p>{t('shell.waiting.lead')}</p>
            <ul class="rows">
              {going.map((item, index) => (
                <li key={index}>
                  <WaitingLine item={item} />
                </li>
              ))}
            </ul>
          </>
        )}
        <ApartPart />
        {canSend && (
          <div class="buttons">
            <Button kind="plain" busy={busy} onClick={() => void syncNow()}>
              {busy ? t('shell.waiting.trying') : t('shell.waiting.act')}
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}

function WaitingLine({ item }: { item: WaitingItem }) {
  const body = (
    <>
      <span>
        <span class="row-title">{item.title || t(`shell.waiting.kind.${item.kind}`)}</span>
        <span class="row-note">
          <Tag>{t(`shell.waiting.kind.${item.kind}`)}</Tag>
          {nameOfSpace(item.space) !== '' && <span class="strong">{nameOfSpace(item.space)}</span>}
          {item.bytes > 0 && <span>{formatBytes(language.value, item.bytes)}</span>}
        </span>
      </span>
      <span class="row-when">{formatMoment(language.value, item.at)}</span>
    </>
  );
  return item.dossier === null || item.kind === 'rotation' ? (
    <div class="row">{body}</div>
  ) : (
    <a class="row" href={`/cases/${item.dossier}`}>
      {body}
    </a>
  );
}
