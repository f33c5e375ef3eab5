import { complaintAnswered, complaintBegins, concernedIn, readersOf } from '@dayaq/acts/complaint/complaint';
import { groupOf } from '@dayaq/domain';
import type { Id } from '@dayaq/vault/client';
import type { Room } from '../cases/room.ts';
import { DistantRecordDialog } from '../dossier/DistantRecordDialog.tsx';
import type { RecordRequest } from '../dossier/record-request.ts';
import type { Values } from '../fields/index.ts';
import { t } from '../locale/index.ts';

interface Props {
  room: Room;
  /** Null: a new one. */
  complaint: Id | null;
  /** `tell`: what was complained about. `answer`: what we say to it. */
  does: 'tell' | 'answer';
  onClose: () => void;
}

/** Takes a complaint down, or answers it. */
export function ComplaintDialog({ room, complaint, does, onClose }: Props) {
  const { translator, members, country } = room;
  return (
    <DistantRecordDialog
      dossier={complaint}
      record={complaint}
      around={{ translator, members, country, records: [] }}
      request={does === 'answer' ? answering(room) : complaint === null ? taking(room) : CHANGING}
      onClose={onClose}
    />
  );
}

type Request = Omit<RecordRequest, 'record'>;
const isEmpty = (values: Values, name: string): boolean => {
  const value = values[name];
  return value === undefined || value === null || value === '';
};

function taking({ me, today }: Room): Request {
  return {
    title: t('referrals.complaints.add'),
    kind: 'complaint',
    only: groupOf('complaint', 'told'),
    preset: complaintBegins(today),
    stamp: () => ({ state: 'open' }),
    wrong: (values) =>
      values['about'] === 'colleague'
        ? ['colleague'].filter((name) => isEmpty(values, name))
        : values['about'] === 'provider'
          ? ['provider'].filter((name) => isEmpty(values, name))
          : [],
    refuse: (values) => {
      const concerned = concernedIn(values, me);
      if (concerned === null) return null;
      return concerned === 'owner'
        ? t('referrals.complaints.ownerConcerned')
        : t('referrals.complaints.writerConcerned');
    },
    readers: (values) => readersOf(values, me),
    said: t('referrals.complaints.kept'),
  };
}

const CHANGING: Request = {
  get title() {
    return t('referrals.complaints.edit');
  },
  kind: 'complaint',
  only: groupOf('complaint', 'more'),
};

function answering({ today }: Room): Request {
  return {
    title: t('referrals.complaints.answer'),
    kind: 'complaint',
    only: groupOf('complaint', 'answer'),
    stamp: () => complaintAnswered(today),
    wrong: (values) => ['result', 'answer'].filter((name) => isEmpty(values, name)),
    save: t('referrals.complaints.answer'),
    said: t('referrals.complaints.answered'),
  };
}
