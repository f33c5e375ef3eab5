import type { Id, RecordView } from '@dayaq/vault/client';
import { textIn } from './record-values.ts';

/** The person whom the case is about: the first client, else the first person. */
export function clientOf(records: readonly RecordView[]): RecordView | undefined {
  const people = records
    .filter((record) => record.kind === 'person' && !record.deleted)
    .sort((a, b) => a.created.at - b.created.at);
  return people.find((person) => textIn(person, 'role') === 'client') ?? people[0];
}

/** That person, as a field that names people holds them. */
export function clientIn(records: readonly RecordView[]): Id[] {
  const client = clientOf(records);
  return client === undefined ? [] : [client.id];
}
