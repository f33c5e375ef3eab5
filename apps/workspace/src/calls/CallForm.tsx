import { type Call, CALL_AIMS, CALL_LIMITS, KEEP_MONTHS, wordsIn, writeSurvey } from '@dayaq/domain/survey';
import { LANGUAGE_NAMES, type Language } from '@dayaq/locale';
import type { Change, Id, Value } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { FormFoot } from '../drafts/FormFoot.tsx';
import { useDrafted } from '../drafts/use-drafted.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Choice, ChoiceGroup } from '../look/Choice.tsx';
import { Field, TextField } from '../look/Field.tsx';
import { FieldError } from '../look/FieldFrame.tsx';
import { announce } from '../look/live.tsx';
import { say } from '../vault/session.ts';
import {
  type CallForm as Typed,
  callForm,
  READY,
  madeCall,
  MOST_OWN,
  type Own,
  ownIn,
  readyIn,
  textOf,
} from './made-call.ts';

interface Props {
  room: Room;
  /** Null: a new one. */
  id: Id | null;
  call: Call | null;
  /** In which the public page stands. */
  languages: readonly Language[];
  onClose: () => void;
  onKept: (id: Id) => void;
}

/** Everything that a call says and asks. Each question says why it is asked. */
export function CallForm({ room, id, call, languages, onClose, onKept }: Props) {
  const form = useDrafted<Typed>({
    place: { dossier: id, about: id ?? 'call', purpose: 'call' },
    title: t('calls.form.title'),
    begin: callForm(call),
  });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  if (!form.ready) return null;
  const { typed } = form;
  const ready = readyIn(typed);
  const own = ownIn(typed);
  const putOwn = (next: readonly Own[]): void => form.put({ own: next as unknown as Value });

  async function keep(): Promise<void> {
    const made = await madeCall(typed, languages);
    if ('fault' in made) return setProblem(t(`calls.form.fault.${made.fault}`));
    setBusy(true);
    const dossier = id ?? (await room.vault.newId());
    const [first = 'en'] = languages;
    const name = wordsIn(made.call.title, first, made.call).slice(0, 300);
    const changes: Change[] = [
      {
        kind: 'call',
        record: dossier,
        fields: {
          name: { set: name },
          made: { set: writeSurvey(made.call) },
          ...(id === null ? { begun: { set: { day: room.today } } } : {}),
        },
      },
    ];
    const saved = await room.vault.save({ dossier, changes });
    setBusy(false);
    setProblem(saved.ok ? undefined : say(saved.failure));
    if (!saved.ok) return;
    form.done();
    announce(t('calls.saved'));
    onKept(dossier);
  }

  return (
    <form
      class="stack"
      key={form.turn}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void keep();
      }}
    >
      <ChoiceGroup legend={t('calls.form.aim')} chips>
        {CALL_AIMS.map((aim) => (
          <Choice
            key={aim}
            type="radio"
            name="call-aim"
            label={t(`calls.aim.${aim}`)}
            checked={typed['aim'] === aim}
            onChange={() => form.put({ aim })}
          />
        ))}
      </ChoiceGroup>
      {languages.map((language) => (
        <Said key={language} language={language} typed={typed} put={(part) => form.put(part)} />
      ))}
      <TextField
        label={t('calls.form.from')}
        hint={t('calls.form.agesHint')}
        exact
        value={textOf(typed, 'from')}
        onValue={(from) => form.put({ from })}
      />
      <TextField
        label={t('calls.form.to')}
        exact
        value={textOf(typed, 'to')}
        onValue={(to) => form.put({ to })}
      />
      <Field label={t('calls.form.deadline')} hint={t('calls.form.deadlineHint')}>
        {(control) => (
          <input
            {...control}
            type="date"
            value={textOf(typed, 'deadline')}
            onInput={(event) => form.put({ deadline: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t('calls.form.keep')} hint={t('calls.form.keepHint')}>
        {(control) => (
          <select
            {...control}
            value={textOf(typed, 'keep')}
            onChange={(event) => form.put({ keep: event.currentTarget.value })}
          >
            {KEEP_MONTHS.map((months) => (
              <option key={months} value={String(months)}>
                {t('calls.form.months', { count: months })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ChoiceGroup legend={t('calls.form.ready')} hint={t('calls.form.readyHint')}>
        {READY.map((name) => (
          <Choice
            key={name}
            type="checkbox"
            label={t(`calls.ready.${name}`)}
            checked={ready.includes(name)}
            onChange={(isAsked) =>
              form.put({ ready: isAsked ? [...ready, name] : ready.filter((each) => each !== name) })
            }
          />
        ))}
      </ChoiceGroup>
      {own.map((each, at) => (
        <OwnQuestion
          key={at}
          at={at}
          own={each}
          languages={languages}
          onChange={(changed) => putOwn(own.map((one, where) => (where === at ? changed : one)))}
          onRemove={() => putOwn(own.filter((_, where) => where !== at))}
        />
      ))}
      {own.length < MOST_OWN && (
        <div>
          <Button kind="plain" onClick={() => putOwn([...own, { ask: {}, why: {}, identifies: false }])}>
            {t('calls.form.add')}
          </Button>
        </div>
      )}
      <FieldError text={problem} />
      <FormFoot form={form} save={t('calls.form.save')} busy={busy} onClose={onClose} />
    </form>
  );
}

/** What is said of the call in one language. */
function Said({ language, typed, put }: { language: Language; typed: Typed; put: (part: Typed) => void }) {
  const called = LANGUAGE_NAMES[language];
  const area = (name: 'about' | 'who' | 'stages', hint: string) => (
    <Field label={t(`calls.form.${name}`, { language: called })} hint={hint}>
      {(control) => (
        <textarea
          {...control}
          rows={3}
          value={textOf(typed, `${name} ${language}`)}
          onInput={(event) => put({ [`${name} ${language}`]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <div class="stack stack-tight" lang={language}>
      <TextField
        label={t('calls.form.called', { language: called })}
        value={textOf(typed, `title ${language}`)}
        max={300}
        onValue={(title) => put({ [`title ${language}`]: title })}
      />
      {area('about', t('calls.form.aboutHint'))}
      {area('who', t('calls.form.whoHint'))}
      {area('stages', t('calls.form.stagesHint', { most: CALL_LIMITS.stages }))}
    </div>
  );
}

interface OwnProps {
  at: number;
  own: Own;
  languages: readonly Language[];
  onChange: (own: Own) => void;
  onRemove: () => void;
}

/** A question of one's own, in each language of the page, with why it is asked. */
function OwnQuestion({ at, own, languages, onChange, onRemove }: OwnProps) {
  return (
    <fieldset class="stack stack-tight">
      <legend>{t('calls.form.own', { number: at + 1 })}</legend>
      {languages.map((language) => (
        <div key={language} class="stack stack-tight" lang={language}>
          <TextField
            label={t('calls.form.ask', { language: LANGUAGE_NAMES[language] })}
            value={own.ask[language] ?? ''}
            max={600}
            onValue={(text) => onChange({ ...own, ask: { ...own.ask, [language]: text } })}
          />
          <TextField
            label={t('calls.form.why', { language: LANGUAGE_NAMES[language] })}
            value={own.why[language] ?? ''}
            max={600}
            onValue={(text) => onChange({ ...own, why: { ...own.why, [language]: text } })}
          />
        </div>
      ))}
      <Choice
        type="checkbox"
        label={t('calls.form.identifies')}
        checked={own.identifies}
        onChange={(identifies) => onChange({ ...own, identifies })}
      />
      <div>
        <Button kind="quiet" onClick={onRemove}>
          {t('calls.form.remove')}
        </Button>
      </div>
    </fieldset>
  );
}
