import { countFeedback } from '@dayaq/acts/complaint/count';
import { toldText } from '@dayaq/domain';
import type { DossierRow, Id } from '@dayaq/vault/client';
import { dateIn } from '../cases/detail/when.ts';
import { codeLabel } from '../fields/index.ts';
import { sayDate } from '../fields/say-date.ts';
import { useRoom } from '../cases/use-room.ts';
import { useLinkNames } from '../links/link-names.ts';
import { t, translator } from '../locale/index.ts';
import { Tag } from '../look/Tag.tsx';
import { ComplaintDialog } from './ComplaintDialog.tsx';
import { OpenAndEndedList, OpenAndEndedRow } from './OpenAndEndedList.tsx';
import type { OpenAndEnded } from './use-open-and-ended.ts';

/** Letters of what was said in a row. */
const LONGEST = 120;

/** Complaints about providers and about us, as far as this member may open them: what waits for an answer, and until when. */
export function ComplaintList({ complaints, open }: { complaints: OpenAndEnded; open: Id | null }) {
  return (
    <>
      <OpenAndEndedList
        id="inbox-complaints"
        words={{
          title: t('referrals.complaints.title'),
          add: t('referrals.complaints.add'),
          most: t('referrals.complaints.most', { count: complaints.open.length }),
          ended: t('referrals.complaints.ended'),
        }}
        list={complaints}
        row={(row, room) => <ComplaintRow key={row.id} row={row} open={open} today={room?.today ?? ''} />}
        dialog={(room, onClose) => (
          <ComplaintDialog room={room} complaint={null} does="tell" onClose={onClose} />
        )}
        open={open}
      />
      <Counted rows={[...complaints.open, ...complaints.ended]} />
    </>
  );
}

/** How much feedback there is on each thing, and what came of it, of what is listed above. */
function Counted({ rows }: { rows: readonly DossierRow[] }) {
  const room = useRoom();
  const links = useLinkNames(
    rows.map((row) => toldText(row, 'subject')).filter((id) => id !== ''),
    { translator: translator.value, members: room?.members ?? [], country: room?.country ?? '' },
  );
  if (room === null || rows.length === 0) return null;
  return (
    <details class="inbox-part">
      <summary>{t('letters.feedback.counts')}</summary>
      <p class="muted small">{t('letters.feedback.countsHint', { count: rows.length })}</p>
      <ul>
        {countFeedback(rows, room.today).map(({ about, subject, ...count }) => (
          <li key={`${about} ${subject}`}>
            <span class="strong">
              {links.nameOf(subject) ?? codeLabel(translator.value, 'complaint-subjects', about)}
            </span>{' '}
            {t('letters.feedback.count', count)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function ComplaintRow({ row, open, today }: { row: DossierRow; open: Id | null; today: string }) {
  const words = translator.value;
  const isOpen = row.codes['state']?.[0] === 'open';
  const about = row.codes['about']?.[0] ?? '';
  const due = dateIn(row.told['due'])?.day ?? '';
  const isLate = isOpen && due !== '' && due < today;
  const day = sayDate(words, { day: due });
  return (
    <OpenAndEndedRow
      row={row}
      open={open}
      icon="warning"
      waits={isOpen}
      title={toldText(row, 'provider') || codeLabel(words, 'complaint-subjects', about)}
      tag={isLate && <Tag tone="w">{t('referrals.complaints.late', { day })}</Tag>}
      notes={[
        isOpen && !isLate && due !== '' ? t('referrals.complaints.due', { day }) : '',
        toldText(row, 'words').slice(0, LONGEST),
      ]}
    />
  );
}
