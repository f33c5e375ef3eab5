import { groupOf } from '@dayaq/domain';
import { textIn } from '@dayaq/acts/record-values';
import { says } from '../../cases/detail/open-case.ts';
import { textsOf } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Facts, Ours } from './Ours.tsx';
import { useOpenProvider } from './open-provider.ts';
import { PlaceItem } from './PlaceItem.tsx';

const OUR_FIELDS = groupOf('provider', 'ours');

/** What the provider is, how to reach it first, and what only we know of it. */
export function ProviderFacts() {
  const { root, live } = useOpenProvider();
  const named = new Set(
    live
      .filter((record) => record.kind === 'service')
      .flatMap((service) => textsOf(service.fields.locations?.value)),
  );
  const services = live.filter((record) => record.kind === 'service');
  // A place that no service names belongs to all of them; it stands here once.
  const shared = live.filter(
    (record) =>
      record.kind === 'location' &&
      (!named.has(record.id) || services.some((service) => !says(service, 'locations'))),
  );
  return (
    <section class="stack">
      {says(root, 'about') && <p class="value-long">{textIn(root, 'about')}</p>}
      <Facts record={root} fields={[...groupOf('provider', 'names'), ...groupOf('provider', 'reach')]} />
      {shared.length > 0 && (
        <div class="stack stack-tight">
          <h3 class="kicker">{t('services.places')}</h3>
          <ul class="service-places">
            {shared.map((place) => (
              <PlaceItem key={place.id} place={place} />
            ))}
          </ul>
        </div>
      )}
      {says(root, ...OUR_FIELDS) && (
        <Ours>
          <Facts record={root} fields={OUR_FIELDS} />
        </Ours>
      )}
    </section>
  );
}
