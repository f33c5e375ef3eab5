import { useSignal } from '@preact/signals';
import type { Outcome, Role } from '@dayaq/vault/client';
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { showFirstProblem, TextField } from '../look/Field.tsx';
import { Notice } from '../look/Notice.tsx';
import { Progress } from '../look/Progress.tsx';
import { say, status, useVault } from '../vault/session.ts';
import { Starting } from './Gate.tsx';
import { clearSecretFromAddress, linkOfThisPage, pastedInvitation } from './invitation.ts';
import { KitSteps } from './Kit.tsx';
import { LinkField } from './LinkField.tsx';
import { NewPassphrase } from './NewPassphrase.tsx';
import { chosenPassphrase, usePassphraseChoice } from './passphrase-choice.ts';
import { NotProtected } from './NotProtected.tsx';
import { Outside } from './Outside.tsx';
import { UnlockForm } from './Unlock.tsx';
import { Unsupported } from './Unsupported.tsx';

type Invitation = Outcome<{
  organisation: string;
  inviter: string;
  role: Role;
  expires: number;
  clockAhead: number;
}>;

/** Coming in by an invitation: who invites, then a name and a passphrase, then the kit. */
export function JoinPage() {
  const { route } = useLocation();
  const kit = useSignal<string[] | null>(null);
  const link = useSignal(pastedInvitation.value || linkOfThisPage());
  const { phase } = status.value;
  useEffect(() => {
    // A second link in the same tab changes only what follows `#`, and the browser does not load the page anew.
    const onHash = (): void => {
      if (linkOfThisPage() !== '') link.value = linkOfThisPage();
    };
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);
  if (kit.value !== null) return <KitSteps words={kit.value} onDone={() => route('/today', true)} />;
  if (phase === 'starting') return <Starting />;
  if (phase === 'unsupported') return <Unsupported />;
  if (phase === 'locked') {
    return (
      <Outside title={t('account.join.unlockTitle')} lead={t('account.join.unlockLead')}>
        <UnlockForm />
      </Outside>
    );
  }
  if (link.value === '') return <AskForLink onLink={(text) => (link.value = text)} />;
  return (
    <Inspected
      key={link.value}
      link={link.value}
      onOther={() => (link.value = '')}
      onJoined={(words) => {
        pastedInvitation.value = '';
        clearSecretFromAddress();
        if (words.length > 0 && phase === 'empty') kit.value = words;
        else route('/today', true);
      }}
    />
  );
}

function AskForLink({ onLink }: { onLink: (link: string) => void }) {
  return (
    <Outside title={t('account.join.noLinkTitle')}>
      <LinkField
        label={t('account.link.label')}
        hint={t('account.link.hint')}
        act={t('account.link.act')}
        onLink={onLink}
      />
    </Outside>
  );
}

interface InspectedProps {
  link: string;
  onOther: () => void;
  onJoined: (kit: string[]) => void;
}

function Inspected({ link, onOther, onJoined }: InspectedProps) {
  const vault = useVault();
  const invitation = useSignal<Invitation | null>(null);
  const inspect = (): void => {
    invitation.value = null;
    void vault.inspectInvitation(link).then((outcome) => (invitation.value = outcome));
  };
  useEffect(inspect, [link]);
  const found = invitation.value;
  if (found === null) {
    return (
      <Outside title={t('account.join.reading')}>
        <Progress label={t('account.join.readingHint')} />
      </Outside>
    );
  }
  if (!found.ok) {
    return (
      <Outside title={t('account.join.problemTitle')} lead={say(found.failure)}>
        <div class="buttons">
          <Button onClick={inspect}>{t('account.join.again')}</Button>
          <Button kind="plain" onClick={onOther}>
            {t('account.join.otherLink')}
          </Button>
        </div>
      </Outside>
    );
  }
  return <JoinForm link={link} invitation={found.value} onJoined={onJoined} />;
}

interface FormProps {
  link: string;
  invitation: { organisation: string; inviter: string; role: Role; clockAhead: number };
  onJoined: (kit: string[]) => void;
}

function JoinForm({ link, invitation, onJoined }: FormProps) {
  const vault = useVault();
  const name = useSignal('');
  const passphrase = usePassphraseChoice();
  const tried = useSignal(false);
  const busy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  /** With an account on this device already, only a name is asked for. */
  const hasAccount = useSignal(status.value.phase === 'open').value;

  const join = async (): Promise<void> => {
    tried.value = true;
    const secret = hasAccount ? '' : chosenPassphrase(passphrase);
    if (busy.value || name.value.trim() === '' || (!hasAccount && secret === '')) return;
    busy.value = true;
    problem.value = undefined;
    const outcome = await vault.join({ link, passphrase: secret, name: name.value.trim() });
    busy.value = false;
    if (outcome.ok) onJoined(hasAccount ? [] : outcome.value.kit);
    else problem.value = say(outcome.failure);
  };

  const { organisation, inviter, role } = invitation;
  return (
    <Outside
      title={t('account.join.title', { organisation: organisation || t('account.join.someOrganisation') })}
      lead={
        inviter
          ? t('account.join.invitedBy', { inviter, role: t(`people.role.${role}`) })
          : t(`people.role.${role}`)
      }
    >
      <form
        class="stack stack-loose"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          void join().then(() => showFirstProblem(form));
        }}
      >
        <TextField
          label={t('account.name.label')}
          hint={t('account.name.hint')}
          value={name.value}
          onValue={(text) => (name.value = text)}
          error={tried.value && name.value.trim() === '' ? t('account.name.missing') : undefined}
          max={60}
          autoFocus
        />
        {!hasAccount && <NewPassphrase choice={passphrase} tried={tried.value} />}
        <div class="stack">
          {invitation.clockAhead !== 0 && (
            <Notice tone="w">
              <p>{t('account.join.clockWrong', { count: Math.abs(invitation.clockAhead) })}</p>
            </Notice>
          )}
          {problem.value && (
            <Notice tone="d" role="alert">
              <p>{problem.value}</p>
            </Notice>
          )}
          {busy.value && <Progress label={t('account.makingKeys')} />}
          <Button type="submit" wide busy={busy.value}>
            {t('account.join.act')}
          </Button>
          <NotProtected />
        </div>
      </form>
    </Outside>
  );
}
