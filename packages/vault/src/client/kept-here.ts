import type { Outcome } from './failure.ts';
import type { CaseQuery } from './lists.ts';
import type { Id, Value } from './values.ts';

export interface Draft {
  id: Id;
  kind: string;
  title: string;
  updated: number;
  data: Value;
  /** Where it was begun; absent in what was kept before this was noted. */
  space?: Id;
}

export interface SavedView {
  id: Id;
  name: string;
  query: CaseQuery;
  /** The space whose list it is of; absent in what was kept before this was noted. */
  space?: Id;
}

/** What is kept on this device only, sealed. */
export interface KeptHere {
  drafts(): Promise<Draft[]>;
  /** One of them; null when it is not there. */
  draft(id: Id): Promise<Draft | null>;
  saveDraft(draft: { id: Id; kind: string; title: string; data: Value }, at?: Id): Promise<Outcome<null>>;
  dropDraft(id: Id): Promise<void>;
  savedViews(at?: Id): Promise<SavedView[]>;
  saveView(view: SavedView, at?: Id): Promise<void>;
  dropView(id: Id): Promise<void>;
  preference(name: string): Promise<Value>;
  setPreference(name: string, value: Value): Promise<void>;
}
