import '../../cases/cases.css';
import { useRoom } from '../../cases/use-room.ts';
import { t } from '../../locale/index.ts';
import { Page } from '../../look/Page.tsx';
import '../services.css';
import { ExportPart } from './ExportPart.tsx';
import { ImportPart } from './ImportPart.tsx';

/** The directory as Open Referral HSDS 3, in and out. */
export function ExchangePage() {
  const room = useRoom();
  return (
    <Page title={t('services.exchange.title')}>
      {room !== null && (
        <div class="stack stack-loose">
          <p>{t('services.exchange.about')}</p>
          {room.role === 'viewer' ? (
            <p class="muted">{t('services.viewerOnly')}</p>
          ) : (
            <ImportPart room={room} />
          )}
          <ExportPart room={room} />
        </div>
      )}
    </Page>
  );
}
