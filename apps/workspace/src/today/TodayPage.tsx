import { dayOf, formatDate, formatNumber } from '@dayaq/locale';
import { useSignal } from '@preact/signals';
import { KIT_KEPT } from '../account/kit-kept.ts';
import { language, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Chip, Segment } from '../look/Chip.tsx';
import { Empty } from '../look/Empty.tsx';
import { Icon } from '../look/Icon.tsx';
import { Notice } from '../look/Notice.tsx';
import { Page } from '../look/Page.tsx';
import { Progress } from '../look/Progress.tsx';
import { RemindersStopped } from '../reminders/RemindersStopped.tsx';
import { HandedOn } from '../waiting/HandedOn.tsx';
import { NotPersistent } from '../settings/Keeping.tsx';
import { useScope } from '../spaces/scope.ts';
import { usePeople } from '../spaces/people.ts';
import { ScopeChoice } from '../spaces/ScopeChoice.tsx';
import { account, currentSpace, say, useQuery } from '../vault/session.ts';
import { Dangers } from './Dangers.tsx';
import { grouped } from './groups.ts';
import { TaskLine } from './TaskLine.tsx';
import './today.css';
import { useActing } from './use-acting.tsx';
import { WorkloadTable } from './WorkloadTable.tsx';

const MOST = 300;

/** What is due across all cases, the most dangerous first. */
export function TodayPage() {
  /** Whose: null everybody's, empty nobody's. */
  const whose = useSignal<string | null>(null);
  const me = account.value;
  const space = currentSpace();
  /** Only part of the log has come: what is missing below may still be on its way. */
  const fetching = space?.ready && !space.removed ? space.fetching : null;
  const scope = useScope();
  const people = usePeople(scope.spaces);
  const mayWrite = space !== null && people.mayWriteIn(space.id);
  const { data: tasks } = useQuery(
    (vault) => vault.tasks({ owner: whose.value, until: null, limit: MOST }, scope.at),
    [whose.value, scope.at, scope.spaces.join(), space?.ready],
  );
  const { data: dangers } = useQuery(
    (vault) => vault.dangers(scope.at),
    [scope.at, scope.spaces.join(), space?.ready],
  );
  const { data: kitKept } = useQuery((vault) => vault.preference(KIT_KEPT), [], []);
  const today = dayOf(Date.now());
  const groups = grouped(tasks ?? [], today);
  const acting = useActing(people, today);
  const names = (wanted: string): string => people.nameOf(space?.id ?? '', wanted);
  const isNothing = tasks?.length === 0 && (dangers ?? []).length === 0;

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
        <RemindersStopped />
        {scope.spaces.map((id) => (
          <HandedOn key={id} space={id} />
        ))}
        <NotPersistent />
        {fetching !== null && <FirstFetch {...fetching} />}
        {space !== null && !space.ready && !space.removed && (
          <Notice>
            <p class="strong">{t('shell.notReady.title')}</p>
            <p>{t(space.keyUnusable ? 'shell.notReady.unusable' : 'shell.notReady.text')}</p>
          </Notice>
        )}
        {acting.failure.value !== null && (
          <Notice tone="w" role="alert">
            <p>{say(acting.failure.value)}</p>
          </Notice>
        )}
        <ScopeChoice scope={scope} />
        <div class="spread">
          <p class="muted">{formatDate(language.value, today, 'full')}</p>
          <Segment<string | null>
            label={t('today.whose.label')}
            options={[
              { value: null, text: t('today.whose.all') },
              { value: me, text: t('today.whose.mine') },
              { value: '', text: t('today.whose.nobody') },
            ]}
            value={whose.value}
            onChange={(value) => (whose.value = value)}
          />
        </div>
        {whose.value !== null && whose.value !== me && whose.value !== '' && (
          <p>
            <Chip chosen goes onClick={() => (whose.value = null)}>
              {t('today.whose.only', { name: names(whose.value) })}
            </Chip>
          </p>
        )}
        <Dangers rows={dangers ?? []} me={me ?? ''} people={people} acting={acting} />
        {isNothing && fetching === null && space?.ready && <Nothing mayWrite={mayWrite} />}
        {groups.map(({ name, tasks: list }) => {
          const rows = (
            <ul class="rows">
              {list.map((task) => (
                <li key={task.record || `${task.dossier} ${task.rule} ${task.about}`}>
                  <TaskLine
                    task={task}
                    group={name}
                    today={today}
                    me={me ?? ''}
                    people={people}
                    acting={acting}
                  />
                </li>
              ))}
            </ul>
          );
          return name === 'long' ? (
            <details key={name}>
              <summary>{t('today.groups.long', { count: list.length })}</summary>
              {rows}
            </details>
          ) : (
            <section key={name} class="stack stack-tight" aria-labelledby={`due-${name}`}>
              <h2 id={`due-${name}`}>{t(`today.groups.${name}`)}</h2>
              {rows}
            </section>
          );
        })}
        {tasks?.length === MOST && <p class="muted">{t('today.cut', { count: String(MOST) })}</p>}
        {space?.me.role === 'coordinator' && scope.at !== null && (
          <WorkloadTable today={today} nameOf={names} onChoose={(owner) => (whose.value = owner)} />
        )}
      </div>
      {acting.dialog.value}
    </Page>
  );
}

function FirstFetch({ done, total }: { done: number; total: number }) {
  const number = (value: number) => formatNumber(language.value, value);
  return (
    <section class="stack stack-tight">
      <Progress label={t('shell.firstFetch.label')} done={done} total={total} />
      <p>
        {total === 0
          ? t('shell.state.firstFetchBegins')
          : t('shell.firstFetch.text', { done: number(done), total: number(total) })}
      </p>
    </section>
  );
}

function Nothing({ mayWrite }: { mayWrite: boolean }) {
  return (
    <Empty icon="check" title={t('today.none')}>
      <p class="muted">{t('today.noneHint')}</p>
      {mayWrite && (
        <Button href="/cases/new">
          <Icon name="plus" />
          {t('shell.newCase')}
        </Button>
      )}
    </Empty>
  );
}
