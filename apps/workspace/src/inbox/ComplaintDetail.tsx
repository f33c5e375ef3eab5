import { textIn } from '@dayaq/acts/record-values';
import { groupOf } from '@dayaq/domain';
import type { DossierView, Id, RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { memberName, type Room } from '../cases/room.ts';
import { OneRoot } from '../dossier/OneRoot.tsx';
import { sayMoment } from '../fields/say-date.ts';
import { linkedIds, useLinkNames } from '../links/link-names.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { ComplaintDialog } from './ComplaintDialog.tsx';
import { HeardFacts, HeardHead, wordsOf } from './heard.tsx';
import { SayBack } from './SayBack.tsx';

/** One complaint, whole, with its answer or the way to it. */
export function ComplaintDetail({ room, id }: { room: Room; id: Id }) {
  return (
    <OneRoot id={id} kinds={['complaint']}>
      {(root, whole) => <Shown room={room} dossier={whole} complaint={root} />}
    </OneRoot>
  );
}

/** Said above the rest, or by the answer. */
const APART: readonly string[] = ['words', 'owner'];
const DAYS: readonly string[] = ['answered', 'changedOn', 'answerSaid', 'changeSaid'];

function Shown({ room, dossier, complaint }: { room: Room; dossier: DossierView; complaint: RecordView }) {
  const { translator, role } = room;
  const [does, setDoes] = useState<'tell' | 'answer' | 'change' | null>(null);
  const links = useLinkNames(linkedIds([complaint]), room);
  const words = wordsOf(complaint, room, links);
  const isOpen = textIn(complaint, 'state') === 'open';
  const letter = textIn(complaint, 'letter');
  const facts = [
    ...['told', 'answer', 'change'].flatMap((group) => groupOf('complaint', group)),
    ...DAYS,
  ].filter((field) => !APART.includes(field));
  const readers = dossier.readers.map((account) => memberName(room, account)).join(', ');
  return (
    <article class="referrals stack" aria-labelledby="complaint-title">
      <HeardHead
        id="complaint-title"
        title={words('subject') || words('provider') || words('colleague') || t('referrals.complaints.one')}
        state={words('state')}
        tone={isOpen ? 'w' : null}
      />
      <p class="muted small">
        {t('referrals.complaints.by', {
          name: memberName(room, complaint.created.by),
          when: sayMoment(translator, complaint.created.at),
        })}
      </p>
      <p>{t('referrals.complaints.owner', { name: words('owner') })}</p>
      <blockquote class="held-words value-long">{words('words')}</blockquote>
      <HeardFacts room={room} kind="complaint" fields={facts} words={words} />
      {letter !== '' && (
        <p>
          <a href={`/inbox/${letter}`}>{t('letters.feedback.letter')}</a>
        </p>
      )}
      {role !== 'viewer' && <SayBack room={room} complaint={complaint} />}
      {dossier.restricted && (
        <p class="muted small">{t('referrals.complaints.readers', { names: readers })}</p>
      )}
      {role !== 'viewer' && (
        <div class="buttons">
          {isOpen ? (
            <Button onClick={() => setDoes('answer')}>{t('referrals.complaints.answer')}</Button>
          ) : (
            <Button kind="plain" onClick={() => setDoes('change')}>
              {t('letters.feedback.led')}
            </Button>
          )}
          <Button kind="quiet" onClick={() => setDoes('tell')}>
            {t('referrals.complaints.edit')}
          </Button>
        </div>
      )}
      {does !== null && (
        <ComplaintDialog room={room} complaint={complaint.id} does={does} onClose={() => setDoes(null)} />
      )}
    </article>
  );
}
