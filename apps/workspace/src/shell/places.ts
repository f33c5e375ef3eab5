import { t } from '../locale/index.ts';
import type { IconName } from '../look/Icon.tsx';
import type { InsidePath } from '../routes.ts';

/** Groups of the rail and of "More", in their order. */
export const GROUPS = ['help', 'office'] as const;
export type GroupName = (typeof GROUPS)[number];

/** A page that one goes to by its name. */
export interface Place {
  href:
    | InsidePath
    | '/cases'
    | '/services'
    | '/inbox'
    | '/plans'
    | '/consultations'
    | '/laws'
    | '/figures'
    | '/surveys'
    | '/calls';
  icon: IconName;
  name: () => string;
  /**
   * `bar`: always at hand. `new`: the one button among the places. A group: folded in the rail, on a phone under "More".
   * `foot`: below the groups. `search`: found by its name, and stands in no list.
   */
  stands: 'bar' | 'new' | GroupName | 'foot' | 'search';
  /** Only for members who may write. */
  writing?: true;
  /** The page that it is a part of. */
  under?: '/services' | '/settings';
}

/** In the order in which they stand. */
export const PLACES: readonly Place[] = [
  { href: '/today', icon: 'today', name: () => t('shell.today'), stands: 'bar' },
  { href: '/cases', icon: 'cases', name: () => t('shell.cases'), stands: 'bar' },
  { href: '/cases/new', icon: 'plus', name: () => t('shell.newCase'), stands: 'new', writing: true },
  { href: '/inbox', icon: 'inbox', name: () => t('shell.inbox'), stands: 'bar' },
  { href: '/services', icon: 'services', name: () => t('shell.services'), stands: 'help' },
  {
    href: '/services/match',
    icon: 'search',
    name: () => t('services.match.title'),
    stands: 'search',
    under: '/services',
  },
  {
    href: '/services/new',
    icon: 'plus',
    name: () => t('services.new.title'),
    stands: 'search',
    writing: true,
    under: '/services',
  },
  {
    href: '/services/exchange',
    icon: 'share',
    name: () => t('services.exchange.title'),
    stands: 'search',
    under: '/services',
  },
  { href: '/coverage', icon: 'missing', name: () => t('coverage.title'), stands: 'help' },
  { href: '/addresses', icon: 'address', name: () => t('shell.addresses'), stands: 'help' },
  { href: '/matters', icon: 'matters', name: () => t('shell.matters'), stands: 'office' },
  { href: '/plans', icon: 'check', name: () => t('plans.title'), stands: 'office' },
  { href: '/consultations', icon: 'people', name: () => t('consultations.title'), stands: 'office' },
  { href: '/laws', icon: 'file', name: () => t('laws.title'), stands: 'office' },
  { href: '/figures', icon: 'figures', name: () => t('figures.title'), stands: 'office' },
  { href: '/costs', icon: 'money', name: () => t('shell.costs'), stands: 'office' },
  { href: '/surveys', icon: 'info', name: () => t('surveys.title'), stands: 'office' },
  { href: '/calls', icon: 'people', name: () => t('calls.title'), stands: 'office' },
  {
    href: '/register',
    icon: 'share',
    name: () => t('register.title'),
    stands: 'office',
    writing: true,
  },
  { href: '/pairs', icon: 'people', name: () => t('alike.title'), stands: 'office', writing: true },
  { href: '/people', icon: 'people', name: () => t('shell.people'), stands: 'foot' },
  { href: '/settings', icon: 'settings', name: () => t('shell.settings'), stands: 'foot' },
  { href: '/export', icon: 'share', name: () => t('export.title'), stands: 'search', under: '/settings' },
  {
    href: '/protection',
    icon: 'info',
    name: () => t('settings.protection.title'),
    stands: 'search',
    under: '/settings',
  },
  // In the rail it is the line that says whether all is sent.
  { href: '/waiting', icon: 'send', name: () => t('shell.waiting.title'), stands: 'foot' },
];

/** The places that stand somewhere, for a member who may write, or only read. */
export function placesOf(stands: Place['stands'], mayWrite: boolean): Place[] {
  return PLACES.filter((place) => place.stands === stands && (mayWrite || place.writing !== true));
}

/** The place in which an address is: the one with the longest beginning of it. */
export function placeAt(path: string): Place | undefined {
  const at = path === '/' ? '/today' : path;
  const around = PLACES.filter(({ href }) => at === href || at.startsWith(`${href}/`));
  return around.sort((a, b) => b.href.length - a.href.length)[0];
}

/** Whether a link to a place is the one that says where somebody is. */
export function isAt({ href }: Place, path: string): boolean {
  const here = placeAt(path);
  return here !== undefined && (here.under ?? here.href) === href;
}

/**
 * Where "back" leads from the page of a place: to the page that it is a part of, else on a phone to "More", under which it
 * stands there. Null for what is always at hand, and for addresses within a place, which say themselves where they belong.
 */
export function backFrom(path: string): string | null {
  const place = PLACES.find(({ href }) => href === path);
  if (place === undefined || place.stands === 'bar') return null;
  if (place.stands === 'new') return '/cases';
  return place.under ?? '/more';
}
