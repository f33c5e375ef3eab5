import type { DirectoryRecord, OfferAsk, Order } from '@dayaq/domain';
import type { CaseMention } from './mention.ts';
import type { Id, Value } from './values.ts';

/** What a list shows of a dossier, computed when it changes, never when it is listed. */
export interface DossierRow {
  id: Id;
  /** Of the root. */
  kind: string;
  space: Id;
  /** Values of the root's fields that name it and tell of it (`Kind.title`, `Kind.card.line`), by field. */
  told: Record<string, Value>;
  /** Codes by filter (`Kind.card.facets`); of a place the innermost first, of a code its first level before it. */
  codes: Record<string, string[]>;
  /** YYYY-MM-DD: `Kind.card.day`, or the day on which it was made. */
  day: string;
  /** Milliseconds since 1970. */
  updated: number;
  /** Nearest open task's due day (YYYY-MM-DD), or empty. */
  due: string;
  /** How dangerous it stands. */
  danger: '' | 'high' | 'critical';
  restricted: boolean;
  waiting: boolean;
  /** Closed to this account. */
  closed: boolean;
  conflict: boolean;
  /** The matched words in context when searching; plain text. */
  snippet: string;
  /** Where `DossierQuery.offers` was asked: what its services are read from. */
  records?: DirectoryRecord[];
}

export interface DossierQuery {
  /** Root kinds; others are passed over. */
  kinds: string[];
  /**
   * Each word is found by its beginning, however it is spelt, in what was written, and in what rows print in any language.
   * Telephone numbers and codes are found as people type them.
   */
  text: string;
  /** Filter → any of these codes; filters combine with "and". A kind without a filter that is named has no rows. */
  filters: Record<string, string[]>;
  /** What is asked of services: of kinds whose card has the rule `offers`; others have no rows then. */
  offers?: OfferAsk;
  /** `day` as of `DossierRow`. */
  sort: Order;
  descending: boolean;
  offset: number;
  /** At most 200. */
  limit: number;
  /** Null: in every space of this account. */
  space: Id | null;
  /** Filters whose codes are to be counted, whatever else is asked; none when omitted. */
  count?: string[];
}

export interface DossierPage {
  rows: DossierRow[];
  /** Exact up to 10 000, then 10 000 and `more`. */
  total: number;
  more: boolean;
  /** By filter, the most frequent first; at most 500 of each. */
  facets: Record<string, { code: string; dossiers: number }[]>;
}

/** Something that was looked for across everything: a dossier, a record inside one that is found by itself, or a member. */
export interface FoundRow {
  /** Of the record. */
  kind: string;
  /** Of the record; a member's account. */
  id: Id;
  dossier: Id;
  /** Of the dossier's root. */
  root: string;
  space: Id;
  /** Values of its fields that name it and tell of it, by field. */
  told: Record<string, Value>;
  /** The matched words in context; empty where they stand in what is told. */
  snippet: string;
}

export interface FoundPage {
  /** Dossiers before what is inside them, of each the newest first. */
  rows: FoundRow[];
  /** There is more than is shown. */
  more: boolean;
}

/** What the list shows of a case: the same, by the names of its fields. */
export interface CaseRow {
  id: Id;
  reference: string;
  alias: string;
  summary: string;
  status: string;
  outcome: string;
  channel: string;
  area: string;
  opened: string;
  updated: number;
  populations: string[];
  /** First-level violation codes and their detail. */
  violations: string[];
  owner: Id;
  /** Nearest open task's due day, or empty. */
  due: string;
  qualification: string;
  /** How dangerous it stands. */
  danger: '' | 'high' | 'critical';
  /** Something in it is counted in hours: somebody held misses a dose. */
  hours: boolean;
  restricted: boolean;
  waiting: boolean;
  /** Closed to this account. */
  closed: boolean;
  conflict: boolean;
  /** The matched words in context when searching; plain text. */
  snippet: string;
}

export interface CaseQuery {
  /** Folded by the vault; prefix search. */
  text: string;
  /** Field name → any of these codes; fields combine with "and". Names: those of `Kind.card.facets`, danger, restricted, conflict. */
  filters: Record<string, string[]>;
  sort: Order;
  descending: boolean;
  offset: number;
  /** At most 200. */
  limit: number;
}

export interface CasePage {
  rows: CaseRow[];
  /** Exact up to 10 000, then 10 000 and `more`. */
  total: number;
  more: boolean;
}

/** A record of a kind that is looked at across dossiers (`Kind.listed`), as the merge leaves it. */
export interface ListedRecord {
  record: Id;
  dossier: Id;
  kind: string;
  fields: Record<string, Value>;
  created: { by: Id; at: number };
  updated: { by: Id; at: number };
  conflict: boolean;
  /** Who signed the last change of the fields of which that matters (`Field.signed`). */
  writers?: Record<string, Id>;
  /** Null where its dossier is no case. */
  case: CaseMention | null;
  restricted: boolean;
}

export interface RecordQuery {
  kinds: string[];
  /** `next` of the page before; null for the first. */
  after: string | null;
  /** At most 1000. */
  limit: number;
}

export interface RecordPage {
  /** By kind, then by record. */
  records: ListedRecord[];
  /** Null when there are no more. */
  next: string | null;
}

/** Rows over many dossiers, and what is looked for across everything. */
export interface Lists {
  /** Rows of every root kind, over one space or all. */
  dossiers(query: DossierQuery): Promise<DossierPage>;
  /** Everything that a person may look for: at most 100 rows. Never what it may not open. */
  find(query: { text: string; limit: number }, at?: Id | null): Promise<FoundPage>;
  /** `dossiers` of the kind `case`. */
  cases(query: CaseQuery, at?: Id): Promise<CasePage>;
  records(query: RecordQuery, at?: Id): Promise<RecordPage>;
}
