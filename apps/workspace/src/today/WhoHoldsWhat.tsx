import { formatNumber } from '@dayaq/locale';
import type { Id, Workload } from '@dayaq/vault/client';
import { language, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';

interface Props {
  rows: readonly Workload[];
  me: Id;
  nameOf: (account: Id) => string;
  onChoose: (owner: Id) => void;
}

/** For whoever answers for the work: cases, what is due and what is late, by person. A name leads to what lies with them. */
export function WhoHoldsWhat({ rows, me, nameOf, onChoose }: Props) {
  const most = Math.max(1, ...rows.map(({ open }) => open));
  const number = (value: number): string => formatNumber(language.value, value);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="today-load">
      <h2 id="today-load">{t('today.load.title')}</h2>
      <table class="today-load">
        <thead>
          <tr>
            <th scope="col">{t('today.load.who')}</th>
            <th scope="col" class="number">
              {t('today.load.cases')}
            </th>
            <th scope="col" class="number">
              {t('today.load.open')}
            </th>
            <th scope="col" class="number">
              {t('today.load.late')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.owner}>
              <th scope="row">
                <Button kind="link" onClick={() => onChoose(row.owner)}>
                  {row.owner === ''
                    ? t('today.whose.nobody')
                    : row.owner === me
                      ? t('today.load.you')
                      : nameOf(row.owner)}
                </Button>
                <Bar share={row.open / most} />
              </th>
              <td class="number">{number(row.cases)}</td>
              <td class="number">{number(row.open)}</td>
              <td class={row.overdue > 0 ? 'number late' : 'number'}>{number(row.overdue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The same as the number beside it, for those who would rather look than read. */
function Bar({ share }: { share: number }) {
  return (
    <svg
      class="today-bar"
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="100" height="4" class="today-bar-ground" />
      <rect width={share * 100} height="4" />
    </svg>
  );
}
