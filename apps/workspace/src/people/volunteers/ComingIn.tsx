import { dayOf, formatDate } from '@dayaq/locale';
import type { Change, Id, MemberView, Role } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { language, t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { Field } from '../../look/Field.tsx';
import { Notice } from '../../look/Notice.tsx';
import { say } from '../../vault/session.ts';
import { ShareLink } from '../ShareLink.tsx';
import type { OfOne } from './use-volunteers.ts';

const ROLES: readonly Role[] = ['caseworker', 'viewer'];
/** Days for which the invitation holds. */
const DAYS = 7;

interface Props extends OfOne {
  member: MemberView | undefined;
}

/** How a volunteer comes in: by the invitation of any colleague, or as one who is here already. */
export function ComingIn({ room, helping, volunteer, isKeyholder, member }: Props) {
  const [role, setRole] = useState<Role>('caseworker');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [made, setMade] = useState<{ invite: Id; link: string; isNoted: boolean } | null>(null);
  const { record, invite, account } = volunteer;
  const invitation = helping.invitations.find((each) => each.invite === invite);
  const isOpen = invitation?.state === 'open';

  const note = (fields: Record<string, string>) => {
    const changes: Change[] = [
      {
        kind: 'volunteer',
        record: record.id,
        fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { set: value }])),
      },
    ];
    return room.vault.save({ dossier: helping.dossier, changes });
  };
  const bringIn = async (): Promise<void> => {
    setBusy(true);
    let now = made;
    if (now === null) {
      const invited = await room.vault.invite({ role, keyholder: false, days: DAYS });
      if (!invited.ok) {
        setBusy(false);
        return setProblem(say(invited.failure));
      }
      now = { ...invited.value, isNoted: false };
    }
    const noted = await note({ invite: now.invite });
    setMade({ ...now, isNoted: noted.ok });
    setBusy(false);
    setProblem(noted.ok ? null : t('volunteers.come.unnoted'));
  };
  const already = async (who: Id): Promise<void> => {
    const kept = await note({ account: who });
    setProblem(kept.ok ? null : say(kept.failure));
  };
  const others = helping.members.filter(
    ({ account: who, removed }) =>
      !removed &&
      who !== room.me &&
      !helping.volunteers.some((each) => each.account === who && each.left === ''),
  );
  return (
    <section class="stack stack-tight" aria-labelledby="volunteer-coming">
      <h2 id="volunteer-coming">{t('volunteers.come.title')}</h2>
      {account !== null && (
        <p>{t(member?.ready === false ? 'volunteers.come.waiting' : 'volunteers.come.in')}</p>
      )}
      {account === null && invitation !== undefined && (
        <p>
          {isOpen
            ? t('volunteers.come.open', {
                date: formatDate(language.value, dayOf(invitation.expires), 'long'),
              })
            : t('volunteers.come.gone')}
        </p>
      )}
      {problem !== null && (
        <Notice tone="w" role="alert">
          {problem}
        </Notice>
      )}
      {made?.isNoted === true && account === null && (
        <ShareLink link={made.link} label={t('people.invite.qr')} />
      )}
      {isKeyholder && account === null && !isOpen && (
        <>
          <p class="muted small">{t('volunteers.come.hint')}</p>
          <ChoiceGroup legend={t('people.roleLabel')}>
            {ROLES.map((one) => (
              <Choice
                key={one}
                type="radio"
                name="role"
                value={one}
                label={t(`people.role.${one}`)}
                hint={t(`people.roleHint.${one}`)}
                checked={role === one}
                onChange={() => setRole(one)}
              />
            ))}
          </ChoiceGroup>
          <div>
            <Button busy={busy} onClick={() => void bringIn()}>
              {t(made === null ? 'volunteers.come.make' : 'volunteers.come.note')}
            </Button>
          </div>
          {others.length > 0 && (
            <Field label={t('volunteers.come.already')}>
              {(control) => (
                <select {...control} value="" onChange={(event) => void already(event.currentTarget.value)}>
                  <option value="" />
                  {others.map(({ account: who, name }) => (
                    <option key={who} value={who}>
                      {name || t('people.unnamed')}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
        </>
      )}
    </section>
  );
}
