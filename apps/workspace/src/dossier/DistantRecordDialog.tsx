import type { Id, RecordView } from '@dayaq/vault/client';
import type { Surroundings } from '../fields/index.ts';
import { Dialog } from '../look/Dialog.tsx';
import { announce } from '../look/live.tsx';
import { say, useQuery } from '../vault/session.ts';
import { RecordDialog } from './RecordDialog.tsx';
import type { RecordRequest } from './record-request.ts';

interface Props {
  /** The dossier of the record, or of the new one; null where the new one is the root of its own. */
  dossier: Id | null;
  /** Null: a new one. */
  record: Id | null;
  around: Surroundings;
  request: Omit<RecordRequest, 'record'>;
  /** Takes a record that is there away, where its form offers that. */
  remove?: (record: RecordView) => void;
  onClose: () => void;
}

/** The dialog of a record whose dossier is not open on the page: of a list over many of them. */
export function DistantRecordDialog({ dossier, record, around, request, remove, onClose }: Props) {
  const { data } = useQuery(
    async (vault) => (dossier === null ? null : vault.dossier(dossier)),
    [dossier],
    [request.kind],
  );
  if (data === undefined) return null;
  const records = data?.ok === true ? data.value.records : [];
  const view = records.find(({ id }) => id === record) ?? null;
  if (record !== null && view === null) {
    return (
      <Dialog open title={request.title} onClose={onClose}>
        <p role="alert">{say(data?.ok === false ? data.failure : { code: 'not-found' })}</p>
      </Dialog>
    );
  }
  return (
    <RecordDialog
      place={{
        dossier,
        records,
        around,
        takesNotes: false,
        onKept: announce,
        ...(remove === undefined ? {} : { remove }),
      }}
      request={{ ...request, record: view }}
      onClose={onClose}
    />
  );
}
