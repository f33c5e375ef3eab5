import type { Change, FieldOp, Id, RecordView, Value } from '@dayaq/vault/client';
import type { ComponentChildren } from 'preact';
import type { RecordFormProps, Surroundings, Values } from '../fields/index.ts';

/** A record to write in a dialog: what the frame is told by the page that opens it. */
export interface RecordRequest {
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
  /** Fields of a record that is there which stand above the form to be read: what is judged. */
  read?: readonly string[];
  /**
   * Tells apart forms about the same record, or for new records of one kind, that do different things: words kept of one
   * are not offered in the other. Needed wherever `preset`, `stamp` or `along` differ.
   */
  purpose?: string;
  /** Deleting it and its own history are offered too. */
  removable?: boolean;
  /** Fields that the program sets with the save, e.g. who qualified and when. */
  stamp?: (after: Values, changed: Readonly<Record<string, FieldOp>>) => Record<string, Value>;
  /** Of a new root: who alone may open its dossier; left out, every member may. */
  readers?: (values: Values) => readonly Id[];
  /** Further changes of the same entry, e.g. the violation that names a new perpetrator. */
  along?: (record: Id, values: Values) => Change[];
  /** What the program fills in where the person left it open, before anything is looked at. */
  complete?: (values: Values) => Values;
  /** Fields that do not stand as they have to, beyond what the kind demands. */
  wrong?: (values: Values) => readonly string[];
  /** Why the rules do not take it; null where they do. */
  refuse?: (values: Values) => string | null;
  /** The form itself, where the fields of the kind in their order are not enough. */
  form?: (parts: FormParts) => ComponentChildren;
  /** On the button, and what is said once it is kept; default "Save" and "Saved here". */
  save?: string;
  said?: string | ((values: Values) => string);
  /** A new record can be taken back by one press. */
  undoable?: true;
}

/** What a form of its own is given; `RecordForm` takes it as it is. */
export type FormParts = RecordFormProps & { values: Values };

/** The dossier that a record is written to. */
export interface RecordPlace {
  /** Null: the record is the root of a new one. */
  dossier: Id | null;
  /** Its records as they stand now, so that a colleague's newer value is noticed. */
  records: readonly RecordView[];
  around: Surroundings;
  /** A text that is too long for its field can become a file, or notes, of this dossier. */
  takesNotes: boolean;
  /** What stands below a form, by what is in it. */
  beside?(parts: FormParts): ComponentChildren;
  /** Something was saved: the page says so, and offers `undo`. */
  onKept(said: string, undo?: Change[]): void;
  remove?(record: RecordView): void;
  showHistory?(record: Id): void;
}
