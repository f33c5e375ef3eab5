import { fieldOf } from '@dayaq/domain';
import type { Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { FormFoot } from '../drafts/FormFoot.tsx';
import { useDrafted } from '../drafts/use-drafted.ts';
import { t } from '../locale/index.ts';
import { Field } from '../look/Field.tsx';
import { announce } from '../look/live.tsx';
import { say } from '../vault/session.ts';

/** Characters of one reply: every one that is sent is as long as any other. */
function longest(): number {
  const type = fieldOf('letter-reply', 'words')?.type;
  return type?.is === 'text' ? type.max : 0;
}

interface Props {
  room: Room;
  letter: Id;
}

/** What is answered to a letter, one reply after the other. */
export function LetterReply(props: Props) {
  const [sent, setSent] = useState(0);
  return <Reply key={sent} {...props} onSent={() => setSent(sent + 1)} />;
}

/** One reply; its words are kept while they are typed. */
function Reply({ room, letter, onSent }: Props & { onSent: () => void }) {
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
  if (!form.ready) return null;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void send();
      }}
    >
      <Field
        label={t('letters.one.write')}
        hint={t('letters.one.writeHint')}
        error={over > 0 ? t('shell.tooLong', { count: over }) : problem}
      >
        {(control) => (
          <textarea
            {...control}
            key={form.turn}
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
