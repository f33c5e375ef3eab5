import { useSignal } from '@preact/signals';
import { PACKS } from '@dayaq/domain';
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { label, language, t, wantInnerWords } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Choice, ChoiceGroup } from '../look/Choice.tsx';
import { showFirstProblem, TextField } from '../look/Field.tsx';
import { Notice } from '../look/Notice.tsx';
import { Progress } from '../look/Progress.tsx';
import { say, status, useVault } from '../vault/session.ts';
import { Starting } from './Gate.tsx';
import { clearSecretFromAddress, linkOfThisPage } from './invitation.ts';
import { KitSteps } from './Kit.tsx';
import { NewPassphrase } from './NewPassphrase.tsx';
import { chosenPassphrase, usePassphraseChoice } from './passphrase-choice.ts';
import { NotProtected } from './NotProtected.tsx';
import { Outside } from './Outside.tsx';
import { Unsupported } from './Unsupported.tsx';

const COUNTRIES = Object.keys(PACKS);

/** A new organisation, from the link that the server printed for whoever runs it. */
export function BeginPage() {
  const kit = useSignal<string[] | null>(null);
  const { route } = useLocation();
  const { phase } = status.value;
  if (kit.value !== null) return <KitSteps words={kit.value} onDone={() => route('/today', true)} />;
  if (phase === 'starting') return <Starting />;
  if (phase === 'unsupported') return <Unsupported />;
  if (phase !== 'empty') return <Occupied />;
  return <BeginForm onKit={(words) => (kit.value = words)} />;
}

/** One device holds one account. */
function Occupied() {
  return (
    <Outside title={t('account.occupied.title')} lead={t('account.occupied.lead')}>
      <div class="buttons">
        <Button href="/today">{t('account.occupied.act')}</Button>
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
  const token = location.hash.slice(1);
  useEffect(() => void wantInnerWords(), []);

  if (linkOfThisPage() === '' && !busy.value) {
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

  const begin = async (): Promise<void> => {
    tried.value = true;
    const secret = chosenPassphrase(passphrase);
    if (busy.value || organisation.value.trim() === '' || name.value.trim() === '' || secret === '') return;
    busy.value = true;
    problem.value = undefined;
    const outcome = await vault.begin({
      token,
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
        <TextField
          label={t('account.begin.organisation')}
          hint={t('account.begin.organisationHint')}
          value={organisation.value}
          onValue={(text) => (organisation.value = text)}
          error={
            tried.value && organisation.value.trim() === ''
              ? t('account.begin.organisationMissing')
              : undefined
          }
          max={120}
          autoFocus
        />
        <TextField
          label={t('account.name.label')}
          hint={t('account.name.hint')}
          value={name.value}
          onValue={(text) => (name.value = text)}
          error={tried.value && name.value.trim() === '' ? t('account.name.missing') : undefined}
          max={60}
        />
        <ChoiceGroup legend={t('account.begin.country')} hint={t('account.begin.countryHint')} two>
          {COUNTRIES.map((code) => (
            <Choice
              key={code}
              type="radio"
              name="country"
              value={code}
              label={label('packs', 'countries', code)}
              checked={country.value === code}
              onChange={() => (country.value = code)}
            />
          ))}
        </ChoiceGroup>
        <NewPassphrase choice={passphrase} tried={tried.value} />
        <div class="stack">
          {problem.value && (
            <Notice tone="d" role="alert">
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
