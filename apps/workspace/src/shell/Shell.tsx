import { useLocation } from 'preact-iso';
import type { ComponentChildren } from 'preact';
import { t } from '../locale/index.ts';
import { Icon, type IconName } from '../look/Icon.tsx';
import { currentSpace } from '../vault/session.ts';
import { useAwaiting } from '../referrals/use-shares.ts';
import { lock } from './lock.ts';
import { RailState } from './StateLine.tsx';

/** Navigation around the pages: at the bottom of a phone, a rail on a laptop. */
export function Shell({ children }: { children: ComponentChildren }) {
  const { path } = useLocation();
  const space = currentSpace();
  const mayWrite = space?.me.role !== 'viewer';
  const awaiting = useAwaiting();
  return (
    <div class="shell">
      <a class="skip-link" href="#main" onClick={skip}>
        {t('shell.skip')}
      </a>
      {children}
      <nav class="nav no-print" aria-label={t('shell.navigation')}>
        <p class="nav-brand">
          Dayaq
          {space?.name && <small>{space.name}</small>}
        </p>
        <ul class="nav-list">
          <NavLink
            href="/today"
            icon="today"
            text={t('shell.today')}
            here={path === '/today' || path === '/'}
          />
          <NavLink
            href="/cases"
            icon="cases"
            text={t('shell.cases')}
            here={path.startsWith('/cases') && path !== '/cases/new'}
          />
          {mayWrite && (
            <NavLink href="/cases/new" icon="plus" text={t('shell.newCase')} here={path === '/cases/new'} />
          )}
          <NavLink
            href="/services"
            icon="services"
            text={t('shell.services')}
            here={path.startsWith('/services') || path === '/coverage'}
          />
          <NavLink
            wide
            href="/referrals"
            icon="share"
            text={t('shell.referrals')}
            here={path.startsWith('/referrals')}
            {...(awaiting > 0 ? { count: awaiting } : {})}
          />
          <NavLink wide href="/costs" icon="money" text={t('shell.costs')} here={path === '/costs'} />
          <NavLink wide href="/matters" icon="matters" text={t('shell.matters')} here={path === '/matters'} />
          <NavLink
            wide
            href="/addresses"
            icon="address"
            text={t('shell.addresses')}
            here={path === '/addresses'}
          />
          <NavLink wide href="/people" icon="people" text={t('shell.people')} here={path === '/people'} />
          <NavLink
            wide
            href="/settings"
            icon="settings"
            text={t('shell.settings')}
            here={path === '/settings'}
          />
          <NavLink
            phone
            href="/more"
            icon="more"
            text={t('shell.more')}
            {...(awaiting > 0 ? { count: awaiting } : {})}
            here={
              path.startsWith('/referrals') ||
              [
                '/more',
                '/costs',
                '/matters',
                '/addresses',
                '/people',
                '/settings',
                '/waiting',
                '/protection',
              ].includes(path)
            }
          />
        </ul>
        <div class="nav-foot">
          <RailState />
          <button type="button" class="nav-link" onClick={lock}>
            <Icon name="lock" />
            <span>{t('shell.lock')}</span>
          </button>
        </div>
      </nav>
    </div>
  );
}

interface LinkProps {
  href: string;
  icon: IconName;
  text: string;
  here: boolean;
  wide?: boolean;
  phone?: boolean;
  /** Referrals that wait for our answer. */
  count?: number;
}

function NavLink({ href, icon, text, here, wide, phone, count }: LinkProps) {
  return (
    <li class={wide ? 'nav-wide' : phone ? 'nav-phone' : undefined}>
      <a
        class="nav-link"
        href={href}
        aria-current={here ? 'page' : undefined}
        aria-describedby={count === undefined ? undefined : `${href}-count`}
      >
        <Icon name={icon} />
        <span>{text}</span>
        {count !== undefined && (
          <span class="nav-count" aria-hidden="true">
            {count}
          </span>
        )}
      </a>
      {count !== undefined && (
        <span class="visually-hidden" id={`${href}-count`}>
          {t('shell.referralsWaiting', { count })}
        </span>
      )}
    </li>
  );
}

/** By program: a fragment in the address would add a step to the history. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
