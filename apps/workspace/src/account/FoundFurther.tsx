import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { language, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { showFirstProblem } from '../look/Field.tsx';
import { announce } from '../look/live.tsx';
import { Notice } from '../look/Notice.tsx';
import { Progress } from '../look/Progress.tsx';
import { currentSpace, say, useVault, workIn } from '../vault/session.ts';
import { FoundingFields } from './FoundingFields.tsx';
import { clearSecretFromAddress, pastedFounding } from './invitation.ts';
import { Outside } from './Outside.tsx';
import { useOwnName } from './own-name.ts';

/** A further organisation for the account that is open: no second passphrase, no second kit. */
export function FoundFurther({ token }: { token: string }) {
  const vault = useVault();
  const { route } = useLocation();
  const own = useOwnName();
  const founding = {
    organisation: useSignal(''),
    name: own.name,
    country: useSignal(currentSpace()?.country ?? 'az'),
  };
  const tried = useSignal(false);
  const busy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const found = async (): Promise<void> => {
    tried.value = true;
    const organisation = founding.organisation.value.trim();
    const name = founding.name.value.trim();
    if (busy.value || organisation === '' || name === '') return;
    busy.value = true;
    problem.value = undefined;
    const outcome = await vault.begin({
      token,
      passphrase: '',
      organisation,
      name,
      country: founding.country.value,
      language: language.value,
    });
    busy.value = false;
    if (!outcome.ok) {
      problem.value = say(outcome.failure);
      return;
    }
    pastedFounding.value = '';
    clearSecretFromAddress();
    workIn(outcome.value.space);
    announce(t('spaces.menu.now', { organisation }));
    route('/people', true);
  };
  return (
    <Outside title={t('spaces.found.title')} lead={own.as(t('spaces.found.lead'))}>
      <form
        class="stack stack-loose"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          void found().then(() => showFirstProblem(form));
        }}
      >
        <FoundingFields founding={founding} tried={tried.value} />
        <div class="stack">
          {problem.value && (
            <Notice tone="d" role="alert">
              <p>{problem.value}</p>
              <p>{t('spaces.found.unchanged')}</p>
            </Notice>
          )}
          {busy.value && <Progress label={t('spaces.found.busy')} />}
          <Button type="submit" wide busy={busy.value}>
            {t('spaces.found.act')}
          </Button>
          <Button kind="quiet" href="/today">
            {t('spaces.notNow')}
          </Button>
        </div>
      </form>
    </Outside>
  );
}
