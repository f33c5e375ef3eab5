import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Field, focusOnce, showFirstProblem } from '../look/Field.tsx';
import { Icon } from '../look/Icon.tsx';
import { Notice } from '../look/Notice.tsx';
import { Progress } from '../look/Progress.tsx';
import { canScan, ScanDialog } from '../look/ScanDialog.tsx';
import { say, status, useVault } from '../vault/session.ts';
import { Starting } from './Gate.tsx';
import { KIT_KEPT } from './kit-kept.ts';
import { Outside } from './Outside.tsx';
import { SecretField } from './SecretField.tsx';
import { Unsupported } from './Unsupported.tsx';

/** Mistakes that lie in the words themselves, and are said beside them. */
const ABOUT_KIT = new Set(['wrong-kit', 'kit-of-other-server']);

/** How many words were typed, or numbers where there are no words. */
function countOf(kit: string): number {
  const words = kit.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  const numbers = kit.match(/\p{N}+/gu)?.length ?? 0;
  if (words === 0) return numbers === 24 ? 12 : numbers;
  return words < 12 && words + numbers === 12 ? 12 : words;
}

/** A second device, or one whose data was lost: twelve words and the passphrase. */
export function RestorePage() {
  const vault = useVault();
  const { route } = useLocation();
  const { phase } = status.value;
  const kit = useSignal('');
  const passphrase = useSignal('');
  const busy = useSignal(false);
  const scanning = useSignal(false);
  const kitProblem = useSignal<string | undefined>(undefined);
  const passphraseProblem = useSignal<string | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);

  useEffect(() => {
    if (phase === 'open' || phase === 'locked') route('/today', true);
  }, [phase]);
  if (phase === 'starting') return <Starting />;
  if (phase === 'unsupported') return <Unsupported />;

  const count = countOf(kit.value);
  const restore = async (): Promise<void> => {
    if (busy.value) return;
    kitProblem.value = count === 12 ? undefined : t('account.restore.count', { count });
    passphraseProblem.value = passphrase.value === '' ? t('account.restore.passphraseMissing') : undefined;
    problem.value = undefined;
    if (kitProblem.value !== undefined || passphraseProblem.value !== undefined) return;
    busy.value = true;
    const outcome = await vault.restore({ kit: kit.value, passphrase: passphrase.value });
    busy.value = false;
    if (outcome.ok) {
      void vault.setPreference(KIT_KEPT, true);
      return;
    }
    const words = say(outcome.failure);
    if (ABOUT_KIT.has(outcome.failure.code)) kitProblem.value = words;
    else if (outcome.failure.code === 'wrong-passphrase') {
      passphraseProblem.value = words;
      // The server cannot tell a wrong passphrase from an account that it does not have.
      problem.value = t('account.restore.orElsewhere', { address: location.origin });
    } else problem.value = words;
  };

  return (
    <Outside title={t('account.restore.title')} lead={t('account.restore.lead')}>
      <form
        class="stack stack-loose"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          void restore().then(() => showFirstProblem(form));
        }}
      >
        <div class="stack stack-tight">
          <Field
            label={t('account.restore.words')}
            hint={t('account.restore.wordsHint')}
            error={kitProblem.value}
          >
            {(control) => (
              <textarea
                {...control}
                rows={4}
                lang="en"
                value={kit.value}
                autocomplete="off"
                autocapitalize="off"
                spellcheck={false}
                ref={focusOnce}
                onInput={(event) => {
                  kit.value = event.currentTarget.value;
                  kitProblem.value = undefined;
                }}
              />
            )}
          </Field>
          <div class="spread">
            <span class="small muted">{t('account.restore.counted', { count })}</span>
            {canScan() && (
              <Button kind="quiet" small onClick={() => (scanning.value = true)}>
                <Icon name="camera" />
                {t('account.link.scan')}
              </Button>
            )}
          </div>
        </div>
        <SecretField
          label={t('account.passphrase.label')}
          hint={t('account.restore.passphraseHint')}
          value={passphrase.value}
          onValue={(text) => {
            passphrase.value = text;
            passphraseProblem.value = undefined;
          }}
          error={passphraseProblem.value}
        />
        <div class="stack">
          {problem.value && (
            <Notice tone="w" role="alert">
              <p>{problem.value}</p>
            </Notice>
          )}
          {busy.value && <Progress label={t('account.restore.busy')} />}
          <Button type="submit" wide busy={busy.value}>
            {t('account.restore.act')}
          </Button>
          <p class="small muted">{t('account.restore.lost')}</p>
        </div>
      </form>
      <ScanDialog
        open={scanning.value}
        onClose={() => (scanning.value = false)}
        onFound={(text) => {
          scanning.value = false;
          kit.value = text;
        }}
      />
    </Outside>
  );
}
