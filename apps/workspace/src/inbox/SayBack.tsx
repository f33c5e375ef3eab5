import { owedBack, saidBack, wordsBack } from '@dayaq/acts/complaint/complaint';
import { valuesOf } from '@dayaq/acts/record-values';
import { fieldOf } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { FieldError } from '../look/FieldFrame.tsx';
import { announce } from '../look/live.tsx';
import { say } from '../vault/session.ts';

/** Characters of one reply to a letter. */
function longest(): number {
  const type = fieldOf('letter-reply', 'words')?.type;
  return type?.is === 'text' ? type.max : 0;
}

/** What whoever wrote has not been told yet: the answer, or what changed because of it. They read it with their words. */
export function SayBack({ room: { vault, today }, complaint }: { room: Room; complaint: RecordView }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const values = valuesOf(complaint);
  const what = owedBack(values);
  const letter = values['letter'];
  if (what === null || typeof letter !== 'string') return null;
  const words = wordsBack(values, what);
  const over = words.length - longest();
  const send = async (): Promise<void> => {
    setBusy(true);
    // Asked under one name: a press that is repeated after a crash sends it no second time.
    const asked = `said back ${complaint.id} ${what}`;
    const sent = await vault.answerLetter({ dossier: letter, words, today, asked });
    const noted = sent.ok
      ? await vault.save({ dossier: complaint.id, changes: saidBack(complaint.id, what, today) })
      : sent;
    setBusy(false);
    setProblem(noted.ok ? undefined : say(noted.failure));
    if (noted.ok) announce(t('letters.one.kept'));
  };
  return (
    <section class="stack stack-tight" aria-labelledby="say-back">
      <h3 id="say-back">
        {t(what === 'answer' ? 'letters.feedback.owedAnswer' : 'letters.feedback.owedChange')}
      </h3>
      <blockquote class="held-words value-long">{words}</blockquote>
      <FieldError text={over > 0 ? t('shell.tooLong', { count: over }) : problem} />
      <div class="buttons">
        <Button busy={busy} disabled={over > 0} onClick={() => void send()}>
          {t('letters.feedback.sayBack')}
        </Button>
      </div>
    </section>
  );
}
