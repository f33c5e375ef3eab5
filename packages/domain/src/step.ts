/** What a step gives: the fields it changes, or why it cannot be taken. */
export type Step<P extends string> =
  | { ok: true; changes: Readonly<Record<string, unknown>> }
  | { ok: false; problem: P };

export const done = (changes: Readonly<Record<string, unknown>>): { ok: true; changes: typeof changes } => ({
  ok: true,
  changes,
});
export const refused = <P extends string>(problem: P): { ok: false; problem: P } => ({ ok: false, problem });
