import type { AlikeReason } from '@dayaq/domain';
import type { CaseMention } from './mention.ts';
import type { Id, Value } from './values.ts';

/** Somebody in a case of this device. */
export interface AlikeEnd {
  dossier: Id;
  /** Of the person. */
  record: Id;
  name: string;
  case: CaseMention;
  /** YYYY-MM-DD: of the case. */
  day: string;
  /** Code of the innermost area of the case, or empty. */
  area: string;
  restricted: boolean;
}

export interface AlikeRow extends AlikeEnd {
  /** Why they may be one, and what speaks against it. */
  reasons: AlikeReason[];
  /** The more, the likelier. */
  points: number;
}

/** Somebody who is being taken down: the records of the case as far as they are known, under any ids. */
export interface AlikeQuery {
  /** Id of the root among the records: a dossier of this device is not compared with itself. */
  root: Id;
  /** Id of the person among them. */
  record: Id;
  records: { id: Id; kind: string; fields: Record<string, Value> }[];
  /** At most 20. */
  limit: number;
}

/** Clients of two cases who may be one. */
export interface LikelyPair {
  /** The older case. */
  one: AlikeEnd;
  other: AlikeEnd;
  reasons: AlikeReason[];
  points: number;
}

export interface PairPage {
  /** Each pair once over all pages, in no order. */
  pairs: LikelyPair[];
  /** `next` of the page before; null when all were looked through. */
  next: string | null;
  /** How much was looked through by now, 0 to 1. */
  share: number;
}

/** People who may stand in two cases, by what this device may open: nothing is asked of anybody, and nobody is told. */
export interface Likenesses {
  /** The likeliest first. */
  alike(query: AlikeQuery, at?: Id): Promise<AlikeRow[]>;
  /** Cases of these old numbers (at most 500), by the number as it was asked. */
  numbered(numbers: string[], at?: Id): Promise<Record<string, Id>>;
  /** A part of all likely pairs. `after`: `next` of the page before, null for the first. */
  likelyPairs(after: string | null, at?: Id): Promise<PairPage>;
}
