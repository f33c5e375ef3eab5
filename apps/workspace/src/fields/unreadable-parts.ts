import { useRef } from 'preact/hooks';

/** Joins what the parts of one form say about fields that cannot be stored: each part knows only its own. */
export function useUnreadableParts(
  tell: ((fields: string[]) => void) | undefined,
): (part: string) => (fields: string[]) => void {
  const parts = useRef(new Map<string, string[]>());
  return (part) => (fields) => {
    parts.current.set(part, fields);
    tell?.([...parts.current.values()].flat());
  };
}
