import { t } from '../locale/index.ts';
import { Icon } from '../look/Icon.tsx';
import { fold, isFolded } from './folds.ts';
import { NavLink } from './NavLink.tsx';
import { type GroupName, isAt, placesOf } from './places.ts';

interface Props {
  group: GroupName;
  path: string;
  mayWrite: boolean;
}

/** A group of the rail: its name folds it, and then says how many places are inside. A tablet's icons need no groups. */
export function NavGroup({ group, path, mayWrite }: Props) {
  const places = placesOf(group, mayWrite);
  const isShut = isFolded(group);
  const id = `nav-${group}`;
  return (
    <div class="nav-group" data-folded={isShut}>
      <button
        type="button"
        class="nav-link nav-head"
        aria-expanded={!isShut}
        aria-controls={id}
        // Somebody who folds it around the page that is shown still sees where they are.
        aria-current={isShut && places.some((place) => isAt(place, path)) ? 'true' : undefined}
        onClick={() => fold(group, !isShut)}
      >
        <Icon name={isShut ? 'next' : 'down'} size={15} />
        <span>{t(`shell.groups.${group}`)}</span>
        {isShut && (
          <span class="nav-count" aria-hidden="true">
            {places.length}
          </span>
        )}
      </button>
      <ul class="nav-list" id={id}>
        {places.map((place) => (
          <NavLink key={place.href} place={place} here={isAt(place, path)} />
        ))}
      </ul>
    </div>
  );
}
