import { useLocation } from 'preact-iso';
import { BackButton } from '../look/BackButton.tsx';
import { backFrom } from './places.ts';

/** The way back from a page that has a place of its own: all of them the same way, none by hand. */
export function PlaceBack() {
  const { path } = useLocation();
  const href = backFrom(path);
  return href === null ? null : <BackButton href={href} />;
}
