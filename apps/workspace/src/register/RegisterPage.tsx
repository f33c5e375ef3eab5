import '../cases/cases.css';
import './register.css';
import { useRoom } from '../cases/use-room.ts';
import { t } from '../locale/index.ts';
import { Page } from '../look/Page.tsx';
import { Flow } from './Flow.tsx';

/** A register that was kept elsewhere comes in as cases. */
export function RegisterPage() {
  const room = useRoom();
  return (
    <Page title={t('register.title')}>
      {room !== null &&
        (room.role === 'viewer' ? <p class="muted">{t('register.viewerOnly')}</p> : <Flow room={room} />)}
    </Page>
  );
}
