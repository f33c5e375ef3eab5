import {
  complaintAnswered,
  complaintBegins,
  complaintLed,
  concernedIn,
  type FeedbackLetter,
  feedbackBegins,
  isKeptFrom,
  readersOf,
} from '@dayaq/acts/complaint/complaint';
import { groupOf } from '@dayaq/domain';
import type { Id } from '@dayaq/vault/client';
import type { Room } from '../cases/room.ts';
import { DistantRecordDialog } from '../dossier/DistantRecordDialog.tsx';
import type { RecordRequest } from '../dossier/record-request.ts';
import type { Values } from '../fields/index.ts';
import { useLinkNames } from '../links/link-names.ts';
import { t } from '../locale/index.ts';

interface Props {
  room: Room;
  /** Null: a new one. */
  complaint: Id | null;
  /** Of a new one: the letter that it came by. */
  letter?: FeedbackLetter;
  /** `tell`: what was complained about. `answer`: what we say to it. `change`: what came of it. */
  does: 'tell' | 'answer' | 'change';
  onClose: () => void;
}

/** Takes feedback or a complaint down, answers it, or says what changed because of it. */
export function ComplaintDialog({ room, complaint, letter, does, onClose }: Props) {
  const { translator, members, country } = room;
  const about = letter?.values['subjectIs'];
  const links = useLinkNames(typeof about === 'string' ? [about] : [], room);
  return (
    <DistantRecordDialog
      dossier={complaint}
      record={complaint}
      around={{ translator, members, country, records: [], links }}
      request={requestFor(does, room, complaint, letter)}
      onClose={onClose}
    />
  );
}

type Request = Omit<RecordRequest, 'record'>;

function requestFor(does: Props['does'], room: Room, complaint: Id | null, letter?: FeedbackLetter): Request {
  if (does === 'answer') return answering(room);
  if (does === 'change') return leading(room);
  return complaint === null ? taking(room, letter) : CHANGING;
}

const isEmpty = (values: Values, name: string): boolean => {
  const value = values[name];
  return value === undefined || value === null || value === '';
};

/** By what a complaint is about: the field that has to say which. */
const WHICH: Readonly<Record<string, string>> = {
  colleague: 'colleague',
  provider: 'provider',
  service: 'subject',
  commitment: 'subject',
};

function taking({ me, today }: Room, letter?: FeedbackLetter): Request {
  return {
    title: t('referrals.complaints.add'),
    kind: 'complaint',
    only: groupOf('complaint', 'told'),
    ...(letter === undefined ? {} : { purpose: `letter ${letter.id}` }),
    preset: letter === undefined ? complaintBegins(today) : feedbackBegins(letter, today),
    stamp: () => ({ state: 'open', ...(letter === undefined ? {} : { letter: letter.id }) }),
    wrong: ({ about, ...values }) => {
      const which = typeof about === 'string' ? WHICH[about] : undefined;
      return which !== undefined && isEmpty(values, which) ? [which] : [];
    },
    refuse: (values) => {
      if (letter !== undefined && isKeptFrom(letter, values)) return t('letters.feedback.ownerKept');
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

function leading({ today }: Room): Request {
  return {
    title: t('letters.feedback.led'),
    kind: 'complaint',
    only: groupOf('complaint', 'change'),
    stamp: (after) => complaintLed(after, today),
    wrong: (values) => (values['led'] === 'changed' && isEmpty(values, 'changed') ? ['changed'] : []),
    said: t('letters.feedback.ledKept'),
  };
}
