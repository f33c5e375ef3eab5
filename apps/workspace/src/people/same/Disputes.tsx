import { useSignal } from '@preact/signals';
import { dayOf, formatDate } from '@dayaq/locale';
import type { DisputeView, MemberView } from '@dayaq/vault/client';
import { language, t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Icon } from '../../look/Icon.tsx';
import { Notice } from '../../look/Notice.tsx';
import { useQuery } from '../../vault/session.ts';
import { copyWords } from '../../waiting/copy-words.ts';
import { holdsWords, proofText } from './proof-text.ts';

/** Each says the same in its own words: more stand behind a button. */
const SHOWN = 5;

interface Props {
  space: string;
  account: string;
  members: readonly MemberView[];
  /** How many are kept; asked anew when it changes. */
  count: number;
}

/** What contradicts the history of changes that this device was shown: in words, with what to do, and the proof to copy. */
export function Disputes({ space, account, members, count }: Props) {
  const { data } = useQuery((vault) => vault.disputes(), [space, count], ['dispute']);
  const all = useSignal(false);
  if (data === undefined || data.length === 0) return null;
  const shown = all.value ? data : data.slice(0, SHOWN);
  return (
    <section class="stack" aria-labelledby="disputes">
      <h2 id="disputes">{t('people.disputes.title')}</h2>
      <Notice tone="w">
        <p>{t('people.disputes.lead')}</p>
        <ul>
          <li>{t('people.disputes.do.compare')}</li>
          <li>{t('people.disputes.do.tell')}</li>
          <li>{t('people.disputes.do.decide')}</li>
        </ul>
      </Notice>
      <ul class="rows">
        {shown.map((one) => (
          <li key={one.id} class="row">
            <DisputeLine dispute={one} members={members} space={space} account={account} />
          </li>
        ))}
      </ul>
      {data.length > shown.length && (
        <div class="buttons">
          <Button kind="quiet" onClick={() => (all.value = true)}>
            {t('people.disputes.all', { count: data.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

function DisputeLine({ dispute, members, space, account }: Omit<Props, 'count'> & { dispute: DisputeView }) {
  const author = members.find((member) => member.account === dispute.author);
  const name = author?.name || t('people.disputes.somebody');
  const date = formatDate(language.value, dayOf(dispute.noticed), 'long');
  const copy = (signed: 'whole' | 'left-out'): void => {
    void copyWords(proofText(dispute, { space, account }, signed));
  };
  return (
    <div class="stack stack-tight">
      <p>{t(`people.disputes.what.${dispute.what}`, { name })}</p>
      <p class="row-note">{t(`people.disputes.done.${dispute.what}`)}</p>
      <p class="row-note">{t('people.disputes.noticed', { date })}</p>
      {holdsWords(dispute) && <p class="row-note">{t('people.disputes.words')}</p>}
      <div class="buttons">
        <Button kind="plain" small onClick={() => copy(holdsWords(dispute) ? 'left-out' : 'whole')}>
          <Icon name="copy" />
          {t('people.disputes.copy')}
        </Button>
        {holdsWords(dispute) && (
          <Button kind="quiet" small onClick={() => copy('whole')}>
            {t('people.disputes.copyWhole')}
          </Button>
        )}
      </div>
    </div>
  );
}
