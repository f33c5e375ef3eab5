import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';
import { innerWordsSettled, language, t, wantInnerWords } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { showFirstProblem } from '../look/Field.tsx';
import { Notice } from '../look/Notice.tsx';
import { Progress } from '../look/Progress.tsx';
import { say, status, useVault } from '../vault/session.ts';
import { Starting } from './Gate.tsx';
import { FoundFurther } from './FoundFurther.tsx';
import { FoundingFields } from './FoundingFields.tsx';
import { clearSecretFromAddress, linkOfThisPage, pastedFounding } from './invitation.ts';
import { KitSteps } from './Kit.tsx';
import { NewPassphrase } from './NewPassphrase.tsx';
import { chosenPassphrase, usePassphraseChoice } from './passphrase-choice.ts';
import { NotProtected } from './NotProtected.tsx';
import { OtherPeople } from './OtherPeople.tsx';
import { Outside } from './Outside.tsx';
import { UnlockForm } from './Unlock.tsx';
import { Unsupported } from './Unsupported.tsx';

const token = (): string => location.hash.slice(1);

/** A new organisation, from the link that the server printed for whoever runs it. */
export function BeginPage() {
  const kit = useSignal<string[] | null>(null);
  /** It was empty here when the page came: it stays the first organisation’s also once that is made. */
  const isFirst = useRef(false);
  const { route } = useLocation();
  const { phase } = status.value;
  if (phase === 'empty') isFirst.current = true;
  if (kit.value !== null) return <KitSteps words={kit.value} onDone={() => route('/today', true)} />;
  if (phase === 'starting') return <Starting />;
  if (phase === 'unsupported') return <Unsupported />;
  if (phase === 'locked') {
    return (
      <Outside title={t('account.join.unlockTitle')} lead={t('account.begin.unlockLead')}>
        <UnlockForm />
        <OtherPeople here />
      </Outside>
    );
  }
  if (phase === 'open' && !isFirst.current) {
    const link = pastedFounding.value || token();
    if (link === '') return <NoLink />;
    return innerWordsSettled.value ? <FoundFurther token={link} /> : <Starting />;
  }
  return <BeginForm onKit={(words) => (kit.value = words)} />;
}

function NoLink() {
  return (
    <Outside title={t('account.begin.noLinkTitle')} lead={t('account.begin.noLink')}>
      <div class="buttons">
        <Button kind="plain" href="/">
          {t('account.begin.otherWays')}
        </Button>
      </div>
    </Outside>
  );
}

function BeginForm({ onKit }: { onKit: (words: string[]) => void }) {
  const vault = useVault();
  const organisation = useSignal('');
  const name = useSignal('');
  const country = useSignal(language.value === 'tg' ? 'tj' : 'az');
  const passphrase = usePassphraseChoice();
  const tried = useSignal(false);
  const busy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  useEffect(() => void wantInnerWords(), []);

  if (linkOfThisPage() === '' && !busy.value) return <NoLink />;

  const begin = async (): Promise<void> => {
    tried.value = true;
    const secret = chosenPassphrase(passphrase);
    if (busy.value || organisation.value.trim() === '' || name.value.trim() === '' || secret === '') return;
    busy.value = true;
    problem.value = undefined;
    const outcome = await vault.begin({
      token: token(),
      passphrase: secret,
      organisation: organisation.value.trim(),
      name: name.value.trim(),
      country: country.value,
      language: language.value,
    });
    busy.value = false;
    if (outcome.ok) {
      clearSecretFromAddress();
      onKit(outcome.value.kit);
    } else problem.value = say(outcome.failure);
  };

  return (
    <Outside title={t('account.begin.title')} lead={t('account.begin.lead')}>
      <form
        class="stack stack-loose"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          void begin().then(() => showFirstProblem(form));
        }}
      >
        <FoundingFields founding={{ organisation, name, country }} tried={tried.value} />
        <NewPassphrase choice={passphrase} tried={tried.value} />
        <div class="stack">
          {problem.value && (
            <Notice tone="w" role="alert">
              <p>{problem.value}</p>
            </Notice>
          )}
          {busy.value && <Progress label={t('account.makingKeys')} />}
          <Button type="submit" wide busy={busy.value}>
            {t('account.begin.act')}
          </Button>
          <NotProtected />
        </div>
      </form>
    </Outside>
  );
}
