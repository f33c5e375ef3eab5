import { readSurvey } from '@dayaq/domain/survey';
import type { Id, Outcome } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import type { Room } from '../../cases/room.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { InterviewDialog } from './InterviewDialog.tsx';
import { WaitingInterviews } from './WaitingInterviews.tsx';

interface Props {
  room: Room;
  id: Id;
  hash: string;
  /** What two signed for, once it is here. */
  asked: Outcome<string> | null | undefined;
  phone: string;
}

/** The way to asking on this device, and what waits on it to be sent. */
export function Interviews({ room, id, hash, asked, phone }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const survey = asked?.ok === true ? readSurvey(asked.value) : null;
  if (survey === null || room.role === 'viewer') return null;
  return (
    <>
      <WaitingInterviews />
      {survey.codes === undefined ? (
        <div class="buttons">
          <Button kind="plain" onClick={() => setIsOpen(true)}>
            {t('interviews.act')}
          </Button>
        </div>
      ) : (
        <p class="muted">{t('interviews.codes')}</p>
      )}
      {isOpen && (
        <InterviewDialog room={room} id={id} hash={hash} phone={phone} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}
