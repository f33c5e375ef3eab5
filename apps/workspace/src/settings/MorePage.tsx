import { t } from '../locale/index.ts';
import { Icon, type IconName } from '../look/Icon.tsx';
import { Page } from '../look/Page.tsx';
import { useAwaiting } from '../referrals/use-shares.ts';
import { lock } from '../shell/lock.ts';
import { status } from '../vault/session.ts';

/** On a phone: everything that has no place in the bar at the bottom. */
export function MorePage() {
  const { waiting, held } = status.value.sync;
  const awaiting = useAwaiting();
  return (
    <Page title={t('shell.more')}>
      <ul class="rows menu">
        <Entry
          href="/referrals"
          icon="share"
          text={t('shell.referrals')}
          {...(awaiting > 0 ? { note: t('shell.referralsWaiting', { count: awaiting }) } : {})}
        />
        <Entry href="/costs" icon="money" text={t('shell.costs')} />
        <Entry href="/matters" icon="matters" text={t('shell.matters')} />
        <Entry href="/addresses" icon="address" text={t('shell.addresses')} />
        <Entry href="/coverage" icon="services" text={t('coverage.title')} />
        <Entry href="/people" icon="people" text={t('shell.people')} />
        <Entry href="/settings" icon="settings" text={t('shell.settings')} />
        <Entry
          href="/waiting"
          icon="send"
          text={t('shell.waiting.title')}
          note={
            waiting + held > 0
              ? t('shell.state.waitingCount', { count: waiting + held })
              : t('shell.state.allSent')
          }
        />
        <Entry href="/protection" icon="info" text={t('settings.protection.title')} />
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

function Entry({ href, icon, text, note }: { href: string; icon: IconName; text: string; note?: string }) {
  return (
    <li>
      <a class="menu-link" href={href}>
        <Icon name={icon} />
        <span class="grow">{text}</span>
        {note && <span class="small muted">{note}</span>}
      </a>
    </li>
  );
}
