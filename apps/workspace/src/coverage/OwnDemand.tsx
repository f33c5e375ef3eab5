import { childrenOf, type ServiceEntry, servicesForWant } from '@dayaq/domain';
import type { Id, Vault } from '@dayaq/vault/client';
import { useId } from 'preact/hooks';
import { OPEN_STATUSES } from '../cases/list/filters.ts';
import { t } from '../locale/index.ts';
import { useQuery } from '../vault/session.ts';
import { workingFor } from './working-for.ts';
import type { Words } from './words.ts';

interface Asked {
  want: string;
  open: number;
  all: number;
}

/**
 * What people in our own cases ask for, beside what there is; cases that only named people may open are in no number. For our own eyes:
 * exact numbers of cases never reach paper.
 */
export function OwnDemand({
  services,
  country,
  space,
  words,
}: {
  services: readonly ServiceEntry[];
  country: string;
  space: Id;
  words: Words;
}) {
  const id = useId();
  const asked = useQuery((vault) => askedFor(vault, space), [space], ['case']).data;
  return (
    <section class="coverage-section no-print" aria-labelledby={id}>
      <h2 id={id}>{t('coverage.own.title')}</h2>
      <p>{t('coverage.own.intro')}</p>
      <p class="small muted">{t('coverage.own.restricted')}</p>
      {asked === undefined ? (
        <p class="muted" role="status">
          {t('coverage.own.counting')}
        </p>
      ) : asked.length === 0 ? (
        <p class="muted">{t('coverage.own.none')}</p>
      ) : (
        <table class="coverage-own">
          <thead>
            <tr>
              <th scope="col">{t('coverage.own.want')}</th>
              <th scope="col" class="number">
                {t('coverage.own.open')}
              </th>
              <th scope="col" class="number">
                {t('coverage.own.all')}
              </th>
              <th scope="col" class="number">
                {t('coverage.own.services')}
              </th>
            </tr>
          </thead>
          <tbody>
            {asked.map(({ want, open, all }) => (
              <tr key={want} data-want={want}>
                <th scope="row">{words.code('wants', want)}</th>
                <td class="number">{words.number(open)}</td>
                <td class="number">{words.number(all)}</td>
                <td class="number">
                  {words.number(workingFor(services, country, servicesForWant(want)).length)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Wants that some service can meet, with how many cases have them; those of nobody are left out. */
async function askedFor(vault: Pick<Vault, 'dossiers'>, space: Id): Promise<Asked[]> {
  const wants = childrenOf('wants').map(({ code }) => code);
  const count = async (want: string, filters: Record<string, string[]>): Promise<number> => {
    const { total } = await vault.dossiers({
      kinds: ['case'],
      text: '',
      filters: { want: [want], restricted: ['no'], ...filters },
      sort: 'updated',
      descending: true,
      offset: 0,
      limit: 1,
      space,
    });
    return total;
  };
  const asked: Asked[] = [];
  for (const want of wants.filter((each) => servicesForWant(each).length > 0)) {
    const all = await count(want, {});
    if (all > 0) asked.push({ want, all, open: await count(want, { status: [...OPEN_STATUSES] }) });
  }
  return asked.sort((a, b) => b.open - a.open || b.all - a.all || (a.want < b.want ? -1 : 1));
}
