import type { ComponentChildren } from 'preact';
import { innerWordsSettled, t } from '../locale/index.ts';
import { Progress } from '../look/Progress.tsx';
import { status } from '../vault/session.ts';
import { Outside } from './Outside.tsx';
import { Unlock } from './Unlock.tsx';
import { Unsupported } from './Unsupported.tsx';
import { Welcome } from './Welcome.tsx';

/** Shows what is behind it only while the vault is open. */
export function Gate({ children }: { children: ComponentChildren }) {
  switch (status.value.phase) {
    case 'starting':
      return <Starting />;
    case 'unsupported':
      return <Unsupported />;
    case 'empty':
      return <Welcome />;
    case 'locked':
      return <Unlock />;
    case 'open':
      return innerWordsSettled.value ? <>{children}</> : <Starting />;
  }
}

export function Starting() {
  return (
    <Outside title={t('account.starting')}>
      <Progress label={t('account.startingHint')} />
    </Outside>
  );
}
