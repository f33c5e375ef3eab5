import { useLocation } from 'preact-iso';
import type { ComponentChildren } from 'preact';
import { ElsewhereDialog } from '../drafts/ElsewhereDialog.tsx';
import { t } from '../locale/index.ts';
import { Icon } from '../look/Icon.tsx';
import { SpaceButton } from '../spaces/SpaceButton.tsx';
import { Spaces } from '../spaces/Spaces.tsx';
import { currentSpace, status } from '../vault/session.ts';
import { lock } from './lock.ts';
import { Jump } from '../jump/Jump.tsx';
import { useCounts } from './counts.ts';
import { NavGroup } from './NavGroup.tsx';
import { countOf, NavLink } from './NavLink.tsx';
import { GROUPS, isAt, type Place, placesOf } from './places.ts';
import { RailState } from './StateLine.tsx';

/** Navigation around the pages: at the bottom of a phone, a rail beside the page from a tablet on. */
export function Shell({ children }: { children: ComponentChildren }) {
  const { path } = useLocation();
  const mayWrite = currentSpace()?.me.role !== 'viewer';
  const counts = useCounts();
  const [fresh] = placesOf('new', mayWrite);
  const [today, cases, inbox] = placesOf('bar', mayWrite).map((place) => (
    <NavLink key={place.href} place={place} here={isAt(place, path)} count={countOf(place.href, counts)} />
  ));
  const isUnderMore = (place: Place): boolean => isAt(place, path);
  return (
    <div class="shell">
      <a class="skip-link" href="#main" onClick={skip}>
        {t('shell.skip')}
      </a>
      {status.value.spaces.length > 1 && <SpaceButton class="space-top no-print" />}
      {children}
      <nav class="nav no-print" aria-label={t('shell.navigation')}>
        <SpaceButton class="space-rail" />
        {fresh && (
          <a class="nav-new" href={fresh.href} aria-current={isAt(fresh, path) ? 'page' : undefined}>
            <Icon name={fresh.icon} />
            <span>{fresh.name()}</span>
          </a>
        )}
        <ul class="nav-list">
          {today}
          {cases}
          {fresh && (
            <li class="nav-phone nav-fresh">
              <a
                class="nav-link"
                href={fresh.href}
                aria-label={fresh.name()}
                aria-current={isAt(fresh, path) ? 'page' : undefined}
              >
                <Icon name={fresh.icon} />
                <span>{t('shell.new')}</span>
              </a>
            </li>
          )}
          {inbox}
          <li class="nav-phone">
            <a
              class="nav-link"
              href="/more"
              aria-current={
                path === '/more' ||
                [...GROUPS, 'foot' as const].flatMap((at) => placesOf(at, mayWrite)).some(isUnderMore)
                  ? 'page'
                  : undefined
              }
            >
              <Icon name="more" />
              <span class="nav-five">{t('shell.more')}</span>
              <span class="nav-two">{t('shell.menu')}</span>
              {counts !== null && counts.inbox > 0 && (
                <span class="nav-count nav-two">
                  <span aria-hidden="true">{counts.inbox}</span>
                  <span class="visually-hidden">{t('shell.count.inbox', { count: counts.inbox })}</span>
                </span>
              )}
            </a>
          </li>
        </ul>
        {GROUPS.map((group) => (
          <NavGroup key={group} group={group} path={path} mayWrite={mayWrite} />
        ))}
        <div class="nav-foot">
          <ul class="nav-list">
            {placesOf('foot', mayWrite)
              .filter(({ href }) => href !== '/waiting')
              .map((place) => (
                <NavLink key={place.href} place={place} here={isAt(place, path)} />
              ))}
          </ul>
          <RailState />
          <button type="button" class="nav-link" onClick={lock}>
            <Icon name="lock" />
            <span>{t('shell.lock')}</span>
          </button>
        </div>
      </nav>
      <Jump />
      <ElsewhereDialog />
      <Spaces />
    </div>
  );
}

/** By program: a fragment in the address would add a step to the history. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
