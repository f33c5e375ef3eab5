import type { Escalation, OpenTask } from '@dayaq/domain';
import type { CaseSketch } from './mention.ts';
import type { Id, Value } from './values.ts';

/** Something to be done, across cases; `record` is empty where a rule asks for it and nobody has taken it up yet. */
export interface TaskRow extends Omit<OpenTask, 'told'> {
  dossier: Id;
  space: Id;
  /** What is shown of the record that it is about, by field. */
  told: Record<string, Value>;
  case: CaseSketch;
  /** How dangerous its case stands. */
  danger: '' | 'high' | 'critical';
  restricted: boolean;
}

export interface TaskQuery {
  /** Null: everybody's. Empty: nobody's. */
  owner: Id | null;
  /** Due on this day (YYYY-MM-DD) or before; null: whenever. */
  until: string | null;
  /** Due on this day (YYYY-MM-DD) or later, or without a day; omitted: whenever. */
  from?: string;
  /** What stands among what is to be done on this day (YYYY-MM-DD): due then or before, or to be begun by then (`OpenTask.opens`). */
  on?: string;
  /** Only what somebody outside owes us (`TaskRule.owed`). */
  owed?: true;
  /** Only what is counted in hours (`TaskRule.urgent`). */
  urgent?: true;
  /** Only of this case. */
  dossier?: Id;
  /** At most 500. */
  limit: number;
}

/** How much lies with one member; `owner` is empty for what nobody holds. */
export interface Workload {
  owner: Id;
  open: number;
  /** What is to be done today: due then or before, or to be begun by then. */
  due: number;
  /** Due before today. */
  overdue: number;
  /** The part of these that has been late for more than `LONG_LATE` days. */
  long: number;
  /** Cases that they lead and that are not closed. */
  cases: number;
}

/** A case, or a lead, in which something dangerous is not acted on: who must act now, and when it moves on. */
export interface DangerRow {
  dossier: Id;
  /** Of the dossier. */
  kind: string;
  space: Id;
  /** Of a lead its title stands for the name. */
  case: CaseSketch;
  restricted: boolean;
  escalation: Exclude<Escalation, { state: 'answered' }>;
  /** The most telling record that says so, of the same level: a threat, an assessment, or the head itself. */
  about: { record: Id; kind: string; fields: Record<string, Value> };
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
