import type { Change, DossierView, Id, RecordView, Value } from '@dayaq/vault/client';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Surroundings, Values } from '../../fields/index.ts';
import type { Room } from '../room.ts';

/** A record to write in a dialog. */
export interface EditRequest {
  /** Heading of the dialog, e.g. "Safe contact". */
  title: string;
  kind: string;
  /** Null: a new record, which begins with `preset`. */
  record: RecordView | null;
  preset?: Values;
  /** What the form of a record that is there begins with beyond what it holds, e.g. today as the day it was done. */
  begin?: Values;
  /** Only these fields; the rest of the record is left as it is. */
  only?: readonly string[];
  /** Deleting it and its own history are offered too. */
  removable?: boolean;
  /** Fields that the program sets with the save, e.g. who qualified and when. */
  stamp?: () => Record<string, Value>;
  /** Further changes of the same entry, e.g. the violation that names a new perpetrator. */
  along?: (record: Id) => Change[];
}

/** The case on the page, and what can be done with it. */
export interface OpenCase extends Room {
  dossier: DossierView;
  root: RecordView;
  /** Everything that was not deleted. */
  live: readonly RecordView[];
  /** What fields need to know to show a value. */
  around: Surroundings;
  mayWrite: boolean;
  mayQualify: boolean;
  /** Shown for printing: nothing can be pressed. */
  onPaper: boolean;
  edit(request: EditRequest): void;
  /** Saves one entry; the page says `said` once it is kept, or what stood in the way. `undo` is offered beside it. */
  save(changes: Change[], said: string, undo?: Change[]): Promise<boolean>;
  /** Deletes a record and offers to bring it back. */
  remove(record: RecordView): void;
  showHistory(record: Id | null): void;
  showConflicts(): void;
}

export const OpenCaseContext = createContext<OpenCase | null>(null);

/** The case that the surrounding page shows. */
export function useOpenCase(): OpenCase {
  const open = useContext(OpenCaseContext);
  if (open === null) throw new Error('this part stands only inside an open case');
  return open;
}

export function valuesOf(record: RecordView): Record<string, Value> {
  return Object.fromEntries(Object.entries(record.fields).map(([name, field]) => [name, field.value]));
}

export function textIn(record: RecordView, field: string): string {
  const value = record.fields[field]?.value;
  return typeof value === 'string' ? value : '';
}

/** Whether any of the fields says something. */
export function says(record: RecordView, ...fields: string[]): boolean {
  return fields.some((name) => {
    const value = record.fields[name]?.value;
    return (
      value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
    );
  });
}

/** The person whom the case is about: the first client, else the first person. */
export function clientOf(records: readonly RecordView[]): RecordView | undefined {
  const people = records
    .filter((record) => record.kind === 'person' && !record.deleted)
    .sort((a, b) => a.created.at - b.created.at);
  return people.find((person) => textIn(person, 'role') === 'client') ?? people[0];
}
