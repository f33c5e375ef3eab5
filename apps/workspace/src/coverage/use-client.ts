import { plainRecord, textIn } from '@dayaq/acts/record-values';
import type { DossierView, Id, Outcome, RecordView } from '@dayaq/vault/client';
import { useMemo } from 'preact/hooks';
import { seekerIn } from '../services/index.ts';
import { useQuery } from '../vault/session.ts';
import type { Client } from './Reach.tsx';

/** The client of a case, as somebody for whom the way is measured; null without a case, or where it cannot be read. */
export function useClient(id: Id | null, year: number): Client | null {
  const { data } = useQuery<Outcome<DossierView> | null>(
    (vault) => (id === null ? Promise.resolve(null) : vault.dossier(id)),
    [id],
    ['case', 'person', 'document-need'],
  );
  return useMemo(() => {
    if (data == null || !data.ok || data.value.kind !== 'case') return null;
    const live = data.value.records.filter((record) => !record.deleted);
    const people = live.filter((record) => record.kind === 'person');
    const client = people.find((record) => textIn(record, 'role') === 'client') ?? people[0];
    if (client === undefined) return null;
    return { name: nameOf(client, live), seeker: seekerIn(live.map(plainRecord), client.id, year) };
  }, [data, year]);
}

/** An alias, else the case's number. */
function nameOf(client: RecordView, records: readonly RecordView[]): string {
  const root = records.find((record) => record.kind === 'case');
  return (
    textIn(client, 'alias') || (root === undefined ? '' : textIn(root, 'alias') || textIn(root, 'reference'))
  );
}
