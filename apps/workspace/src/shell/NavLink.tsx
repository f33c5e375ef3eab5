import { formatNumber } from '@dayaq/locale';
import { language, t } from '../locale/index.ts';
import { Icon } from '../look/Icon.tsx';
import type { Counts } from './counts.ts';
import type { Place } from './places.ts';

/** A number beside a place, and what it counts, for those who do not see where it stands. */
export interface Count {
  number: string;
  says: string;
  /** It asks for something: on a phone it stands at the icon. */
  calls: boolean;
}

export function countOf(href: Place['href'], counts: Counts | null): Count | undefined {
  const name = COUNTED[href];
  if (name === undefined || counts === null || counts[name] === 0) return undefined;
  const count = counts[name];
  return {
    number: formatNumber(language.value, count),
    says: t(`shell.count.${name}`, { count }),
    calls: name === 'inbox',
  };
}

const COUNTED: Partial<Record<Place['href'], keyof Counts>> = {
  '/today': 'today',
  '/cases': 'cases',
  '/inbox': 'inbox',
};

export function NavLink({ place, here, count }: { place: Place; here: boolean; count?: Count | undefined }) {
  const described = count === undefined ? undefined : `nav-count-${place.href.slice(1)}`;
  return (
    <li>
      <a
        class="nav-link"
        href={place.href}
        aria-current={here ? 'page' : undefined}
        aria-describedby={described}
      >
        <Icon name={place.icon} />
        <span>{place.name()}</span>
        {count !== undefined && (
          <span class={count.calls ? 'nav-count nav-calls' : 'nav-count'} aria-hidden="true">
            {count.number}
          </span>
        )}
      </a>
      {count !== undefined && (
        // It describes the link and is not read a second time behind it.
        <span hidden id={described}>
          {count.says}
        </span>
      )}
    </li>
  );
}
