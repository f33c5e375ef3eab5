/** A record as the merge leaves it: one value per field, and where two stand, both. */
export interface PlainRecord {
  id: string;
  kind: string;
  deleted: boolean;
  fields: Record<string, unknown>;
  created: { by: string; at: number };
  updated: { by: string; at: number };
  conflict?: boolean;
  /** Of fields on which two versions stand and nobody has decided: all of them, that in `fields` among them. */
  versions?: Readonly<Record<string, readonly unknown[]>>;
  /** Who signed the last change of the fields of which that matters (`Field.signed`), where it is known. */
  writers?: Readonly<Record<string, string>>;
}
