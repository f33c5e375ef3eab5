import type { DossierRow, Id } from '@dayaq/vault/client';
import { toldText } from '@dayaq/domain';
import { useState } from 'preact/hooks';
import { useRoom } from '../cases/use-room.ts';
import { areaLabel, codeLabel } from '../fields/index.ts';
import { sayDate } from '../fields/say-date.ts';
import { t, translator } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Icon } from '../look/Icon.tsx';
import { Tag } from '../look/Tag.tsx';
import { SpaceTag } from '../spaces/SpaceTag.tsx';
import { LeadDialog } from './LeadDialog.tsx';
import type { Leads } from './use-leads.ts';

/** Letters of what was heard in a row. */
const LONGEST = 120;

/** What was heard about somebody whom nobody has spoken to yet: taken down in a minute, and open until it is settled. */
export function LeadList({ leads, open }: { leads: Leads; open: Id | null }) {
  const room = useRoom();
  const [writing, setWriting] = useState(false);
  const mayWrite = room !== null && room.role !== 'viewer';
  if (leads.open.length + leads.ended.length === 0 && !mayWrite) return null;
  return (
    <section aria-labelledby="inbox-leads">
      <div class="inbox-part spread">
        <h2 class="inbox-title" id="inbox-leads">
          {t('referrals.leads.title')}{' '}
          {leads.open.length > 0 && <span class="muted">{leads.open.length}</span>}
        </h2>
        {mayWrite && (
          <Button kind="plain" small onClick={() => setWriting(true)}>
            {t('referrals.leads.add')}
          </Button>
        )}
      </div>
      <ul class="list">
        {leads.open.map((row) => (
          <LeadRow key={row.id} row={row} open={open} />
        ))}
      </ul>
      {leads.more && (
        <p class="inbox-part muted small">{t('referrals.leads.most', { count: leads.open.length })}</p>
      )}
      {leads.ended.length > 0 && (
        <details class="inbox-part" open={leads.ended.some(({ id }) => id === open)}>
          <summary>{t('referrals.leads.ended')}</summary>
          <ul class="list">
            {leads.ended.map((row) => (
              <LeadRow key={row.id} row={row} open={open} />
            ))}
          </ul>
        </details>
      )}
      {writing && room !== null && (
        <LeadDialog room={room} lead={null} does="tell" onClose={() => setWriting(false)} />
      )}
    </section>
  );
}

function LeadRow({ row, open }: { row: DossierRow; open: Id | null }) {
  const words = translator.value;
  const heard = toldText(row, 'heard');
  const who = toldText(row, 'who');
  const area = row.codes['area']?.[0] ?? '';
  const state = row.codes['state']?.[0] ?? '';
  const connection = row.codes['connection']?.[0] ?? '';
  return (
    <li>
      <a
        class="list-item inbox-row"
        href={`/inbox/${row.id}`}
        aria-current={row.id === open ? 'page' : undefined}
      >
        <Icon name="info" />
        <span>
          <span class={state === 'open' ? 'strong' : undefined}>{who || heard.slice(0, LONGEST)}</span>
          {row.told['danger'] === 'high' && (
            <Tag tone="d" icon="warning">
              {codeLabel(words, 'danger', 'high')}
            </Tag>
          )}
          <span class="list-note">
            <SpaceTag space={row.space} />{' '}
            {[
              state === 'open' ? '' : codeLabel(words, 'lead-states', state),
              connection === '' ? '' : codeLabel(words, 'connections', connection),
              area === '' ? '' : areaLabel(words, area),
              who === '' ? '' : heard.slice(0, LONGEST),
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
