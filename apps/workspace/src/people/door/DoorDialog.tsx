import { NOTICE_LIMITS, writeNotice } from '@dayaq/domain';
import { LANGUAGE_NAMES } from '@dayaq/locale';
import type { DoorView, MemberView, Value } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { FormFoot } from '../../drafts/FormFoot.tsx';
import { useDrafted } from '../../drafts/use-drafted.ts';
import { t } from '../../locale/index.ts';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { Field, TextField } from '../../look/Field.tsx';
import { FieldError } from '../../look/FieldFrame.tsx';
import { say, useVault } from '../../vault/session.ts';
import { OutsideFields } from './OutsideFields.tsx';
import { Subjects } from './Subjects.tsx';
import { areAlike, asProposed, type DoorForm, doorForm, OFFERED, subjectsIn } from './door-form.ts';

interface Props {
  members: readonly MemberView[];
  /** The page as it stands, or was proposed. */
  before: DoorView | null;
  onClose: () => void;
  onSigned: () => void;
}

export function DoorDialog(props: Props) {
  return (
    <Dialog open title={t('letters.door.title')} onClose={props.onClose}>
      <Form {...props} />
    </Dialog>
  );
}

function Form({ members, before, onClose, onSigned }: Props) {
  const vault = useVault();
  const form = useDrafted<DoorForm>({
    place: { dossier: null, about: 'door', purpose: 'public page' },
    title: t('letters.door.title'),
    begin: doorForm(before),
  });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { typed } = form;
  const text = (name: string): string => {
    const value = typed[name];
    return typeof value === 'string' ? value : '';
  };
  const reads = Array.isArray(typed['reads']) ? typed['reads'] : [];
  const sign = async (): Promise<void> => {
    const proposed = asProposed(typed, before);
    if (proposed === null) return setProblem(t('letters.door.incomplete'));
    if (writeNotice(proposed.notice).length > NOTICE_LIMITS.bytes)
      return setProblem(t('letters.feedback.tooMuch'));
    if (areAlike(proposed.readers)) return setProblem(t('letters.door.alike'));
    setBusy(true);
    const outcome = await vault.proposeDoor(proposed);
    setBusy(false);
    setProblem(outcome.ok ? undefined : say(outcome.failure));
    if (!outcome.ok) return;
    form.done();
    onSigned();
  };
  if (!form.ready) return null;
  return (
    <form
      class="stack"
      key={form.turn}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void sign();
      }}
    >
      <TextField
        label={t('letters.door.name')}
        hint={t('letters.door.nameHint')}
        value={text('name')}
        max={NOTICE_LIMITS.name}
        onValue={(name) => form.put({ name })}
      />
      <TextField
        label={t('letters.door.phone')}
        exact
        value={text('phone')}
        max={NOTICE_LIMITS.phone}
        onValue={(phone) => form.put({ phone })}
      />
      <TextField
        label={t('letters.door.danger')}
        exact
        value={text('danger')}
        max={NOTICE_LIMITS.phone}
        onValue={(danger) => form.put({ danger })}
      />
      <TextField
        label={t('letters.door.days')}
        exact
        value={text('days')}
        onValue={(days) => form.put({ days })}
      />
      <p class="muted">{t('letters.door.languagesHint')}</p>
      {OFFERED.map((language) => (
        <div key={language} class="stack stack-tight" lang={language}>
          <Field label={t('letters.door.about', { language: LANGUAGE_NAMES[language] })}>
            {(control) => (
              <textarea
                {...control}
                rows={2}
                maxLength={NOTICE_LIMITS.about}
                value={text(`about ${language}`)}
                onInput={(event) => form.put({ [`about ${language}`]: event.currentTarget.value })}
              />
            )}
          </Field>
          <TextField
            label={t('letters.door.hours', { language: LANGUAGE_NAMES[language] })}
            value={text(`hours ${language}`)}
            max={NOTICE_LIMITS.hours}
            onValue={(hours) => form.put({ [`hours ${language}`]: hours })}
          />
        </div>
      ))}
      <ChoiceGroup legend={t('letters.door.readers')} hint={t('letters.door.readersHint')}>
        {members
          .filter(({ role }) => role !== 'viewer')
          .map(({ account, name, role }) => (
            <div key={account} class="stack stack-tight">
              <Choice
                type="checkbox"
                label={name}
                checked={reads.includes(account)}
                onChange={(isReader) =>
                  form.put({
                    reads: isReader ? [...reads, account] : reads.filter((each) => each !== account),
                    [`as ${account}`]: text(`as ${account}`) || t(`people.role.${role}`),
                  })
                }
              />
              {reads.includes(account) && (
                <TextField
                  label={t('letters.door.as', { name })}
                  value={text(`as ${account}`)}
                  max={60}
                  onValue={(called) => form.put({ [`as ${account}`]: called })}
                />
              )}
            </div>
          ))}
      </ChoiceGroup>
      <Choice
        type="checkbox"
        label={t('letters.door.flood')}
        hint={t('letters.door.floodHint')}
        checked={typed['flood'] === true}
        onChange={(flood) => form.put({ flood })}
      />
      <OutsideFields typed={typed} put={(part) => form.put(part)} />
      <Subjects
        chosen={subjectsIn(typed)}
        onChange={(subjects) => form.put({ subjects: subjects as unknown as Value })}
      />
      <FieldError text={problem} />
      <FormFoot form={form} save={t('letters.door.propose')} busy={busy} onClose={onClose} />
    </form>
  );
}
