import { formatMoment } from '@dayaq/locale';
import type { Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { draftTitle, type IntakeDraft } from '@dayaq/acts/intake/draft';
import type { KeptDraft } from './kept-drafts.ts';
import type { IntakeRoom } from './room.ts';
import { dropFiles } from './steps/recordings.tsx';
import { STEP_WORDS } from './step-words.ts';
import { Button } from '../look/Button.tsx';

interface DraftsProps {
  room: IntakeRoom;
  kept: readonly KeptDraft[];
  onFresh: () => void;
  onContinue: (one: { id: Id; draft: IntakeDraft }) => void;
  onDiscarded: () => void;
}

/** What was begun and not finished, newest first. Discarding asks once, in place. */
export function Drafts({ room, kept, onFresh, onContinue, onDiscarded }: DraftsProps) {
  const { t, language } = room.translator;
  const [sure, setSure] = useState<Id | null>(null);
  const discard = async (id: Id, draft: IntakeDraft) => {
    await room.vault.dropDraft(id);
    await dropFiles(room.vault, draft.ids['case'] ?? '', draft.files);
  };
  return (
    <div class="intake">
      <div class="intake-title">
        <h2>{t('intake.drafts.title')}</h2>
        <p class="muted">{t('intake.drafts.lead')}</p>
      </div>
      <ul class="intake-drafts">
        {kept.map(({ id, updated, draft }) => (
          <li key={id}>
            <div>
              <p class="strong">{draftTitle(draft) || t('intake.drafts.noName')}</p>
              <p class="muted small">
                {formatMoment(language, updated)} · {t(STEP_WORDS[draft.step].title)}
              </p>
            </div>
            {sure === id ? (
              <div class="stack stack-tight" role="alert">
                <p>{t('intake.drafts.discardSure')}</p>
                <div class="buttons">
                  <Button kind="danger" onClick={() => void discard(id, draft).then(onDiscarded)}>
                    {t('intake.drafts.discard')}
                  </Button>
                  <Button kind="plain" onClick={() => setSure(null)}>
                    {t('intake.drafts.keep')}
                  </Button>
                </div>
              </div>
            ) : (
              <div class="buttons">
                <Button onClick={() => onContinue({ id, draft })}>{t('intake.drafts.continue')}</Button>
                <Button kind="quiet" onClick={() => setSure(id)}>
                  {t('intake.drafts.discard')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Button kind="plain" wide onClick={onFresh}>
        {t('intake.drafts.fresh')}
      </Button>
    </div>
  );
}
