import { AlikeHint } from '../../alike/AlikeHint.tsx';
import { clientOfDraft } from '../../alike/draft-people.ts';
import { CheckRows } from '../../fields/inputs/choice-rows.tsx';
import { Choice } from '../../look/Choice.tsx';
import { FieldGroup } from '../../look/FieldFrame.tsx';
import { textsOf } from '@dayaq/acts/changes-between';
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
  const others = room.members.filter((member) => member.account !== room.me && !member.removed);
  return (
    <section class="stack stack-tight">
      <Choice
        type="checkbox"
        label={t('intake.contact.restrict')}
        hint={t('intake.contact.restrictHint')}
        checked={draft.readers !== null}
        onChange={(on) => put({ readers: on ? [room.me] : null })}
      />
      {draft.readers !== null && others.length > 0 && (
        <FieldGroup id="intake-readers" label={t('intake.contact.readers')}>
          <CheckRows
            name="intake-readers"
            choices={others.map((member) => ({ code: member.account, label: member.name }))}
            chosen={draft.readers}
            onToggle={(account, on) =>
              put({
                readers: on
                  ? [...(draft.readers ?? []), account]
                  : (draft.readers ?? []).filter((reader) => reader !== account),
              })
            }
          />
        </FieldGroup>
      )}
    </section>
  );
}
