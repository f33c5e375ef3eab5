import { codeOf } from './code-lists/index.ts';
import { fieldOf } from './kinds/index.ts';

/** Whether an answer says only that nothing is known, or was not to be said: its words alone do not tell of what. */
export function isUnsaid(kind: string, field: string, value: unknown): boolean {
  const type = fieldOf(kind, field)?.type;
  if (type === undefined || !('list' in type)) return false;
  const codes = [value].flat();
  return (
    codes.length > 0 &&
    codes.every((code) => {
      const special = typeof code === 'string' ? codeOf(type.list, code)?.special : undefined;
      return special === 'unknown' || special === 'prefers-not';
    })
  );
}
