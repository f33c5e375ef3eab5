import { dayOf, formatDate, relativeDay } from '@dayaq/locale';
import type { TaskRow } from '@dayaq/vault/client';
import { useSignal } from '@preact/signals';
import { KIT_KEPT } from '../account/kit-kept.ts';
import { language, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Empty } from '../look/Empty.tsx';
import { Icon } from '../look/Icon.tsx';
import { Notice } from '../look/Notice.tsx';
import { Page } from '../look/Page.tsx';
import { Progress } from '../look/Progress.tsx';
import { Tag } from '../look/Tag.tsx';
import { currentSpace, status, useQuery } from '../vault/session.ts';
import { type GroupName, grouped } from './groups.ts';

const MOST = 300;
const KINDS = ['task', 'case', 'profile'];

/** What is due across all cases, the most pressing first. */
export function TodayPage() {
  const mineOnly = useSignal(false);
  const { account: me, sync } = status.value;
  const space = currentSpace();
  /** Keys and cases are on their way, or the name of the organisation would be here. */
  const isFirstFetch = sync.state === 'syncing' && !space?.name;
  const owner = mineOnly.value ? me : null;
  const { data: tasks } = useQuery(
    (vault) => vault.tasks({ owner, until: null, limit: MOST }),
    [owner, space?.id, space?.ready],
    KINDS,
  );
  const { data: members } = useQuery((vault) => vault.members(), [space?.id], ['profile']);
  const { data: kitKept } = useQuery((vault) => vault.preference(KIT_KEPT), [], []);
  const today = dayOf(Date.now());
  const groups = grouped(tasks ?? [], today);
  const nameOf = (account: string): string =>
    members?.find((member) => member.account === account)?.name ?? '';

  return (
    <Page title={t('shell.today')}>
      <div class="stack">
        {kitKept === null && (
          <Notice tone="w">
            <p>{t('settings.kit.notKept')}</p>
            <p>
              <a href="/settings#kit">{t('settings.kit.showAgain')}</a>
            </p>
          </Notice>
        )}
        {isFirstFetch && (
          <Progress
            label={t('shell.waiting.fetching')}
            {...(sync.progress !== null && { done: sync.progress.done, total: sync.progress.total })}
          />
        )}
        {space !== null && !space.ready && !space.removed && !isFirstFetch && (
          <Notice>
            <p class="strong">{t('shell.notReady.title')}</p>
            <p>{t('shell.notReady.text')}</p>
          </Notice>
        )}
        <div class="spread">
          <p class="muted">{formatDate(language.value, today, 'full')}</p>
          <button
            type="button"
            class="chip"
            aria-pressed={mineOnly.value}
            onClick={() => (mineOnly.value = !mineOnly.value)}
          >
            {t('shell.tasks.mine')}
          </button>
        </div>
        {tasks !== undefined && groups.length === 0 && !isFirstFetch && (
          <Nothing ready={space?.ready ?? false} />
        )}
        {groups.map(({ name, tasks: list }) => {
          const rows = (
            <ul class="rows">
              {list.map((task) => (
                <li key={task.record}>
                  <TaskLine
                    task={task}
                    group={name}
                    today={today}
                    owner={nameOf(task.owner)}
                    isMine={task.owner === me}
                  />
                </li>
              ))}
            </ul>
          );
          return name === 'long' ? (
            <details key={name}>
              <summary>{t('shell.tasks.long', { count: list.length })}</summary>
              {rows}
            </details>
          ) : (
            <section key={name} class="stack stack-tight" aria-labelledby={`due-${name}`}>
              <h2 class="kicker" id={`due-${name}`}>
                {t(`shell.tasks.${name}`)}
              </h2>
              {rows}
            </section>
          );
        })}
      </div>
    </Page>
  );
}

interface LineProps {
  task: TaskRow;
  group: GroupName;
  today: string;
  owner: string;
  isMine: boolean;
}

function TaskLine({ task, group, today, owner, isMine }: LineProps) {
  const tone = group === 'overdue' || group === 'long' ? ' row-d' : group === 'today' ? ' row-w' : '';
  const { alias, reference } = task.case;
  return (
    <a class={`row${tone}`} href={`/cases/${task.dossier}`}>
      <span>
        <span class="row-title">{task.what || t('shell.tasks.untitled')}</span>
        <span class="row-note row-meta">
          <span>{[alias, reference].filter(Boolean).join(' · ')}</span>
          {task.owner === '' ? (
            <Tag tone="w">{t('shell.tasks.nobody')}</Tag>
          ) : (
            !isMine && <span>{owner || t('people.unnamed')}</span>
          )}
          {task.restricted && <Tag>{t('shell.tasks.restricted')}</Tag>}
        </span>
      </span>
      {task.due && <span class="row-when">{whenWords(task.due, today)}</span>}
    </a>
  );
}

/** "today", "2 days ago", or the date where it is known less precisely or far away. */
function whenWords(due: string, today: string): string {
  if (due.length < 10) return formatDate(language.value, due, 'short');
  const away = Math.abs(Date.parse(due) - Date.parse(today)) / 86_400_000;
  return away <= 13 ? relativeDay(language.value, due, today) : formatDate(language.value, due, 'short');
}

function Nothing({ ready }: { ready: boolean }) {
  const mayWrite = currentSpace()?.me.role !== 'viewer';
  return (
    <Empty icon="check" title={t('shell.tasks.none')}>
      <p class="muted">{t('shell.tasks.noneHint')}</p>
      {ready && mayWrite && (
        <Button href="/cases/new">
          <Icon name="plus" />
          {t('shell.newCase')}
        </Button>
      )}
    </Empty>
  );
}
