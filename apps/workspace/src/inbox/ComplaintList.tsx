import { toldText } from '@dayaq/domain';
import type { DossierRow, Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { useRoom } from '../cases/use-room.ts';
import { dateIn } from '../cases/detail/when.ts';
import { codeLabel } from '../fields/index.ts';
import { sayDate } from '../fields/say-date.ts';
import { t, translator } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Icon } from '../look/Icon.tsx';
import { Tag } from '../look/Tag.tsx';
import { SpaceTag } from '../spaces/SpaceTag.tsx';
import { ComplaintDialog } from './ComplaintDialog.tsx';
import type { Complaints } from './use-complaints.ts';

/** Letters of what was said in a row. */
const LONGEST = 120;

/** Complaints about providers and about us, as far as this member may open them: what waits for an answer, and until when. */
export function ComplaintList({ complaints, open }: { complaints: Complaints; open: Id | null }) {
  const room = useRoom();
  const [writing, setWriting] = useState(false);
  const mayWrite = room !== null && room.role !== 'viewer';
  if (complaints.open.length + complaints.ended.length === 0 && !mayWrite) return null;
  const today = room?.today ?? '';
  return (
    <section aria-labelledby="inbox-complaints">
      <div class="inbox-part spread">
        <h2 class="inbox-title" id="inbox-complaints">
          {t('referrals.complaints.title')}{' '}
          {complaints.open.length > 0 && <span class="muted">{complaints.open.length}</span>}
        </h2>
        {mayWrite && (
          <Button kind="plain" small onClick={() => setWriting(true)}>
            {t('referrals.complaints.add')}
          </Button>
        )}
      </div>
      <ul class="list">
        {complaints.open.map((row) => (
          <ComplaintRow key={row.id} row={row} open={open} today={today} />
        ))}
      </ul>
      {complaints.more && (
        <p class="inbox-part muted small">
          {t('referrals.complaints.most', { count: complaints.open.length })}
        </p>
      )}
      {complaints.ended.length > 0 && (
        <details class="inbox-part" open={complaints.ended.some(({ id }) => id === open)}>
          <summary>{t('referrals.complaints.ended')}</summary>
          <ul class="list">
            {complaints.ended.map((row) => (
              <ComplaintRow key={row.id} row={row} open={open} today={today} />
            ))}
          </ul>
        </details>
      )}
      {writing && room !== null && (
        <ComplaintDialog room={room} complaint={null} does="tell" onClose={() => setWriting(false)} />
      )}
    </section>
  );
}

function ComplaintRow({ row, open, today }: { row: DossierRow; open: Id | null; today: string }) {
  const words = translator.value;
  const isOpen = row.codes['state']?.[0] === 'open';
  const about = row.codes['about']?.[0] ?? '';
  const due = dateIn(row.told['due'])?.day ?? '';
  const isLate = isOpen && due !== '' && due < today;
  return (
    <li>
      <a
        class="list-item inbox-row"
        href={`/inbox/${row.id}`}
        aria-current={row.id === open ? 'page' : undefined}
      >
        <Icon name="warning" />
        <span>
          <span class={isOpen ? 'strong' : undefined}>
            {toldText(row, 'provider') || codeLabel(words, 'complaint-subjects', about)}
          </span>
          {isLate && (
            <Tag tone="w">{t('referrals.complaints.late', { day: sayDate(words, { day: due }) })}</Tag>
          )}
          <span class="list-note">
            <SpaceTag space={row.space} />{' '}
            {[
              isOpen && !isLate && due !== ''
                ? t('referrals.complaints.due', { day: sayDate(words, { day: due }) })
                : '',
              toldText(row, 'words').slice(0, LONGEST),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <span class="row-when">{sayDate(words, { day: row.day })}</span>
      </a>
    </li>
  );
}
