import { useSignal } from '@preact/signals';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { TextField } from '../look/Field.tsx';
import { canScan, ScanDialog } from '../look/ScanDialog.tsx';
import { Icon } from '../look/Icon.tsx';

interface Props {
  label: string;
  hint?: string;
  act: string;
  /** Said when it is sent off empty, where something else than a link is asked for. */
  missing?: string;
  error?: string | undefined;
  busy?: boolean;
  onLink: (link: string) => void;
}

/** A link to paste, or its QR code to hold before the camera. */
export function LinkField({ label, hint, act, missing, error, busy = false, onLink }: Props) {
  const text = useSignal('');
  const empty = useSignal(false);
  const scanning = useSignal(false);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const link = text.value.trim();
        empty.value = link === '';
        if (link !== '' && !busy) onLink(link);
      }}
    >
      <TextField
        label={label}
        hint={hint}
        error={empty.value ? (missing ?? t('account.link.empty')) : error}
        value={text.value}
        onValue={(value) => {
          text.value = value;
          empty.value = false;
        }}
        exact
      />
      <div class="buttons">
        <Button type="submit" busy={busy}>
          {act}
        </Button>
        {canScan() && (
          <Button kind="plain" onClick={() => (scanning.value = true)}>
            <Icon name="camera" />
            {t('account.link.scan')}
          </Button>
        )}
      </div>
      <ScanDialog
        open={scanning.value}
        onClose={() => (scanning.value = false)}
        onFound={(found) => {
          scanning.value = false;
          text.value = found;
          onLink(found);
        }}
      />
    </form>
  );
}
