import { useSignal } from '@preact/signals';
import type { Failure } from '@dayaq/vault/client';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Notice } from '../look/Notice.tsx';
import { say, useVault } from '../vault/session.ts';

type Found = { came: number } | { failure: Failure };

/** Organisations come onto a device by an act of the person alone: this is the act for what was joined elsewhere. */
export function FindSpaces() {
  const vault = useVault();
  const busy = useSignal(false);
  const found = useSignal<Found | null>(null);
  const look = async (): Promise<void> => {
    busy.value = true;
    found.value = null;
    const outcome = await vault.findSpaces();
    busy.value = false;
    found.value = outcome.ok ? { came: outcome.value.length } : { failure: outcome.failure };
  };
  return (
    <div class="stack">
      <div class="buttons">
        <Button kind="plain" busy={busy.value} onClick={() => void look()}>
          {busy.value ? t('settings.elsewhere.looking') : t('settings.elsewhere.act')}
        </Button>
      </div>
      {found.value !== null && <Answer found={found.value} />}
    </div>
  );
}

function Answer({ found }: { found: Found }) {
  if ('failure' in found) {
    const { code } = found.failure;
    return (
      <Notice tone="w" role="alert">
        <p>{code === 'server-lies' ? t('settings.elsewhere.refused') : say(found.failure)}</p>
      </Notice>
    );
  }
  return (
    <Notice tone={found.came > 0 ? 'o' : 'info'} role="status">
      <p>{t('settings.elsewhere.came', { count: found.came })}</p>
    </Notice>
  );
}
