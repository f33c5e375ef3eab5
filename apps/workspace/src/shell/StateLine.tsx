import { Button } from '../look/Button.tsx';
import { formatNumber } from '@dayaq/locale';
import type { SpaceSummary, VaultStatus } from '@dayaq/vault/client';
import { useRef } from 'preact/hooks';
import { language, t } from '../locale/index.ts';
import { pressed } from '../look/pressed.ts';
import {
  currentSpace,
  currentSpaceId,
  inThese,
  nameOfSpace,
  say,
  status,
  troubled,
} from '../vault/session.ts';
import { arrivalOf } from '../vault/arrival.ts';
import { aboutToLock } from './auto-lock.ts';
import { LockWarning } from './LockWarning.tsx';
import { newVersionReady, startNewVersion } from './offline.ts';
import { Restored } from './Restored.tsx';

type Line = { dot: '' | 'dot-o' | 'dot-w'; text: string; link?: { href: string; text: string } };

/** What one should know of this moment; nothing at all when everything is as it should be. */
export function StateLine() {
  const now = {
    lines: linesOf(status.value),
    aboutToLock: aboutToLock.value,
    newVersion: newVersionReady.value,
  };
  // It stands above what is being pressed, and would push it away or let it jump up.
  const shown = useRef(now);
  if (!pressed.value) shown.current = now;
  const { lines, aboutToLock: soonLocked, newVersion } = shown.current;
  return (
    <div class="no-print" role="status">
      {lines.map((line) => (
        <div class="state-line" key={line.text}>
          <p>
            <StateDot kind={line.dot} />
            <span>{line.text}</span>
          </p>
          {line.link && <a href={line.link.href}>{line.link.text}</a>}
        </div>
      ))}
      <Restored />
      {soonLocked && <LockWarning />}
      {newVersion && (
        <div class="state-line">
          <p>
            <StateDot kind="dot-o" />
            <span>{t('shell.state.newVersion')}</span>
          </p>
          <Button kind="link" onClick={startNewVersion}>
            {t('shell.state.startNewVersion')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** On a laptop, the same at the foot of the rail, and there also that all is well. */
export function RailState() {
  const { sync } = status.value;
  const kept = sync.held > 0 ? { dot: '' as const, text: t('shell.state.held', { count: sync.held }) } : null;
  const { dot, text } = syncLine(sync) ??
    firstFetchLine(currentSpace()) ??
    kept ?? { dot: 'dot-o' as const, text: t('shell.state.allSent') };
  return (
    <a class="nav-link small" href="/waiting">
      <StateDot kind={dot} />
      <span>{text}</span>
    </a>
  );
}

function StateDot({ kind }: { kind: Line['dot'] }) {
  return <span class={`dot ${kind}`} aria-hidden="true" />;
}

function linesOf(status: VaultStatus): Line[] {
  const { sync, apart, storage, repaired, spaces } = status;
  const lines: Line[] = [];
  const current = spaces.find((one) => one.id === currentSpaceId());
  const show = { href: '/waiting', text: t('shell.state.show') };
  if (sync.refused > 0)
    lines.push({ dot: '', text: t('shell.state.refused', { count: sync.refused }), link: show });
  if (apart > 0) lines.push({ dot: '', text: t('shell.state.apart', { count: apart }), link: show });
  if (current?.removed) lines.push({ dot: 'dot-w', text: inThese(t('shell.state.removed'), named(current)) });
  for (const one of spaces) {
    const fetching = firstFetchLine(one);
    if (fetching !== null) lines.push({ ...fetching, text: inThese(fetching.text, named(one)) });
  }
  // That one was removed is said already, with what to do.
  const isSaid = sync.problem?.code === 'removed' && current?.removed === true;
  const sending = isSaid ? null : syncLine(sync);
  if (sending !== null) lines.push({ ...sending, ...(sync.waiting > 0 && { link: show }) });
  if (sync.held > 0) lines.push({ dot: '', text: t('shell.state.held', { count: sync.held }), link: show });
  // What another space shows stands on the page of its own team.
  const showIn = (one: SpaceSummary) => (one === current && { link: { ...show, href: '/people' } }) || {};
  for (const one of spaces) {
    const say = (text: string): Line => ({ dot: '', text: inThese(text, named(one)) });
    if (arrivalOf(one).is === 'no-key' && sync.state !== 'syncing')
      lines.push(say(t(one.keyUnusable ? 'shell.state.keyUnusable' : 'shell.state.notReady')));
    if (one.disputes > 0) lines.push({ ...say(t('shell.state.disputes')), ...showIn(one) });
    if (one.rotationOwed && !one.removed)
      lines.push({ ...say(t('shell.state.rotationOwed')), ...showIn(one) });
  }
  if (status.clockAhead !== 0)
    lines.push({ dot: 'dot-w', text: t('shell.state.clockWrong', { count: Math.abs(status.clockAhead) }) });
  if (status.serverChanged) lines.push({ dot: '', text: t('shell.state.serverChanged') });
  if (status.emptied) lines.push({ dot: 'dot-w', text: t('shell.state.emptied'), link: show });
  if (repaired !== 'no') lines.push({ dot: '', text: t(`shell.state.${repaired}`) });
  if (storage === 'memory') lines.push({ dot: '', text: t('shell.state.memory') });
  return lines;
}

const named = ({ id }: SpaceSummary): string[] => [nameOfSpace(id)].filter(Boolean);

/** Until all of the log has been here once: what the lists show is not everything. Without keys, that is what is said. */
function firstFetchLine(space: SpaceSummary | null | undefined): Omit<Line, 'link'> | null {
  const arrival = space ? arrivalOf(space) : null;
  if (arrival?.is !== 'fetching') return null;
  const { done, total } = arrival;
  if (total === 0) return { dot: '', text: t('shell.state.firstFetchBegins') };
  const number = (value: number) => formatNumber(language.value, value);
  return { dot: '', text: t('shell.state.firstFetch', { done: number(done), total: number(total) }) };
}

function syncLine({ state, waiting, progress, problem }: VaultStatus['sync']): Omit<Line, 'link'> | null {
  if (state === 'offline') return { dot: '', text: t('shell.state.offline', { count: waiting }) };
  if (state === 'problem' && problem !== null) return { dot: '', text: inThese(say(problem), troubled()) };
  if (progress !== null && progress.total > 0 && currentSpace()?.fetching === null) {
    const percent = Math.floor((100 * progress.done) / progress.total);
    return { dot: '', text: t('shell.state.fetching', { percent }) };
  }
  if (waiting > 0) return { dot: '', text: t('shell.state.sending', { count: waiting }) };
  return null;
}
