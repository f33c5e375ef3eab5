import {
  type AdmissionGroup,
  because,
  countryAbroad,
  nameFor,
  type OfferAsk,
  offersOf,
  openState,
  type Reason,
  type ServiceEntry,
  standOf,
  warningsOf,
} from '@dayaq/domain';
import type { Language } from '@dayaq/locale';
import type { DossierRow } from '@dayaq/vault/client';
import type { ClockTime } from '../clock.ts';

/** What the row of a provider says, before it is put into words. */
export interface ProviderLine {
  name: string;
  /** Those of its services that are what somebody looks for. */
  services: readonly ServiceEntry[];
  /** Names of these services, each once. */
  named: readonly string[];
  areas: readonly string[];
  /** How one gets to them otherwise than by going there: codes of the list `service-reach`. */
  reaches: readonly string[];
  serves: readonly string[];
  /** What is known against them; `of`: the service that it is known of, where not of all. */
  warnings: readonly { reason: Reason; of: string }[];
  badge: 'ended' | 'paused' | 'open' | 'closed' | null;
}

const each = (all: readonly string[]): string[] => [...new Set(all)];

/** @param home code of the country where one works */
export function providerLine(
  { records = [] }: Pick<DossierRow, 'records'>,
  ask: OfferAsk,
  now: ClockTime,
  { language, home }: { language: Language; home: string },
): ProviderLine {
  const services = offersOf(records, ask) ?? [];
  const fields = records.find(({ kind }) => kind === 'provider')?.fields ?? {};
  return {
    name: nameFor(fields, language),
    services,
    named: each(services.map(({ name }) => name).filter((name) => name !== '')),
    areas: each(services.flatMap(({ areas }) => areas)),
    reaches: each(services.map(({ reach }) => reach).filter((reach) => reach !== 'at-location')),
    serves: each(services.flatMap(({ serves }) => serves)),
    warnings: warningsIn(services, ask.group, home),
    badge: badgeOf(services.length === 0 ? standOf(records) : null, services, now),
  };
}

function warningsIn(
  services: readonly ServiceEntry[],
  group: AdmissionGroup | '',
  home: string,
): ProviderLine['warnings'] {
  const found = new Map<string, { reason: Reason; of: string[] }>();
  for (const service of services) {
    const answer = group === '' ? undefined : service.admission[group];
    const abroad = countryAbroad(service, home);
    const reasons = [
      ...(group !== '' && (answer === 'depends' || answer === 'refuses') ? [because(answer, { group })] : []),
      ...warningsOf(service),
      ...(abroad === null ? [] : [because('other-country', { country: abroad })]),
    ];
    for (const reason of reasons) {
      const key = JSON.stringify([reason.code, reason.args]);
      const held = found.get(key) ?? { reason, of: [] };
      found.set(key, { reason, of: [...held.of, service.name] });
    }
  }
  return [...found.values()].map(({ reason, of }) => ({
    reason,
    of: of.length === services.length ? '' : each(of).join(', '),
  }));
}

function badgeOf(
  own: ServiceEntry['state'] | null,
  services: readonly ServiceEntry[],
  { day, minute }: ClockTime,
): ProviderLine['badge'] {
  if (own !== null) return own === 'active' ? null : own;
  const working = services.filter(({ state }) => state === 'active');
  if (working.length === 0) return services.some(({ state }) => state === 'paused') ? 'paused' : 'ended';
  const doors = working.map(({ opening }) => openState(opening, day, minute).is);
  if (doors.includes('open')) return 'open';
  // Of some nobody knows the hours: that all are shut is not known.
  return doors.includes('unknown') ? null : 'closed';
}
