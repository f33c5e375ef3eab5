import type { KindName } from '@dayaq/domain';
import type { IconName } from './look/Icon.tsx';

interface Found {
  id: string;
  dossier: string;
}

/** Where records of a kind are looked at and changed, and the sign that they are known by. */
interface Placed {
  icon?: IconName;
  /** A part of their case. */
  part?: string;
  /** A page. */
  page?: (found: Found) => string;
}

/** One line a kind: search, Today, the calendar and what comes next in a case lead there. */
const PLACED: Partial<Record<KindName, Placed>> = {
  case: { page: ({ id }) => `/cases/${id}` },
  provider: { page: ({ id }) => `/services/${id}` },
  service: { page: ({ id, dossier }) => `/services/${dossier}/${id}` },
  handover: { page: ({ id }) => `/inbox/${id}` },
  lead: { icon: 'info', page: ({ id }) => `/inbox/${id}` },
  letter: { icon: 'inbox', page: ({ id }) => `/inbox/${id}` },
  'letter-more': { icon: 'inbox', page: ({ dossier }) => `/inbox/${dossier}` },
  'letter-reply': { icon: 'inbox', page: ({ dossier }) => `/inbox/${dossier}` },
  complaint: { icon: 'warning', page: ({ id }) => `/inbox/${id}` },
  framework: { icon: 'check', page: ({ id }) => `/plans/${id}` },
  commitment: { icon: 'check', page: ({ id, dossier }) => `/plans/${dossier}#record-${id}` },
  consultation: { icon: 'people', page: ({ id }) => `/consultations/${id}` },
  consulted: { icon: 'people', page: ({ id, dossier }) => `/consultations/${dossier}#record-${id}` },
  proposal: { icon: 'people', page: ({ id, dossier }) => `/consultations/${dossier}#record-${id}` },
  session: { icon: 'today', page: ({ id, dossier }) => `/plans/${dossier}#record-${id}` },
  law: { icon: 'check', page: ({ id }) => `/laws/${id}` },
  'law-step': { icon: 'check', page: ({ id, dossier }) => `/laws/${dossier}#record-${id}` },
  figure: { icon: 'figures', page: ({ id }) => `/figures/${id}` },
  pattern: { icon: 'figures', page: ({ id }) => `/patterns/${id}` },
  survey: { icon: 'info', page: ({ id }) => `/surveys/${id}` },
  call: { icon: 'people', page: ({ id }) => `/calls/${id}` },
  application: { icon: 'people', page: ({ id }) => `/calls/application/${id}` },
  fund: { page: () => '/costs' },
  address: { page: () => '/addresses' },
  volunteer: { page: ({ id }) => `/people/volunteers/${id}` },
  profile: { page: () => '/people' },
  organisation: { page: () => '/people' },
  cost: { icon: 'money', part: 'costs' },
  referral: { icon: 'share', part: 'referrals' },
  response: { icon: 'check', part: 'plan' },
  stay: { icon: 'check', part: 'plan' },
  path: { icon: 'check', part: 'plan' },
  'path-step': { icon: 'check', part: 'plan' },
  threat: { icon: 'warning', part: 'safety' },
  risk: { icon: 'warning', part: 'safety' },
  // What a rule asks for about a person is how they are held.
  person: { icon: 'people', part: 'safety' },
  detention: { icon: 'warning', part: 'safety' },
  violation: { icon: 'warning', part: 'safety' },
  'document-need': { icon: 'file', part: 'papers' },
  matter: { icon: 'matters', part: 'matters' },
  contact: { icon: 'people', part: 'matters' },
};

const placed = (kind: string): Placed | undefined =>
  Object.hasOwn(PLACED, kind) ? PLACED[kind as KindName] : undefined;

/** The part of a case in which records of a kind stand; undefined where it is the story, or no case. */
export const partOf = (kind: string): string | undefined => placed(kind)?.part;

export const iconOf = (kind: string): IconName | undefined => placed(kind)?.icon;

/** Where a record stands; undefined where no page shows it. */
export function addressOf(kind: string, found: Found): string | undefined {
  const place = placed(kind);
  if (place?.part !== undefined) return `/cases/${found.dossier}/${place.part}#record-${found.id}`;
  return place?.page?.(found);
}
