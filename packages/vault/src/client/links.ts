import type { CaseSketch } from './mention.ts';
import type { Id, Value } from './values.ts';

/** What stands at an end of a link: a dossier, or a record in one. */
export interface LinkEnd {
  id: Id;
  kind: string;
  dossier: Id;
  /** Kind of the dossier. */
  root: string;
  /** What the dossier is called; of a case what it is about, too. */
  mention: CaseSketch;
  /** Of a kind that is looked at across dossiers (`Kind.listed`), else null. */
  fields: Record<string, Value> | null;
  restricted: boolean;
}

export interface LinkRow {
  /** The near end: what was asked about, or a record of the dossier that was. */
  record: Id;
  kind: string;
  /** The field that holds the link, of the end where it stands. */
  field: string;
  /** The far end. */
  end: LinkEnd;
}

export interface LinkedPage {
  /** What it leads to. */
  to: LinkRow[];
  /** What leads to it. */
  from: LinkRow[];
  /** Of what it leads to, dossiers that this person could see until they were deleted. */
  gone: Id[];
  /** There is more than was asked for. */
  more: boolean;
}

/** What leads where. */
export interface Links {
  /**
   * What a record or dossier leads to by its links, and what leads to it, at most `limit` (500) each way; of a dossier those of
   * its records, too. What this person may not see, was deleted, or is not here, is left out without a sign. Members and
   * organisations, to whom a link may lead as well, are known by `members` and `peers`; asked about, they answer who leads to them.
   */
  linked(query: { id: Id; limit: number }, at?: Id): Promise<LinkedPage>;
  /** What ids of links stand for, of at most 500; what this person may not see, or is not here, is not among them. */
  named(ids: Id[], at?: Id): Promise<Record<Id, LinkEnd>>;
}
