import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { account, currentSpace, useVault } from '../vault/session.ts';

interface OwnName {
  /** Offered for the further organisation as well, and anybody may write another one there. */
  name: Signal<string>;
  /** A sentence, and behind it which account it is that is used. */
  as: (sentence: string) => string;
}

/** How the account that is open is called where it works now. */
export function useOwnName(): OwnName {
  const vault = useVault();
  const name = useSignal('');
  const known = useSignal('');
  useEffect(() => {
    void vault.members().then((members) => {
      const mine = members.find((member) => member.account === account.value)?.name ?? '';
      known.value = mine;
      if (name.value === '') name.value = mine;
    });
  }, [vault]);
  const organisation = currentSpace()?.name ?? '';
  return {
    name,
    as: (sentence) =>
      known.value === '' || organisation === ''
        ? sentence
        : `${sentence} ${t('spaces.account', { name: known.value, organisation })}`,
  };
}
