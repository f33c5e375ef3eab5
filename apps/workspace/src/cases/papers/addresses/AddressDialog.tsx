import { groupOf } from '@dayaq/domain';
import type { Id, ListedRecord } from '@dayaq/vault/client';
import { DistantRecordDialog } from '../../../dossier/DistantRecordDialog.tsx';
import type { Surroundings } from '../../../fields/index.ts';
import { t } from '../../../locale/index.ts';
import type { Room } from '../../room.ts';

interface Props {
  room: Room;
  around: Surroundings;
  /** Null: a new one, which is kept in the register. */
  address: ListedRecord | null;
  /** The dossier of the register. */
  register: Id;
  onClose: () => void;
}

const FIELDS = groupOf('address', 'form');

/** Writes an address of the register, or of the case that it was written in. */
export function AddressDialog({ room, around, address, register, onClose }: Props) {
  return (
    <DistantRecordDialog
      dossier={address?.dossier ?? register}
      record={address?.record ?? null}
      around={around}
      request={{
        title: address === null ? t('papers.addresses.add') : t('papers.addresses.edit'),
        kind: 'address',
        only: FIELDS,
        stamp: (_after, changed) => ('checked' in changed ? { checkedBy: room.me } : {}),
        said: t('papers.addresses.saved'),
      }}
      onClose={onClose}
    />
  );
}
