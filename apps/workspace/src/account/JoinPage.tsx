import { useSignal } from '@preact/signals';
import type { Failure, Id, Outcome, Role } from '@dayaq/vault/client';
import { useLocation } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';
import { innerWordsSettled, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { showFirstProblem, TextField } from '../look/Field.tsx';
import { Notice } from '../look/Notice.tsx';
import { Progress } from '../look/Progress.tsx';
import { say, status, useVault, workIn } from '../vault/session.ts';
import { Starting } from './Gate.tsx';
import { clearSecretFromAddress, linkOfThisPage, pastedInvitation } from './invitation.ts';
import { KitSteps } from './Kit.tsx';
import { LinkField } from './LinkField.tsx';
import { NewPassphrase } from './NewPassphrase.tsx';
import { chosenPassphrase, usePassphraseChoice } from './passphrase-choice.ts';
import { NotProtected } from './NotProtected.tsx';
import { useOwnName } from './own-name.ts';
import { OtherPeople } from './OtherPeople.tsx';
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

type Joined = { kit: string[]; space: Id };

/** Coming in by an invitation: who invites, then a name and a passphrase, then the kit. */
export function JoinPage() {
  const { route } = useLocation();
  const kit = useSignal<string[] | null>(null);
  const link = useSignal(pastedInvitation.value || linkOfThisPage());
  const { phase } = status.value;
  /** It was empty here when the page came: the form stays while the vault opens behind it. */
  const isFirst = useRef(false);
  if (phase === 'empty') isFirst.current = true;
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
        <OtherPeople here />
      </Outside>
    );
  }
  if (phase === 'open' && !isFirst.current && !innerWordsSettled.value) return <Starting />;
  if (link.value === '') return <AskForLink onLink={(text) => (link.value = text)} />;
  return (
    <Inspected
      key={link.value}
      link={link.value}
      onOther={() => (link.value = '')}
      onJoined={({ kit: words, space }) => {
        pastedInvitation.value = '';
        clearSecretFromAddress();
        workIn(space);
        if (words.length > 0) kit.value = words;
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
  onJoined: (joined: Joined) => void;
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
          {status.value.phase === 'open' && (
            <Further failure={found.failure} link={link} onJoined={onJoined} />
          )}
        </div>
      </Outside>
    );
  }
  return <JoinForm link={link} invitation={found.value} onJoined={onJoined} />;
}

/** What else somebody can do who is in already: bring here what they joined by this link on another device, or go back. */
function Further({
  failure,
  link,
  onJoined,
}: {
  failure: Failure;
  link: string;
  onJoined: (joined: Joined) => void;
}) {
  const vault = useVault();
  const busy = useSignal(false);
  const problem = useSignal('');
  const bring = async (): Promise<void> => {
    busy.value = true;
    const outcome = await vault.join({ link, passphrase: '', name: '' });
    busy.value = false;
    if (outcome.ok) onJoined(outcome.value);
    else problem.value = say(outcome.failure);
  };
  return (
    <>
      {failure.code === 'invitation-used' && (
        <Button kind="plain" busy={busy.value} onClick={() => void bring()}>
          {t('spaces.join.wasMe')}
        </Button>
      )}
      <Button kind="quiet" href="/today">
        {t('spaces.notNow')}
      </Button>
      {problem.value !== '' && <p role="alert">{problem.value}</p>}
    </>
  );
}

interface FormProps {
  link: string;
  invitation: { organisation: string; inviter: string; role: Role; clockAhead: number };
  onJoined: (joined: Joined) => void;
}

function JoinForm({ link, invitation, onJoined }: FormProps) {
  const vault = useVault();
  const own = useOwnName();
  const { name } = own;
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
    if (outcome.ok) onJoined(outcome.value);
    else problem.value = say(outcome.failure);
  };

  const { organisation, inviter, role } = invitation;
  const invited = inviter
    ? t('account.join.invitedBy', { inviter, role: t(`people.role.${role}`) })
    : t(`people.role.${role}`);
  return (
    <Outside
      title={t('account.join.title', { organisation: organisation || t('account.join.someOrganisation') })}
      lead={hasAccount ? own.as(invited) : invited}
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
            <Notice tone="w" role="alert">
              <p>{problem.value}</p>
            </Notice>
          )}
          {busy.value && <Progress label={t(hasAccount ? 'spaces.join.busy' : 'account.makingKeys')} />}
          <Button type="submit" wide busy={busy.value}>
            {t('account.join.act')}
          </Button>
          {hasAccount && (
            <Button kind="quiet" href="/today">
              {t('spaces.notNow')}
            </Button>
          )}
          {hasAccount && <OtherPeople here />}
          <NotProtected />
        </div>
      </form>
    </Outside>
  );
}
