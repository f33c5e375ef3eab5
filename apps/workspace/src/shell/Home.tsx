import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';

/** The bare address leads to today's list, and leaves no step in the history to fall back on. */
export function Home() {
  const { route } = useLocation();
  useEffect(() => route('/today', true), []);
  return null;
}
