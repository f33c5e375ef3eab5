import { t } from '../locale/index.ts';
import { Icon, type IconName } from '../look/Icon.tsx';
import { Page } from '../look/Page.tsx';
import { type Place, PLACES } from '../shell/places.ts';
import { useAwaiting } from '../referrals/use-shares.ts';
import { lock } from '../shell/lock.ts';
import { status } from '../vault/session.ts';

/** On a phone: everything that has no place in the bar at the bottom. */
export function MorePage() {
  const { waiting, held } = status.value.sync;
  const awaiting = useAwaiting();
  const noteOf = (href: Place['href']): string => {
    if (href === '/referrals') return awaiting > 0 ? t('shell.referralsWaiting', { count: awaiting }) : '';
    if (href !== '/waiting') return '';
    return waiting + held > 0
      ? t('shell.state.waitingCount', { count: waiting + held })
      : t('shell.state.allSent');
  };
  return (
    <Page title={t('shell.more')}>
      <ul class="rows menu">
        {PLACES.filter(({ stands }) => stands === 'rail' || stands === 'more').map(({ href, icon, name }) => (
          <Entry key={href} href={href} icon={icon} text={name()} note={noteOf(href)} />
        ))}
        <li>
          <button type="button" class="menu-link" onClick={lock}>
            <Icon name="lock" />
            <span>{t('shell.lock')}</span>
          </button>
        </li>
      </ul>
    </Page>
  );
}

function Entry({ href, icon, text, note }: { href: string; icon: IconName; text: string; note: string }) {
  return (
    <li>
      <a class="menu-link" href={href}>
        <Icon name={icon} />
        <span class="grow">{text}</span>
        {note !== '' && <span class="small muted">{note}</span>}
      </a>
    </li>
  );
}
