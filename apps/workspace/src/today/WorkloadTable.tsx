import { formatNumber } from '@dayaq/locale';
import { language, t } from '../locale/index.ts';
import { useQuery } from '../vault/session.ts';
import { Button } from '../look/Button.tsx';

interface Props {
  /** YYYY-MM-DD */
  today: string;
  nameOf: (account: string) => string;
  onChoose: (owner: string) => void;
}

/** For whoever answers for the work: how much lies with whom, and how much is late. */
export function WorkloadTable({ today, nameOf, onChoose }: Props) {
  const { data: rows } = useQuery((vault) => vault.workload(today), [today]);
  const number = (value: number): string => formatNumber(language.value, value);
  if (rows === undefined || rows.length === 0) return null;
  return (
    <details class="today-load">
      <summary>{t('today.load.title')}</summary>
      <div class="today-table">
        <table>
          <caption class="muted small">{t('today.load.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('today.load.who')}</th>
              <th scope="col">{t('today.load.overdue')}</th>
              <th scope="col">{t('today.load.today')}</th>
              <th scope="col">{t('today.load.dangerous')}</th>
              <th scope="col">{t('today.load.open')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.owner}>
                <th scope="row">
                  <Button kind="link" onClick={() => onChoose(row.owner)}>
                    {row.owner === '' ? t('today.nobody') : nameOf(row.owner)}
                  </Button>
                </th>
                <td>{number(row.overdue)}</td>
                <td>{number(row.today)}</td>
                <td>{number(row.dangerous)}</td>
                <td>{number(row.open)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
