import type { OpenCase } from '../cases/detail/open-case.ts';
import { textsOf } from '../fields/index.ts';
import { addressOf } from '../kind-places.ts';
import { endTitle } from '../links/link-names.ts';
import { t } from '../locale/index.ts';
import { useQuery } from '../vault/session.ts';

/** Ends of links that are named. */
const MOST = 100;

/** Where one can go on from a law: what it is about, and what leads to it, as far as this person may read either. */
export function LedHere({ open }: { open: OpenCase }) {
  const { root, around } = open;
  const named = ['about', 'commitments'].flatMap((field) => textsOf(root.fields[field]?.value));
  const { data } = useQuery(
    async (vault) => {
      const [linked, ends] = await Promise.all([
        vault.linked({ id: root.id, limit: MOST }),
        vault.named(named.slice(0, MOST)),
      ]);
      return [...Object.values(ends), ...linked.from.map(({ end }) => end)];
    },
    [root.id, named.join(' ')],
    ['law', 'framework', 'commitment', 'consultation', 'matter'],
  );
  const ends = (data ?? []).flatMap((end) => {
    const href = addressOf(end.kind, end);
    return href === undefined ? [] : [{ id: end.id, href, title: endTitle(end, around) }];
  });
  if (ends.length === 0) return null;
  return (
    <section class="stack stack-tight" aria-labelledby="law-links">
      <h3 id="law-links">{t('laws.links')}</h3>
      <ul>
        {ends.map(({ id, href, title }) => (
          <li key={id}>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
