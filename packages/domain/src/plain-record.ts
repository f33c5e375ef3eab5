/** Who wrote something down, and when by their clock (ms). */
export interface Stamp {
  by: string;
  at: number;
  /** The entry that says so, where it is known: what its author had seen follows from that, not from a clock. */
  entry?: string;
}

/** A record as the merge leaves it: one value per field, and where two stand, both. */
export interface PlainRecord {
  id: string;
  kind: string;
  deleted: boolean;
  fields: Record<string, unknown>;
  created: Stamp;
  updated: Stamp;
  conflict?: boolean;
  /** Of fields on which two versions stand and nobody has decided: all of them, that in `fields` among them. */
  versions?: Readonly<Record<string, readonly unknown[]>>;
  /** Who signed the last change of the fields of which that matters (`Field.signed`), where it is known. */
  writers?: Readonly<Record<string, string>>;
  /** Who wrote what stands in a field, where it is known: of two versions, both. */
  stamps?: Readonly<Record<string, readonly Stamp[]>>;
  /** Who deleted it, where it is deleted and that is known. */
  deletions?: readonly Stamp[];
  /** Who brought it back after it was deleted: what they said stands since then. */
  kept?: readonly Stamp[];
  /** Another record of the dossier took its place (`Kind.replaces`): see `inOrder`. */
  replaced?: true;
  /** The case was closed by somebody who knew of it: see `inOrder`. */
  settled?: true;
  /** Of a case: somebody who knew what was said of its danger has assessed it since: see `inOrder`. */
  judged?: true;
  /** Somebody who knew of its danger protected the person from it: see `weighed`. */
  met?: true;
  /** Kinds of which somebody who knew of it wrote another record since, as far as rules ask: see `weighed`. */
  followedBy?: readonly string[];
  /** It was judged by one who wrote what it says, or who had not seen all that stands in it: see `inOrder`. */
  overtaken?: true;
}
