import { fieldOf } from '@dayaq/domain';
import type { Id } from '@dayaq/vault/client';
import { useRef, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { FormFoot } from '../drafts/FormFoot.tsx';
import { useDrafted } from '../drafts/use-drafted.ts';
import { language, t } from '../locale/index.ts';
import { Field } from '../look/Field.tsx';
import { announce } from '../look/live.tsx';
import { say } from '../vault/session.ts';
import { READY_REPLIES, readyReply, withReady } from './ready-replies.ts';

/** Characters of one reply: every one that is sent is as long as any other. */
function longest(): number {
  const type = fieldOf('letter-reply', 'words')?.type;
  return type?.is === 'text' ? type.max : 0;
}

interface Props {
  room: Room;
  letter: Id;
  /** In which its sender wrote. */
  wrote: string;
}

/** What is answered to a letter, one reply after the other. */
export function LetterReply(props: Props) {
  const [sent, setSent] = useState(0);
  return <Reply key={sent} {...props} onSent={() => setSent(sent + 1)} />;
}

/** One reply; its words are kept while they are typed. */
function Reply({ room, letter, wrote, onSent }: Props & { onSent: () => void }) {
  const { vault, today } = room;
  const form = useDrafted({
    place: { dossier: letter, about: letter, purpose: 'reply' },
    title: t('letters.one.write'),
    begin: { words: '' },
  });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const words = form.typed.words;
  const over = words.length - longest();
  const send = async (): Promise<void> => {
    if (words.trim() === '' || over > 0) return;
    setBusy(true);
    const kept = await vault.answerLetter({ dossier: letter, words: words.trim(), today });
    setBusy(false);
    setProblem(kept.ok ? undefined : say(kept.failure));
    if (!kept.ok) return;
    form.done();
    announce(t('letters.one.kept'));
    onSent();
  };
  /** Counts what was put in: the field that shows it is a new one. */
  const [puts, setPuts] = useState(0);
  const typedNow = useRef(words);
  typedNow.current = words;
  const chosenBefore = useRef('');
  const putIn = async (chosen: string): Promise<void> => {
    const which = READY_REPLIES.find((each) => each === chosen);
    if (which === undefined) return;
    const ready = await readyReply(which, wrote, language.value);
    form.put({ words: withReady(typedNow.current, ready, chosenBefore.current) });
    chosenBefore.current = ready;
    setPuts(puts + 1);
  };
  if (!form.ready) return null;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void send();
      }}
    >
      <Field label={t('letters.ready.begin')} hint={t('letters.ready.hint')}>
        {(control) => (
          <select {...control} value="" onChange={(event) => void putIn(event.currentTarget.value)}>
            <option value="">{t('letters.ready.none')}</option>
            {READY_REPLIES.map((each) => (
              <option key={each} value={each}>
                {t(`letters.ready.is.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={t('letters.one.write')}
        hint={t('letters.one.writeHint')}
        error={over > 0 ? t('shell.tooLong', { count: over }) : problem}
      >
        {(control) => (
          <textarea
            {...control}
            key={`${form.turn} ${puts}`}
            rows={4}
            value={words}
            onInput={(event) => form.put({ words: event.currentTarget.value })}
          />
        )}
      </Field>
      <FormFoot form={form} save={t('letters.one.send')} busy={busy} onClose={() => history.back()} />
    </form>
  );
}
