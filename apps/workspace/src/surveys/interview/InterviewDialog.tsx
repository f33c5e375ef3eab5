import type { Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { readSurvey, soundsOf } from '@dayaq/domain/survey';
import type { Room } from '../../cases/room.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { Notice } from '../../look/Notice.tsx';
import { showAlone } from '../../shell/alone.ts';
import { say } from '../../vault/session.ts';
import { ownStore } from '../../vault/shelves.ts';

interface Props {
  room: Room;
  /** The survey's dossier. */
  id: Id;
  hash: string;
  phone: string;
  onClose: () => void;
}

/** Before the device goes round: what happens to it, and to what is said. */
export function InterviewDialog({ room, id, hash, phone, onClose }: Props) {
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  async function handOver(): Promise<void> {
    setBusy(true);
    const wrong = await begin().catch(() => t('interviews.failed'));
    setBusy(false);
    setProblem(wrong ?? undefined);
  }
  /** Null once it is shown. */
  async function begin(): Promise<string | null> {
    const begun = await room.vault.beginRound({ dossier: id, hash });
    if (!begun.ok) return say(begun.failure);
    const survey = readSurvey(begun.value.made);
    if (survey === null) return t('surveys.notRead');
    // All of it is here before the lock: there may be no network where people are asked.
    const [{ interviewsOn }, { InterviewPage, wordsOf }] = await Promise.all([
      import('@dayaq/vault/browser/round'),
      import('./InterviewPage.tsx'),
    ]);
    const words = await wordsOf(survey.languages);
    const sounds = new Map<string, Uint8Array>();
    for (const hash of soundsOf(survey)) {
      const sound = await room.vault.publishedSound(hash);
      if (!sound.ok) return t('sounds.notHere');
      sounds.set(hash, sound.value);
    }
    const interviews = interviewsOn(ownStore, begun.value);
    const readers = begun.value.readers.map(({ name }) => name);
    const isShown = await showAlone(() => (
      <InterviewPage
        survey={survey}
        words={words}
        interviews={interviews}
        readers={readers}
        phone={phone}
        sounds={sounds}
      />
    ));
    return isShown ? null : t('interviews.failed');
  }
  return (
    <Dialog open title={t('interviews.title')} onClose={onClose}>
      <p>{t('interviews.about')}</p>
      <p>{t('interviews.sealed')}</p>
      <p>{t('interviews.sent')}</p>
      {problem !== undefined && (
        <Notice tone="w" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      <div class="buttons">
        <Button busy={busy} onClick={() => void handOver()}>
          {t('interviews.handOver')}
        </Button>
      </div>
    </Dialog>
  );
}
