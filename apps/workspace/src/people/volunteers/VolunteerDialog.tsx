import { textIn } from '@dayaq/acts/record-values';
import { groupOf } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import type { Room } from '../../cases/room.ts';
import { RecordDialog } from '../../dossier/RecordDialog.tsx';
import type { Values } from '../../fields/index.ts';
import { useLinkNames } from '../../links/link-names.ts';
import { t } from '../../locale/index.ts';
import { announce } from '../../look/live.tsx';
import type { Helping } from './use-volunteers.ts';

interface Props {
  room: Room;
  helping: Helping;
  record: RecordView | null;
  preset?: Values;
  /** Default: all that is asked of a volunteer. */
  only?: readonly string[];
  onClose: () => void;
}

/** Writes what there is about a volunteer, or a part of it. */
export function VolunteerDialog({ room, helping, record, preset, only, onClose }: Props) {
  const { translator, members, country } = room;
  const links = useLinkNames([], room);
  return (
    <RecordDialog
      place={{
        dossier: helping.dossier,
        records: helping.records,
        around: {
          translator,
          members: members.filter(({ removed }) => !removed),
          country,
          records: [],
          links,
        },
        takesNotes: false,
        onKept: announce,
      }}
      request={{
        title: record === null ? t('volunteers.add') : textIn(record, 'called'),
        kind: 'volunteer',
        record,
        only: only ?? groupOf('volunteer', 'form'),
        ...(preset === undefined ? {} : { preset }),
        said: t('volunteers.kept'),
      }}
      onClose={onClose}
    />
  );
}
