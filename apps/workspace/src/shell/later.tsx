import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { lazy } from 'preact-iso';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Page } from '../look/Page.tsx';

type Load<P> = () => Promise<(props: P) => JSX.Element | null>;

/** A page that is fetched when it is first wanted. Where it cannot be fetched, that is said, with a way to try again. */
export function later<P extends object>(load: Load<P>) {
  const NotHere = (props: P) => <NotArrived load={load} props={props} />;
  return lazy<(props: P) => JSX.Element | null>(() => load().catch(() => NotHere));
}

function NotArrived<P extends object>({ load, props }: { load: Load<P>; props: P }) {
  const arrived = useSignal<{ page: (props: P) => JSX.Element | null } | null>(null);
  const busy = useSignal(false);
  const again = async (): Promise<void> => {
    busy.value = true;
    try {
      arrived.value = { page: await load() };
    } catch {
      // Still not: the page stays as it is.
    }
    busy.value = false;
  };
  if (arrived.value !== null) {
    const { page: Arrived } = arrived.value;
    return <Arrived {...props} />;
  }
  return (
    <Page title={t('shell.notArrived.title')} back="/today">
      <div class="stack">
        <p>{t('shell.notArrived.text')}</p>
        <div class="buttons">
          <Button busy={busy.value} onClick={() => void again()}>
            {t('shell.broken.again')}
          </Button>
        </div>
      </div>
    </Page>
  );
}
