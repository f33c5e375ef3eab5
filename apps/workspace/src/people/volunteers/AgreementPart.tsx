import { agreementChanges, agreementName, wordsFor } from '@dayaq/acts/volunteer/volunteer';
import {
  createTranslator,
  formatDate,
  type Language,
  LANGUAGE_NAMES,
  LANGUAGES,
  loadInnerWords,
} from '@dayaq/locale';
import type { Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import type { Room } from '../../cases/room.ts';
import { FormFoot } from '../../drafts/FormFoot.tsx';
import { useDrafted } from '../../drafts/use-drafted.ts';
import { language, t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Field } from '../../look/Field.tsx';
import { announce } from '../../look/live.tsx';
import { say, useQuery } from '../../vault/session.ts';
import type { Helping } from './use-volunteers.ts';

interface Props {
  room: Room;
  helping: Helping;
  isKeyholder: boolean;
}

type Wording = Record<Language, string>;

/** What volunteers agree to: the wording that holds now, and the way to another one. */
export function AgreementPart({ room, helping, isKeyholder }: Props) {
  const [isWriting, setIsWriting] = useState(false);
  const [now] = helping.agreements;
  const { data: ours } = useQuery(isWriting ? () => oursIn() : () => Promise.resolve(null), [isWriting], []);
  return (
    <section class="stack stack-tight" aria-labelledby="agreement">
      <h2 id="agreement">{t('volunteers.agreement.title')}</h2>
      {now === undefined ? (
        <p>{t('volunteers.agreement.none')}</p>
      ) : (
        <details>
          <summary>
            {t('volunteers.agreement.version', {
              number: now.number,
              date: formatDate(language.value, now.since, 'long'),
            })}
          </summary>
          <Words text={wordsFor(now, language.value)} />
        </details>
      )}
      <p class="muted small">{t('volunteers.agreement.before')}</p>
      {isKeyholder && !isWriting && (
        <div>
          <Button kind="plain" onClick={() => setIsWriting(true)}>
            {t(now === undefined ? 'volunteers.agreement.make' : 'volunteers.agreement.reword')}
          </Button>
        </div>
      )}
      {isWriting && ours != null && (
        <WordingForm
          room={room}
          dossier={helping.dossier}
          number={(now?.number ?? 0) + 1}
          begin={{ ...ours, ...now?.words }}
          onClose={() => setIsWriting(false)}
        />
      )}
    </section>
  );
}

export function Words({ text: { language: spoken, text } }: { text: { language: Language; text: string } }) {
  return (
    <div class="stack stack-tight" lang={spoken}>
      {text.split('\n\n').map((paragraph, at) => (
        <p key={at} class="value-long">
          {paragraph}
        </p>
      ))}
    </div>
  );
}

async function oursIn(): Promise<Wording> {
  const said = await Promise.all(
    LANGUAGES.map(async (each) => {
      const words = createTranslator(each, await loadInnerWords(each));
      return [each, words.t('volunteers.agreement.ours')] as const;
    }),
  );
  return Object.fromEntries(said) as Wording;
}

interface FormProps {
  room: Room;
  dossier: Id;
  number: number;
  begin: Wording;
  onClose: () => void;
}

function WordingForm({ room, dossier, number, begin, onClose }: FormProps) {
  const form = useDrafted<Wording>({
    place: { dossier, about: 'agreement', purpose: agreementName(number) },
    title: t('volunteers.agreement.title'),
    begin,
    close: onClose,
  });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  if (!form.ready) return null;
  const keep = async (): Promise<void> => {
    if (LANGUAGES.some((each) => form.typed[each].trim() === ''))
      return setProblem(t('volunteers.agreement.missing'));
    setBusy(true);
    const [record = ''] = await room.vault.idsFor([agreementName(number)]);
    const changes = agreementChanges(record, number, form.typed, room.today);
    const kept = await room.vault.save({ dossier, changes });
    setBusy(false);
    setProblem(kept.ok ? undefined : say(kept.failure));
    if (!kept.ok) return;
    form.done();
    announce(t('volunteers.agreement.saved'));
    onClose();
  };
  return (
    <form
      class="stack"
      aria-label={t('volunteers.agreement.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void keep();
      }}
    >
      <p class="muted">
        {t(number === 1 ? 'volunteers.agreement.noneHint' : 'volunteers.agreement.rewordHint')}
      </p>
      {LANGUAGES.map((each, at) => (
        <Field
          key={each}
          label={t('volunteers.agreement.in', { language: LANGUAGE_NAMES[each] })}
          error={at === 0 ? problem : undefined}
        >
          {(control) => (
            <textarea
              {...control}
              key={form.turn}
              rows={10}
              maxLength={8000}
              lang={each}
              value={form.typed[each]}
              onInput={(event) => form.put({ [each]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
      <FormFoot form={form} save={t('volunteers.agreement.save')} busy={busy} onClose={onClose} />
    </form>
  );
}
