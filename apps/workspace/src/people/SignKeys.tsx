import type { MemberView } from '@dayaq/vault/client';
import { t } from '../locale/index.ts';
import { status, useQuery } from '../vault/session.ts';

/** With which key everybody signs, as the check of a bundle shows it; of former members too, whose bundles are still about. */
export function SignKeys({ members }: { members: readonly MemberView[] }) {
  const { data: keys } = useQuery((vault) => vault.signKeys(), [status.value], []);
  return (
    <details>
      <summary>{t('people.signKeys.title')}</summary>
      <p class="muted small">{t('people.signKeys.hint')}</p>
      <ul class="rows">
        {(keys ?? []).map(({ account, fingerprint }) => (
          <li key={account} class="row">
            <span>
              <span class="row-title">
                {members.find((one) => one.account === account)?.name || t('people.unnamed')}
              </span>
              <code class="row-note">{fingerprint}</code>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
