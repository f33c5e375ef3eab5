import { useEffect } from 'preact/hooks';
import { arriving } from '../cases/parts/arriving.tsx';
import { t } from '../locale/index.ts';
import { Dialog } from '../look/Dialog.tsx';
import { whenPhaseChanges } from '../vault/session.ts';
import { jumpIsOpen, startJumpKey } from './open-jump.ts';

const JumpBox = arriving(async () => (await import('./JumpBox.tsx')).JumpBox);

/** The search over everything, above whatever page is shown. It is fetched when somebody first opens it. */
export function Jump() {
  useEffect(() => {
    const stops = [
      startJumpKey(),
      whenPhaseChanges(() => {
        jumpIsOpen.value = false;
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return (
    <Dialog
      open={jumpIsOpen.value}
      title={t('shell.jump.open')}
      onClose={() => {
        jumpIsOpen.value = false;
      }}
    >
      <JumpBox />
    </Dialog>
  );
}
