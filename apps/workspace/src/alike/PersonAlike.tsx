import type { RecordView } from '@dayaq/vault/client';
import { valuesOf } from '@dayaq/acts/record-values';
import type { FormParts } from '../dossier/record-request.ts';
import { useOpenCase } from '../cases/detail/open-case.ts';
import { AlikeHint } from './AlikeHint.tsx';

const asAsked = (record: RecordView) => ({ id: record.id, kind: record.kind, fields: valuesOf(record) });

/** Beside the form of a person in a case: whether they may stand in another one. */
export function PersonAlike({ parts }: { parts: FormParts }) {
  const { dossier, live } = useOpenCase();
  const record = parts.record || 'new';
  const others = live.filter(
    ({ id, kind }) => id !== parts.record && (kind === 'case' || kind === 'violation'),
  );
  return (
    <AlikeHint
      root={dossier.id}
      record={record}
      records={[...others.map(asAsked), { id: record, kind: 'person', fields: { ...parts.values } }]}
    />
  );
}
