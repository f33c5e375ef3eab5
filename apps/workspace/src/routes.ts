/** Every address of the program, in the order in which they are tried. The service worker keeps all of them for offline. */
export const OUTSIDE = ['/begin', '/join', '/restore'] as const;
export const INSIDE = [
  '/',
  '/today',
  '/cases/new',
  '/cases/:id/print',
  '/cases/:id/summary',
  '/cases/:id/custody',
  '/cases/:id/destroy',
  '/cases/:id/paper/:referral',
  '/cases/:id?/:part?',
  '/register',
  '/pairs',
  '/export',
  '/inbox/:id?',
  // Kept in bookmarks and in what was written down: leads to the inbox.
  '/referrals/:id?',
  '/services/match',
  '/services/exchange',
  '/services/new',
  '/services/:provider?/:service?',
  '/coverage',
  '/costs',
  '/matters',
  '/plans/:id/print',
  '/plans/:id/import',
  '/plans/:id?',
  '/consultations/:id/print',
  '/consultations/:id?',
  '/laws/print',
  '/laws/:id?',
  '/figures/:id?',
  '/patterns/:id?',
  '/addresses',
  '/surveys/:id?',
  '/calls/:id?/:application?',
  '/people',
  '/people/retention',
  '/people/volunteers/:id?',
  '/people/:account/hand-on',
  '/introduce',
  '/settings',
  '/protection',
  '/more',
  '/waiting',
] as const;
export type InsidePath = (typeof INSIDE)[number];

/**
 * What stands between the first two slashes of an address that the one page of the program answers. Others (public pages) are
 * the server's. The build puts these into the service worker, which can import nothing (`build/offline-list.ts`).
 */
export const FIRST_PARTS: readonly string[] = [
  ...new Set([...OUTSIDE, ...INSIDE].map((path) => path.split('/')[1] ?? '')),
];
