import { useEffect } from 'preact/hooks';
import { arriving } from '../cases/parts/arriving.tsx';
import { t } from '../locale/index.ts';
import { Dialog } from '../look/Dialog.tsx';
import { whenPhaseChanges } from '../vault/session.ts';
import { spacesAreOpen } from './open-spaces.ts';

const SpaceList = arriving(async () => (await import('./SpaceList.tsx')).SpaceList);

/** The organisations of this account, above whatever page is shown. Fetched when somebody first opens it. */
export function Spaces() {
  const close = (): void => {
    spacesAreOpen.value = false;
  };
  useEffect(() => whenPhaseChanges(close), []);
  return (
    <Dialog open={spacesAreOpen.value} title={t('spaces.menu.title')} onClose={close}>
      <SpaceList />
    </Dialog>
  );
}
