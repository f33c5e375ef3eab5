import type { Escalation, OpenTask } from '@dayaq/domain';
import type { CaseMention } from './mention.ts';
import type { Id } from './values.ts';

/** Something to be done, across cases; `record` is empty where a rule asks for it and nobody has taken it up yet. */
export interface TaskRow extends OpenTask {
  dossier: Id;
  space: Id;
  case: CaseMention;
  /** How dangerous its case stands. */
  danger: '' | 'high' | 'critical';
  restricted: boolean;
}

export interface TaskQuery {
  /** Null: everybody's. Empty: nobody's. */
  owner: Id | null;
  /** Due on this day (YYYY-MM-DD) or before; null: whenever. */
  until: string | null;
  /** Only of this case. */
  dossier?: Id;
  /** At most 500. */
  limit: number;
}

/** How much lies with one member; `owner` is empty for what nobody holds. */
export interface Workload {
  owner: Id;
  open: number;
  /** Due before today. */
  overdue: number;
  today: number;
  /** In cases that stand dangerous. */
  dangerous: number;
}

/** A case in which something dangerous is not acted on: who must act now, and when it moves on. */
export interface DangerRow {
  dossier: Id;
  space: Id;
  case: CaseMention;
  restricted: boolean;
  escalation: Exclude<Escalation, { state: 'answered' }>;
}

/** What is to be done, and what is dangerous, across cases. */
export interface Work {
  /** The most dangerous cases first, then by day. */
  tasks(query: TaskQuery, at?: Id | null): Promise<TaskRow[]>;
  /** @param today YYYY-MM-DD */
  workload(today: string, at?: Id): Promise<Workload[]>;
  /** At most 500, the most dangerous first. */
  dangers(at?: Id | null): Promise<DangerRow[]>;
}
