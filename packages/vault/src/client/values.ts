export type Id = string;
export type Role = 'coordinator' | 'caseworker' | 'viewer';

export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
/** `set` replaces (null clears); `add`/`del` change a set of codes or references by element. */
export type FieldOp = { set: Value } | { add: string[]; del: string[] };
export interface Change {
  kind: string;
  record: Id;
  fields: Record<string, FieldOp>;
  deleted?: boolean;
}

/**
 * A request that writes. `asked` names it, whoever is asked for it and however often: what was done for it once is not done
 * again, and answers as it did. The page's end of the vault puts it in.
 */
export interface Asked {
  asked?: string;
}
