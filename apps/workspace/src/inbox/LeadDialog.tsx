import { laidAside } from '@dayaq/acts/lead/lead';
import { groupOf } from '@dayaq/domain';
import type { Id } from '@dayaq/vault/client';
import type { Room } from '../cases/room.ts';
import { DistantRecordDialog } from '../dossier/DistantRecordDialog.tsx';
import { t } from '../locale/index.ts';

interface Props {
  room: Room;
  /** Null: a new one. */
  lead: Id | null;
  /** `tell`: what was heard. `lay-aside`: why nothing comes of it. */
  does: 'tell' | 'lay-aside';
  onClose: () => void;
}

/** Writes what was heard, or why it is laid aside. */
export function LeadDialog({ room: { translator, members, country, today }, lead, does, onClose }: Props) {
  const isNew = lead === null;
  return (
    <DistantRecordDialog
      dossier={lead}
      record={lead}
      around={{ translator, members, country, records: [] }}
      request={
        does === 'tell'
          ? {
              title: isNew ? t('referrals.leads.add') : t('referrals.leads.edit'),
              kind: 'lead',
              only: groupOf('lead', 'told'),
              preset: { date: { day: today } },
              ...(isNew ? { stamp: () => ({ state: 'open' }) } : {}),
              said: t('referrals.leads.kept'),
            }
          : {
              title: t('referrals.leads.layAside'),
              kind: 'lead',
              only: groupOf('lead', 'aside'),
              stamp: () => laidAside(today),
              wrong: ({ end }) => (typeof end === 'string' && end !== '' ? [] : ['end']),
              save: t('referrals.leads.layAside'),
              said: t('referrals.leads.laid'),
            }
      }
      onClose={onClose}
    />
  );
}
