import { useLocation } from 'preact-iso';
import type { ComponentChildren } from 'preact';
import { t } from '../locale/index.ts';
import { Icon, type IconName } from '../look/Icon.tsx';
import { currentSpace } from '../vault/session.ts';
import { useAwaiting } from '../referrals/use-shares.ts';
import { lock } from './lock.ts';
import { Jump } from '../jump/Jump.tsx';
import { JumpButton } from '../jump/JumpButton.tsx';
import { isAt, type Place, PLACES } from './places.ts';
import { RailState } from './StateLine.tsx';

const isInBar = (stands: Place['stands']): boolean => stands === 'bar' || stands === 'rail';

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
        <JumpButton class="nav-link nav-jump" shortcut />
        <ul class="nav-list">
          {PLACES.filter(({ stands, writing }) => isInBar(stands) && (mayWrite || writing !== true)).map(
            (place) => (
              <NavLink
                key={place.href}
                href={place.href}
                icon={place.icon}
                text={place.name()}
                here={isAt(place, path)}
                {...(place.stands === 'rail' ? { wide: true } : {})}
                {...(place.href === '/referrals' && awaiting > 0 ? { count: awaiting } : {})}
              />
            ),
          )}
          <NavLink
            phone
            href="/more"
            icon="more"
            text={t('shell.more')}
            {...(awaiting > 0 ? { count: awaiting } : {})}
            here={path === '/more' || PLACES.some((place) => place.stands !== 'bar' && isAt(place, path))}
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
      <Jump />
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
