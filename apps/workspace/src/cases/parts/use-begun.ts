import { useLocation } from 'preact-iso';

/**
 * Something that an address begins on its part of the case, as `?ask=` does in `/cases/<id>/costs?ask=`, so that a button of
 * another part, or of another page, leads right into it.
 * @returns what the address says after the name, undefined where it does not begin it; and how it ends
 */
export function useBegun(name: string): [said: string | undefined, end: () => void] {
  const { query, path, route } = useLocation();
  // In place: coming back must not begin the same once more.
  return [query[name], () => route(path, true)];
}
