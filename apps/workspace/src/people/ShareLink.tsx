import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Icon } from '../look/Icon.tsx';
import { announce } from '../look/live.tsx';
import { QrCode } from '../look/QrCode.tsx';

/** A secret link to hand over: shown as a QR code, copied, or given to another program of the phone. */
export function ShareLink({ link, label }: { link: string; label: string }) {
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      announce(t('people.link.copied'));
    } catch {
      // Without the right to the clipboard, the link can still be selected by hand.
      announce(t('people.link.copyByHand'));
    }
  };
  return (
    <div class="stack">
      <div class="qr-large">
        <QrCode text={link} label={label} />
      </div>
      <p class="share-link">{link}</p>
      <div class="buttons">
        <Button onClick={() => void copy()}>
          <Icon name="copy" />
          {t('people.link.copy')}
        </Button>
        {'share' in navigator && (
          <Button kind="plain" onClick={() => void navigator.share({ text: link }).catch(() => undefined)}>
            <Icon name="share" />
            {t('people.link.share')}
          </Button>
        )}
      </div>
      <p class="small muted">{t('people.link.advice')}</p>
    </div>
  );
}
