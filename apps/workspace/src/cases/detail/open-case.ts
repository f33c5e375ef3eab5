import type { Change, DossierView, Id, RecordView } from '@dayaq/vault/client';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RecordRequest } from '../../dossier/record-request.ts';
import type { Surroundings } from '../../fields/index.ts';
import type { Room } from '../room.ts';

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
  edit(request: RecordRequest): void;
  /** Goes on at once, or once somebody says so, where the person no longer wants our help. */
  askFirst(go: () => void): void;
  /** Saves one entry; the page says `said` once it is kept, or what stood in the way. `undo` is offered beside it. */
  save(changes: Change[], said: string, undo?: Change[]): Promise<boolean>;
  /** Something was saved by a dialog: the page says `said`, and offers `undo` beside it. */
  kept(said: string, undo?: Change[]): void;
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

/** Who holds something in the case: whoever has left, or may not open it, holds nothing (empty). */
export function holderNow(open: Pick<OpenCase, 'dossier' | 'members'>, account: Id): Id {
  const { dossier, members } = open;
  const isHere = members.some((member) => member.account === account && !member.removed);
  return isHere && (!dossier.restricted || dossier.readers.includes(account)) ? account : '';
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
