import { textIn, valuesOf } from '@dayaq/acts/record-values';
import { groupOf } from '@dayaq/domain';
import type { DossierView, Id, RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { memberName, type Room } from '../cases/room.ts';
import { fieldLabel, type Surroundings, valueText } from '../fields/index.ts';
import { sayMoment } from '../fields/say-date.ts';
import { linkedIds, useLinkNames } from '../links/link-names.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Tag } from '../look/Tag.tsx';
import { say, useQuery } from '../vault/session.ts';
import { ComplaintDialog } from './ComplaintDialog.tsx';
import { SayBack } from './SayBack.tsx';

/** One complaint, whole, with its answer or the way to it. */
export function ComplaintDetail({ room, id }: { room: Room; id: Id }) {
  const { data } = useQuery((vault) => vault.dossier(id), [id], ['complaint']);
  if (data === undefined) return <p class="muted">{t('cases.list.loading')}</p>;
  const root = data.ok ? data.value.records.find((record) => record.id === id && !record.deleted) : undefined;
  if (!data.ok || root === undefined)
    return <p role="alert">{data.ok ? t('referrals.inbox.gone') : say(data.failure)}</p>;
  return <Shown room={room} dossier={data.value} complaint={root} />;
}

/** Said above the rest, or by the answer. */
const APART: readonly string[] = ['words', 'owner'];
const DAYS: readonly string[] = ['answered', 'changedOn', 'answerSaid', 'changeSaid'];

function Shown({ room, dossier, complaint }: { room: Room; dossier: DossierView; complaint: RecordView }) {
  const { translator, members, country, role } = room;
  const [does, setDoes] = useState<'tell' | 'answer' | 'change' | null>(null);
  const links = useLinkNames(linkedIds([complaint]), room);
  const around: Surroundings = { translator, members, country, records: [], links };
  const values = valuesOf(complaint);
  const words = (field: string): string =>
    valueText({ ...around, kind: 'complaint', field, value: values[field] ?? null, values });
  const isOpen = textIn(complaint, 'state') === 'open';
  const letter = textIn(complaint, 'letter');
  const facts = [
    ...['told', 'answer', 'change'].flatMap((group) => groupOf('complaint', group)),
    ...DAYS,
  ].filter((field) => !APART.includes(field) && words(field) !== '');
  const readers = dossier.readers.map((account) => memberName(room, account)).join(', ');
  return (
    <article class="referrals stack" aria-labelledby="complaint-title">
      <div class="referral-head">
        <h2 id="complaint-title" class="grow">
          {words('subject') || words('provider') || words('colleague') || t('referrals.complaints.one')}
        </h2>
        <Tag {...(isOpen ? { tone: 'w' as const } : {})}>{words('state')}</Tag>
      </div>
      <p class="muted small">
        {t('referrals.complaints.by', {
          name: memberName(room, complaint.created.by),
          when: sayMoment(translator, complaint.created.at),
        })}
      </p>
      <p>{t('referrals.complaints.owner', { name: words('owner') })}</p>
      <blockquote class="held-words value-long">{words('words')}</blockquote>
      <dl class="story-facts">
        {facts.map((field) => (
          <div key={field}>
            <dt>{fieldLabel(translator, 'complaint', field)}</dt>
            <dd>{words(field)}</dd>
          </div>
        ))}
      </dl>
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
