import { toldText } from '@dayaq/domain';
import type { DossierRow, Id } from '@dayaq/vault/client';
import { areaLabel, codeLabel } from '../fields/index.ts';
import { t, translator } from '../locale/index.ts';
import { Tag } from '../look/Tag.tsx';
import { LeadDialog } from './LeadDialog.tsx';
import { OpenAndEndedList, OpenAndEndedRow } from './OpenAndEndedList.tsx';
import type { OpenAndEnded } from './use-open-and-ended.ts';

/** Letters of what was heard in a row. */
const LONGEST = 120;

const isHigh = ({ told }: DossierRow): boolean => told['danger'] === 'high';

/**
 * What was heard about somebody whom nobody has spoken to yet: taken down in a minute, and open until it is settled. Whoever
 * may be in danger stands first.
 */
export function LeadList({ leads, open }: { leads: OpenAndEnded; open: Id | null }) {
  const inOrder = [...leads.open].sort((a, b) => Number(isHigh(b)) - Number(isHigh(a)));
  return (
    <OpenAndEndedList
      id="inbox-leads"
      words={{
        title: t('referrals.leads.title'),
        add: t('referrals.leads.add'),
        most: t('referrals.leads.most', { count: leads.open.length }),
        ended: t('referrals.leads.ended'),
      }}
      list={{ ...leads, open: inOrder }}
      row={(row) => <LeadRow key={row.id} row={row} open={open} />}
      dialog={(room, onClose) => <LeadDialog room={room} lead={null} does="tell" onClose={onClose} />}
      open={open}
    />
  );
}

function LeadRow({ row, open }: { row: DossierRow; open: Id | null }) {
  const words = translator.value;
  const heard = toldText(row, 'heard').slice(0, LONGEST);
  const who = toldText(row, 'who');
  const area = row.codes['area']?.[0] ?? '';
  const state = row.codes['state']?.[0] ?? '';
  const connection = row.codes['connection']?.[0] ?? '';
  return (
    <OpenAndEndedRow
      row={row}
      open={open}
      icon="info"
      waits={state === 'open'}
      title={who || heard}
      tag={
        isHigh(row) && (
          <Tag tone="d" icon="warning">
            {codeLabel(words, 'danger', 'high')}
          </Tag>
        )
      }
      notes={[
        state === 'open' ? '' : codeLabel(words, 'lead-states', state),
        connection === '' ? '' : codeLabel(words, 'connections', connection),
        area === '' ? '' : areaLabel(words, area),
        who === '' ? '' : heard,
      ]}
    />
  );
}
