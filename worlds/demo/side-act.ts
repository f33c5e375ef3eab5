import type { Change, Id } from '@dayaq/vault/client';

/** One save beside the course of a case: about money, danger, papers, authorities. */
export interface SideAct {
  /** Acts of a later round know all of the earlier ones. */
  round: number;
  author: Id;
  /** Milliseconds since 1970. */
  at: number;
  dossier: Id;
  changes: Change[];
  /** Of a new dossier: who may open it; omitted, everybody. */
  restrictedTo?: Id[];
  /** The cost to which a receipt is added with the same save. */
  receiptOf?: Id;
}
