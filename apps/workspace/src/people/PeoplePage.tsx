import { useSignal } from '@preact/signals';
import { formatDate, dayOf } from '@dayaq/locale';
import type { Comparison, InviteView, MemberView } from '@dayaq/vault/client';
import { useLocation } from 'preact-iso';
import { language, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Icon } from '../look/Icon.tsx';
import { announce } from '../look/live.tsx';
import { Notice } from '../look/Notice.tsx';
import { Page } from '../look/Page.tsx';
import { Tag } from '../look/Tag.tsx';
import { currentSpace, say, status, useQuery, useVault } from '../vault/session.ts';
import { Erased } from './Erased.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { MemberDialog } from './MemberDialog.tsx';
import { Oversteps } from './Oversteps.tsx';
import { Peers } from './Peers.tsx';
import { SignKeys } from './SignKeys.tsx';
import { DoorPart } from './door/DoorPart.tsx';
import { Disputes } from './same/Disputes.tsx';
import { Same } from './same/Same.tsx';

const ROSTER = ['profile', 'organisation'];

/** Who shares the keys of this space, who is invited, and which other organisations it knows. */
export function PeoplePage() {
  const space = currentSpace();
  const { query } = useLocation();
  /** Somebody was sent here to name a second keyholder. */
  const isForKeyholder = query['invite'] === 'keyholder';
  const inviting = useSignal(isForKeyholder && space?.me.keyholder === true);
  const chosen = useSignal<string | null>(null);
  // Membership is no record: the status is told anew after each change of the circle.
  const seen = status.value;
  const { data: members, again: membersAgain } = useQuery((vault) => vault.members(), [seen], ROSTER);
  const { data: invitations, again: invitationsAgain } = useQuery(
    (vault) => vault.invitations(),
    [seen],
    ROSTER,
  );
  const { data: number } = useQuery((vault) => vault.circleNumber(), [seen], []);
  const { data: compared, again: comparedAgain } = useQuery((vault) => vault.comparisons(), [seen], []);
  const again = (): void => {
    membersAgain();
    invitationsAgain();
  };
  const me = status.value.account;
  const isKeyholder = space?.me.keyholder ?? false;
  const current = members?.filter((member) => !member.removed) ?? [];
  const former = members?.filter((member) => member.removed) ?? [];
  const open = invitations?.filter((invitation) => invitation.state === 'open') ?? [];
  const member = members?.find((one) => one.account === chosen.value);
  const nameOf = (account: string): string =>
    members?.find((one) => one.account === account)?.name || t('people.unnamed');

  return (
    <Page title={t('shell.people')}>
      <div class="stack stack-loose">
        {space?.rotationOwed && !space.removed && (
          <Notice tone="w">
            <p class="strong">{t('people.rotationOwed.title')}</p>
            <p>{t('people.rotationOwed.text')}</p>
          </Notice>
        )}
        {space !== null && me !== null && space.disputes > 0 && (
          <Disputes space={space.id} account={me} members={members ?? []} count={space.disputes} />
        )}
        <section class="stack stack-tight" aria-labelledby="members">
          <div class="spread">
            <h2 id="members">{space?.name || t('people.members')}</h2>
            {isKeyholder && (
              <Button kind="plain" onClick={() => (inviting.value = true)}>
                <Icon name="plus" />
                {t('people.invite.act')}
              </Button>
            )}
          </div>
          {members?.some((one) => one.namesake) === true && <p class="muted">{t('people.namesakes')}</p>}
          <ul class="rows">
            {current.map((one) => (
              <li key={one.account}>
                <MemberLine
                  member={one}
                  isMe={one.account === me}
                  nameOf={nameOf}
                  compared={compared?.find((each) => each.account === one.account)}
                  onOpen={isKeyholder ? () => (chosen.value = one.account) : undefined}
                />
              </li>
            ))}
          </ul>
        </section>
        {open.length > 0 && (
          <section class="stack stack-tight" aria-labelledby="invitations">
            <h2 id="invitations">{t('people.invitations')}</h2>
            <ul class="rows">
              {open.map((one) => (
                <li key={one.invite}>
                  <InvitationLine
                    invitation={one}
                    by={nameOf(one.by)}
                    mayRevoke={isKeyholder}
                    onRevoked={again}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
        {former.length > 0 && (
          <details>
            <summary>{t('people.former', { count: former.length })}</summary>
            <ul class="rows">
              {former.map((one) => (
                <li key={one.account}>
                  <MemberLine
                    member={one}
                    isMe={false}
                    nameOf={nameOf}
                    compared={undefined}
                    onOpen={undefined}
                  />
                </li>
              ))}
            </ul>
          </details>
        )}
        {space !== null && me !== null && !space.removed && number && current.length > 1 && (
          <Same
            number={number}
            space={space.id}
            account={me}
            others={current.filter((one) => one.account !== me)}
            onCompared={comparedAgain}
          />
        )}
        <Erased members={members ?? []} />
        <p>
          <a href="/people/volunteers">{t('volunteers.title')}</a>
        </p>
        {isKeyholder && (
          <p>
            <a href="/people/retention">{t('people.retention.title')}</a>
          </p>
        )}
        <SignKeys members={members ?? []} />
        {isKeyholder && <Oversteps members={members ?? []} />}
        {space !== null && me !== null && !space.removed && (
          <DoorPart members={current} me={me} nameOf={nameOf} />
        )}
        <Peers mayIntroduce={isKeyholder} />
      </div>
      <InviteDialog
        open={inviting.value}
        asKeyholder={isForKeyholder}
        onClose={() => (inviting.value = false)}
        onInvited={again}
      />
      {member !== undefined && (
        <MemberDialog
          key={member.account}
          member={member}
          onClose={() => (chosen.value = null)}
          onChanged={again}
        />
      )}
    </Page>
  );
}

interface MemberProps {
  member: MemberView;
  isMe: boolean;
  nameOf: (account: string) => string;
  /** When somebody compared the team's number with them on this device. */
  compared: Comparison | undefined;
  onOpen: (() => void) | undefined;
}

function MemberLine({ member, isMe, nameOf, compared, onOpen }: MemberProps) {
  const name = member.name || t('people.unnamed');
  return (
    <div class="row">
      <span>
        <span class="row-title">
          {name}
          {isMe && <span class="muted"> {t('people.you')}</span>}
        </span>
        <span class="row-note">
          <span>{t(`people.role.${member.role}`)}</span>
          {member.keyholder && !member.removed && <Tag tone="a">{t('people.keyholder')}</Tag>}
          {member.removed && <Tag>{t('people.state.removed')}</Tag>}
          {member.correctedBy !== null && (
            <span>{t('people.corrected', { name: nameOf(member.correctedBy) })}</span>
          )}
          {!member.removed && !member.ready && <Tag tone="w">{t('people.state.waiting')}</Tag>}
          {member.sawOtherHistory !== null && (
            <Tag tone="w">
              {t('people.disputes.saw', {
                name: nameOf(member.sawOtherHistory.by),
                date: formatDate(language.value, dayOf(member.sawOtherHistory.at), 'long'),
              })}
            </Tag>
          )}
          {compared !== undefined && (
            <span>
              {t(compared.current ? 'people.same.comparedOn' : 'people.same.comparedBefore', {
                date: formatDate(language.value, dayOf(compared.at), 'long'),
              })}
            </span>
          )}
        </span>
      </span>
      {onOpen && (
        <Button kind="quiet" small label={t('people.changeWho', { name })} onClick={onOpen}>
          {t('people.change')}
        </Button>
      )}
    </div>
  );
}

interface InvitationProps {
  invitation: InviteView;
  /** Who made it. */
  by: string;
  mayRevoke: boolean;
  onRevoked: () => void;
}

function InvitationLine({ invitation, by, mayRevoke, onRevoked }: InvitationProps) {
  const vault = useVault();
  const busy = useSignal(false);
  const revoke = async (): Promise<void> => {
    busy.value = true;
    const outcome = await vault.revokeInvitation(invitation.invite);
    busy.value = false;
    announce(outcome.ok ? t('people.invite.revoked') : say(outcome.failure));
    onRevoked();
  };
  return (
    <div class="row">
      <span>
        <span class="row-title">{t(`people.role.${invitation.role}`)}</span>
        <span class="row-note">
          <span>{t('people.invite.by', { name: by })}</span>
          <span>
            {t('people.invite.until', {
              date: formatDate(language.value, dayOf(invitation.expires), 'long'),
            })}
          </span>
          {invitation.keyholder && <Tag tone="a">{t('people.keyholder')}</Tag>}
        </span>
      </span>
      {mayRevoke && (
        <Button
          kind="quiet"
          small
          busy={busy.value}
          label={[
            t('people.invite.revoke'),
            t(`people.role.${invitation.role}`),
            t('people.invite.by', { name: by }),
          ].join(', ')}
          onClick={() => void revoke()}
        >
          {t('people.invite.revoke')}
        </Button>
      )}
    </div>
  );
}
