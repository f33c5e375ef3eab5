/** A record as the merge leaves it: one value per field. */
export interface PlainRecord {
  id: string;
  kind: string;
  deleted: boolean;
  fields: Record<string, unknown>;
  created: { by: string; at: number };
  updated: { by: string; at: number };
  conflict?: boolean;
  /** Who signed the last change of the fields of which that matters (`Field.signed`), where it is known. */
  writers?: Readonly<Record<string, string>>;
}
