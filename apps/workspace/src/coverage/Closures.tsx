import type { ServiceEntry } from '@dayaq/domain';
import { formatDate } from '@dayaq/locale';
import { useId, useMemo, useState } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Field } from '../look/Field.tsx';
import { closuresOf } from './closures.ts';
import { ServiceLink } from './PlacesTable.tsx';
import type { Words } from './words.ts';

/** Rows on the screen before somebody asks for all; paper gets all. */
const FIRST = 8;

/** For each need, the longest time in a year in which nobody was open, and who was shut longest. */
export function Closures({
  services,
  byService,
  country,
  today,
  words,
}: {
  services: readonly ServiceEntry[];
  byService: ReadonlyMap<string, ServiceEntry>;
  country: string;
  today: string;
  words: Words;
}) {
  const id = useId();
  const thisYear = Number(today.slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [isWhole, setWhole] = useState(false);
  const closures = useMemo(() => closuresOf(services, country, year), [services, country, year]);
  const period = ({ from, to }: { from: string; to: string }): string =>
    formatDate(words.translator.language, from, 'day', { until: to });
  return (
    <section class="coverage-section" aria-labelledby={id}>
      <h2 id={id}>{t('coverage.closures.title')}</h2>
      <p>{t('coverage.closures.intro')}</p>
      <div class="coverage-year no-print">
        <Field label={t('coverage.closures.year')}>
          {(control) => (
            <select
              {...control}
              value={String(year)}
              onChange={(event) => setYear(Number(event.currentTarget.value))}
            >
              {[thisYear + 1, thisYear, thisYear - 1, thisYear - 2].map((one) => (
                <option key={one} value={String(one)}>
                  {one}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <p class="print-only">
        {t('coverage.closures.year')}: {year}
      </p>
      {closures.length === 0 ? (
        <p class="muted">{t('coverage.closures.nothing')}</p>
      ) : (
        <>
          <table class="coverage-closures">
            <thead>
              <tr>
                <th scope="col">{t('coverage.closures.need')}</th>
                <th scope="col" class="number">
                  {t('coverage.closures.days')}
                </th>
              </tr>
            </thead>
            <tbody>
              {closures.map(({ need, everywhere, services: shut, hoursNotKnown }, index) => {
                // Who was shut no longer than everybody was adds nothing.
                const longest = shut.find(({ run }) => run.days > (everywhere?.days ?? 0));
                const service = longest === undefined ? undefined : byService.get(longest.service);
                const count = hoursNotKnown;
                return (
                  <tr key={need} class={!isWhole && index >= FIRST ? 'coverage-row-paper' : undefined}>
                    <th scope="row">
                      <span class="coverage-what">{words.code('services', need)}</span>
                      {everywhere !== null && (
                        <span class="coverage-note">
                          {t('coverage.closures.nobody', { period: period(everywhere) })}
                        </span>
                      )}
                      {service !== undefined && longest !== undefined && (
                        <span class="coverage-note">
                          {t('coverage.closures.longest', {
                            days: longest.run.days,
                            period: period(longest.run),
                          })}{' '}
                          <ServiceLink service={service} />
                        </span>
                      )}
                      {count > 0 && (
                        <span class="coverage-note">{t('coverage.closures.notKnown', { count })}</span>
                      )}
                    </th>
                    <td class="number coverage-value">
                      {everywhere === null && shut.length === 0 && count > 0
                        ? t('coverage.closures.unknown')
                        : words.number(everywhere?.days ?? 0)}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          {closures.length > FIRST && (
            <div>
              <Button kind="plain" small onClick={() => setWhole(!isWhole)}>
                {isWhole ? t('coverage.table.fewer') : t('coverage.closures.all', { count: closures.length })}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
