import { t } from '../locale/index.ts';
import type { IconName } from '../look/Icon.tsx';
import type { InsidePath } from '../routes.ts';

/** A page that one goes to by its name. */
export interface Place {
  href: InsidePath | '/cases' | '/services' | '/referrals';
  icon: IconName;
  name: () => string;
  /**
   * `bar`: always at hand. `rail`: on a laptop beside the page, on a phone under "More". `more`: under "More". `search`: found
   * by its name.
   */
  stands: 'bar' | 'rail' | 'more' | 'search';
  /** Only for members who may write. */
  writing?: true;
  /** The page that it is a part of. */
  under?: '/services' | '/people';
}

/** In the order in which they stand. */
export const PLACES: readonly Place[] = [
  { href: '/today', icon: 'today', name: () => t('shell.today'), stands: 'bar' },
  { href: '/cases', icon: 'cases', name: () => t('shell.cases'), stands: 'bar' },
  { href: '/cases/new', icon: 'plus', name: () => t('shell.newCase'), stands: 'bar', writing: true },
  { href: '/services', icon: 'services', name: () => t('shell.services'), stands: 'bar' },
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
  { href: '/referrals', icon: 'share', name: () => t('shell.referrals'), stands: 'rail' },
  { href: '/costs', icon: 'money', name: () => t('shell.costs'), stands: 'rail' },
  { href: '/matters', icon: 'matters', name: () => t('shell.matters'), stands: 'rail' },
  { href: '/addresses', icon: 'address', name: () => t('shell.addresses'), stands: 'rail' },
  {
    href: '/coverage',
    icon: 'services',
    name: () => t('coverage.title'),
    stands: 'more',
    under: '/services',
  },
  { href: '/people', icon: 'people', name: () => t('shell.people'), stands: 'rail' },
  { href: '/settings', icon: 'settings', name: () => t('shell.settings'), stands: 'rail' },
  { href: '/waiting', icon: 'send', name: () => t('shell.waiting.title'), stands: 'more' },
  { href: '/protection', icon: 'info', name: () => t('settings.protection.title'), stands: 'more' },
];

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
