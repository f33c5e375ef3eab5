import { AlikeHint } from '../../alike/AlikeHint.tsx';
import { clientOfDraft } from '../../alike/draft-people.ts';
import { CheckRows } from '../../fields/inputs/choice-rows.tsx';
import { Choice } from '../../look/Choice.tsx';
import { FieldGroup } from '../../look/FieldFrame.tsx';
import { textsOf } from '@dayaq/acts/changes-between';
import { excludedIn, readersOf } from '@dayaq/acts/intake/draft';
import type { StepProps } from '../room.ts';
import { StepForm } from './step-form.tsx';

/** How to reach them without putting them in danger, and who among us must not see this. */
export function ContactStep(props: StepProps) {
  const { room, draft, put } = props;
  const { t } = room.translator;
  const channels = textsOf(draft.client['safeChannel']);
  const reach =
    channels.length > 0 && !channels.includes('no-contact') ? ['safeContact', 'safeHours', 'codeWord'] : [];
  return (
    <>
      <StepForm
        {...props}
        kind="person"
        values={draft.client}
        only={['safeChannel', ...reach, 'neverContact']}
        words={{
          safeChannel: { label: t('intake.contact.how'), hint: t('intake.contact.howHint') },
          safeContact: { label: t('intake.contact.where') },
          safeHours: { label: t('intake.contact.hours'), hint: t('intake.contact.hoursHint') },
          codeWord: { label: t('intake.contact.codeWord'), hint: t('intake.contact.codeWordHint') },
          neverContact: { label: t('intake.contact.never'), hint: t('intake.contact.neverHint') },
        }}
        onChange={(client) => put({ client })}
      />
      <AlikeHint {...clientOfDraft(draft)} />
      <Readers {...props} />
    </>
  );
}

function Readers({ room, draft, put }: StepProps) {
  const { t } = room.translator;
  const excluded = excludedIn(draft);
  const readers = readersOf(draft);
  const others = room.members.filter((member) => member.account !== room.me && !member.removed);
  const isOut = others.some(({ account }) => excluded.includes(account));
  return (
    <section class="stack stack-tight">
      <Choice
        type="checkbox"
        label={t('intake.contact.restrict')}
        hint={isOut ? t('referrals.exclude.everyone') : t('intake.contact.restrictHint')}
        checked={readers !== null}
        disabled={excluded.length > 0}
        onChange={(on) => put({ readers: on ? [room.me] : null })}
      />
      {readers !== null && others.length > 0 && (
        <FieldGroup id="intake-readers" label={t('intake.contact.readers')}>
          <CheckRows
            name="intake-readers"
            choices={others
              .filter(({ account }) => !excluded.includes(account))
              .map((member) => ({ code: member.account, label: member.name }))}
            chosen={readers}
            onToggle={(account, on) =>
              put({
                readers: on ? [...readers, account] : readers.filter((reader) => reader !== account),
              })
            }
          />
        </FieldGroup>
      )}
    </section>
  );
}
