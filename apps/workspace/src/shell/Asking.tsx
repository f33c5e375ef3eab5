import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import type { Query } from '../vault/session.ts';

/** While a question to the vault has no answer; where it got none, that is said, with a way to ask again. */
export function Asking({ query: { failed, again } }: { query: Pick<Query<unknown>, 'failed' | 'again'> }) {
  if (!failed) {
    return (
      <p class="muted" role="status">
        {t('cases.list.loading')}
      </p>
    );
  }
  return (
    <p role="alert">
      {t('shell.notRead')}{' '}
      <Button kind="link" onClick={again}>
        {t('shell.broken.again')}
      </Button>
    </p>
  );
}
