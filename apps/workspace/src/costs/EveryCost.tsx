import type { FuzzyDate } from '@dayaq/domain';
import { formatDate } from '@dayaq/locale';
import { useId, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { DateInput } from '../fields/inputs/date-input.tsx';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Field } from '../look/Field.tsx';
import { Icon } from '../look/Icon.tsx';
import type { AllCosts } from './all-costs.ts';
import { chosenCosts } from './cost-lines.ts';
import { textOf } from '@dayaq/acts/cost/cost-records';
import { CostRow } from './CostRow.tsx';
import { CostSums } from './CostSums.tsx';
import { type Period, PERIODS, type PeriodName, periodOf } from './period.ts';
import { clockIn } from '../services/clock.ts';
import { ReportDialog } from './report/ReportDialog.tsx';

/** Costs drawn before more are asked for. */
const STEP = 50;

/** Every cost of a period and a fund, its sums, and the way into a report. */
export function EveryCost({ room, costs }: { room: Room; costs: AllCosts }) {
  const { translator } = room;
  const { day: today } = clockIn(room.country, Date.now());
  const id = useId();
  const [name, setName] = useState<PeriodName>('year');
  const [from, setFrom] = useState<FuzzyDate | null>(null);
  const [to, setTo] = useState<FuzzyDate | null>(null);
  const [fund, setFund] = useState<string | null>(null);
  const [most, setMost] = useState(STEP);
  const [saving, setSaving] = useState(false);
  const period = periodOf(name, today, { from, to });
  const names = new Map(costs.funds.map((one) => [one.id, textOf(one, 'name')]));
  const chosen = chosenCosts(costs.lines, { ...period, fund }, new Set(names.keys()));

  return (
    <section class="costs-section costs-every" aria-labelledby={id}>
      <div class="spread">
        <h2 id={id}>{t('costs.page.all')}</h2>
        {chosen.length > 0 && (
          <Button kind="plain" small onClick={() => setSaving(true)}>
            <Icon name="save" />
            {t('costs.export.open')}
          </Button>
        )}
      </div>
      <div class="cost-filters">
        <Field label={t('costs.filter.period')}>
          {(control) => (
            <select
              {...control}
              value={name}
              onChange={(event) => setName(event.currentTarget.value as PeriodName)}
            >
              {PERIODS.map((one) => (
                <option key={one} value={one}>
                  {t(`costs.periods.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('costs.funds.fund')}>
          {(control) => (
            <select
              {...control}
              value={fund === null ? 'every' : `of ${fund}`}
              onChange={({ currentTarget: { value } }) =>
                setFund(value === 'every' ? null : value.slice('of '.length))
              }
            >
              <option value="every">{t('costs.filter.everyFund')}</option>
              {[...names].map(([one, words]) => (
                <option key={one} value={`of ${one}`}>
                  {words}
                </option>
              ))}
              <option value="of ">{t('costs.funds.without')}</option>
            </select>
          )}
        </Field>
        {name === 'own' && (
          <>
            <DateInput
              id={`${id}-from`}
              label={t('costs.filter.from')}
              translator={translator}
              value={from}
              isOurs
              onChange={setFrom}
            />
            <DateInput
              id={`${id}-to`}
              label={t('costs.filter.to')}
              translator={translator}
              value={to}
              isOurs
              onChange={setTo}
            />
          </>
        )}
      </div>
      <p class="field-hint">{t('costs.filter.hint')}</p>
      <CostSums costs={chosen.map(({ record }) => record)} />
      {chosen.length === 0 ? (
        <p class="muted">{t('costs.page.nothing')}</p>
      ) : (
        <>
          <p class="small muted">{t('costs.page.count', { count: chosen.length })}</p>
          <ul class="cost-lines">
            {chosen.slice(0, most).map((line) => (
              <CostRow key={line.id} room={room} line={line} fund={names.get(line.fund) ?? ''} showsState />
            ))}
          </ul>
        </>
      )}
      {chosen.length > most && (
        <div>
          <Button kind="plain" small onClick={() => setMost(most + STEP * 4)}>
            {t('costs.page.more')}
          </Button>
        </div>
      )}
      <p class="small muted">{t('costs.page.mine')}</p>
      {saving && (
        <ReportDialog
          room={room}
          costs={costs}
          lines={chosen}
          period={periodWords(room, period)}
          onClose={() => setSaving(false)}
        />
      )}
    </section>
  );
}

/** "1 – 30 November 2026", or what stands open. */
function periodWords({ translator: { language } }: Room, { from, to }: Period): string {
  if (from === null && to === null) return t('costs.periods.all');
  if (from !== null && to !== null) return formatDate(language, from, 'long', { until: to });
  const side = from === null ? t('costs.filter.to') : t('costs.filter.from');
  return `${side} ${formatDate(language, from ?? to ?? '', 'long')}`;
}
