import { groupOf } from '@dayaq/domain';
import type { Id } from '@dayaq/vault/client';
import type { Room } from '../cases/room.ts';
import { DistantRecordDialog } from '../dossier/DistantRecordDialog.tsx';
import { t } from '../locale/index.ts';

interface Props {
  room: Room;
  /** About which plan it was; null where nobody has said yet. */
  plan: Id | null;
  onClose: () => void;
}

export function NewConsultation({ room, plan, onClose }: Props) {
  const { translator, members, country } = room;
  return (
    <DistantRecordDialog
      dossier={null}
      record={null}
      around={{ translator, members, country, records: [] }}
      request={{
        title: t('consultations.add'),
        kind: 'consultation',
        only: groupOf('consultation', 'form'),
        ...(plan === null
          ? {}
          : {
              purpose: plan,
              along: (record) => [
                { kind: 'consultation', record, fields: { about: { add: [plan], del: [] } } },
              ],
            }),
      }}
      onClose={onClose}
    />
  );
}
