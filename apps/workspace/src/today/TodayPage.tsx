import { formatDate, formatNumber } from '@dayaq/locale';
import type { Id } from '@dayaq/vault/client';
import { useSignal } from '@preact/signals';
import { KIT_KEPT } from '../account/kit-kept.ts';
import { DueApplications, useDueApplications } from '../calls/DueApplications.tsx';
import { PinnedFigures } from '../figures/PinnedFigures.tsx';
import { language, t, translator } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Empty } from '../look/Empty.tsx';
import { Icon } from '../look/Icon.tsx';
import { Notice } from '../look/Notice.tsx';
import { Page } from '../look/Page.tsx';
import { Progress } from '../look/Progress.tsx';
import { Toast } from '../look/Toast.tsx';
import { VolunteersToday } from '../people/volunteers/VolunteersToday.tsx';
import { RemindersStopped } from '../reminders/RemindersStopped.tsx';
import { NotPersistent } from '../settings/Keeping.tsx';
import { usePeople } from '../spaces/people.ts';
import { type Scope, useScope } from '../spaces/scope.ts';
import { ScopeChoice } from '../spaces/ScopeChoice.tsx';
import { type Arrival, arrivalOf } from '../vault/arrival.ts';
import { todayByServer } from '../vault/now-by-server.ts';
import { account, currentSpace, say, status, useQuery } from '../vault/session.ts';
import { HandedOn } from '../waiting/HandedOn.tsx';
import { Dangers } from './Dangers.tsx';
import { firstSteps, PUT_AWAY } from './first-week.ts';
import { FirstWeek } from './FirstWeek.tsx';
import { InHours } from './InHours.tsx';
import { OwedToUs } from './OwedToUs.tsx';
import { Silent } from './Silent.tsx';
import type { Reader } from './task-words.ts';
import { Tasks } from './Tasks.tsx';
import { Unfinished } from './Unfinished.tsx';
import { UnreadDangers, useUnreadDangers } from './UnreadDangers.tsx';
import './today.css';
import { useActing } from './use-acting.tsx';
import { useLoads } from './use-loads.ts';
import { WhoHoldsWhat } from './WhoHoldsWhat.tsx';

/** What is counted in hours and shown at once. */
const MOST_IN_HOURS = 100;

/** What is counted in hours, then who is in danger, then what is to be done across all cases; beside it who holds what, and what others owe. */
export function TodayPage() {
  /** Whose tasks alone are looked at, chosen among who holds what. */
  const person = useSignal<Id | null>(null);
  const me = account.value ?? '';
  const space = currentSpace();
  const scope = useScope();
  const people = usePeople(scope.spaces);
  const today = todayByServer();
  const readerIn = (id: Id): Reader => ({
    translator: translator.value,
    today,
    members: people.membersOf(id),
    nameOf: (wanted) => people.nameOf(id, wanted),
    country: status.value.spaces.find((one) => one.id === id)?.country ?? '',
  });
  const acting = useActing(people, today, readerIn);
  const { data: dangers } = useQuery(
    (vault) => vault.dangers(scope.at),
    [scope.at, scope.spaces.join(), space?.ready],
  );
  const { data: hours = [] } = useQuery(
    (vault) => vault.tasks({ owner: null, until: null, urgent: true, limit: MOST_IN_HOURS }, scope.at),
    [scope.at, scope.spaces.join(), space?.ready],
  );
  const loads = useLoads(scope, today);
  const first = useFirstWeek();
  const { data: unread } = useUnreadDangers(scope);
  const isKnown = dangers !== undefined && loads !== undefined && unread !== undefined && isAllHere(scope);
  const due = useDueApplications(space?.ready === true ? space.id : null);
  const isNothing = isKnown && dangers.length + unread.length + due.length === 0 && loads.of(null).open === 0;
  const mayWrite = space !== null && people.mayWriteIn(space.id);
  const choose = (owner: Id | null): void => {
    person.value = owner;
    scrollTo({ top: 0 });
  };

  return (
    <Page title={t('shell.today')} layout="wide">
      <div class="today">
        <div class="stack today-main">
          <Notices scope={scope} asksForKit={first === null} />
          {acting.failure.value !== null && (
            <Notice tone="w" role="alert">
              <p>{say(acting.failure.value)}</p>
            </Notice>
          )}
          <ScopeChoice scope={scope} />
          <p class="muted small">{formatDate(language.value, today, 'full')}</p>
          <InHours rows={hours} me={me} people={people} acting={acting} readerIn={readerIn} />
          <Dangers rows={dangers ?? []} me={me} people={people} acting={acting} readerIn={readerIn} />
          <UnreadDangers rows={unread ?? []} />
          <DueApplications key={space?.id} due={due} />
          {space !== null && space.ready && <VolunteersToday key={space.id} space={space} />}
          {space !== null && <Unfinished key={space.id} space={space.id} />}
          {isNothing && first === null && <Nothing mayWrite={mayWrite} />}
          {isNothing && first}
          {loads !== undefined && loads.of(null).open > 0 && (
            <Tasks
              today={today}
              dangers={dangers ?? []}
              hours={hours}
              loads={loads}
              person={
                person.value === null
                  ? null
                  : {
                      account: person.value,
                      name:
                        person.value === ''
                          ? t('today.whose.nobody')
                          : people.nameOf(space?.id ?? '', person.value),
                      leave: () => choose(null),
                    }
              }
              first={mayWrite ? 'mine' : 'all'}
              scope={scope}
              me={me}
              people={people}
              acting={acting}
              readerIn={readerIn}
            />
          )}
          {/* Below: it comes and goes with each thing that is sent, and moves nothing under a finger. */}
          <NotPersistent />
        </div>
        <div class="stack-loose stack today-side">
          {space?.me.role === 'coordinator' && scope.at !== null && loads !== undefined && (
            <WhoHoldsWhat
              rows={loads.rows}
              me={me}
              nameOf={(owner) => people.nameOf(space.id, owner)}
              onChoose={choose}
            />
          )}
          {space?.me.role === 'coordinator' && scope.at !== null && space.ready && (
            <Silent key={space.id} space={space.id} reader={readerIn(space.id)} />
          )}
          {space !== null && space.ready && <PinnedFigures key={space.id} space={space.id} />}
          <OwedToUs scope={scope} readerIn={readerIn} />
          {isKnown && !isNothing && first}
        </div>
      </div>
      {acting.done.value !== null && (
        <Toast
          key={acting.done.value.said}
          text={acting.done.value.said}
          onUndo={acting.done.value.undo}
          onClose={() => (acting.done.value = null)}
        />
      )}
      {acting.dialog.value}
    </Page>
  );
}

/** Nothing that could still be on its way is called nothing. */
function isAllHere(scope: Scope): boolean {
  const { spaces } = status.value;
  // Of whom no space is known yet, nothing is known.
  return (
    spaces.length > 0 &&
    spaces.every((one) => !scope.spaces.includes(one.id) || ['here', 'removed'].includes(arrivalOf(one).is))
  );
}

/** What one begins with in this organisation, while anything of it is left; null where there is nothing to show. */
function useFirstWeek() {
  const space = currentSpace();
  const { data, again } = useQuery(
    async (vault) => {
      if (space === null || !space.ready || space.removed || space.fetching !== null) return [];
      if ((await vault.preference(`${PUT_AWAY}.${space.id}`)) === true) return [];
      return firstSteps(vault, space.id, space.me);
    },
    [space?.id, space?.ready, space?.fetching === null, space?.me.keyholder],
    ['profile', 'provider', 'organisation'],
  );
  if (space === null || data === undefined || data.every(({ done }) => done)) return null;
  return <FirstWeek space={space} steps={data} onSaid={again} />;
}

/** Before this device has heard of any space: after a kit was typed, with a slow network. */
const UNHEARD: Arrival = { is: 'fetching', done: 0, total: 0 };

/** What must be known before anything else here is read. */
function Notices({ scope, asksForKit }: { scope: Scope; asksForKit: boolean }) {
  const space = currentSpace();
  const arrival = space === null ? UNHEARD : arrivalOf(space);
  const { data: kitKept } = useQuery((vault) => vault.preference(KIT_KEPT), [], []);
  return (
    <>
      {asksForKit && kitKept === null && (
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
      {arrival.is === 'fetching' && <FirstFetch {...arrival} />}
      {arrival.is === 'no-key' && (
        <Notice>
          <p class="strong">{t('shell.notReady.title')}</p>
          <p>{t(space?.keyUnusable ? 'shell.notReady.unusable' : 'shell.notReady.text')}</p>
        </Notice>
      )}
    </>
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
