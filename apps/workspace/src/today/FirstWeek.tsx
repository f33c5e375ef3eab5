import { formatNumber } from '@dayaq/locale';
import type { SpaceSummary } from '@dayaq/vault/client';
import { language, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Icon } from '../look/Icon.tsx';
import { useVault } from '../vault/session.ts';
import { type FirstStep, LEAVE_TRIED, PUT_AWAY, SERVICES, type Step } from './first-week.ts';

interface Props {
  space: Pick<SpaceSummary, 'id'>;
  steps: readonly FirstStep[];
  /** Something was pressed that no query hears of. */
  onSaid: () => void;
}

const PLACES: Readonly<Record<Exclude<Step, 'leave'>, string>> = {
  kit: '/settings#kit',
  keyholder: '/people?invite=keyholder',
  colleague: '/people',
  services: '/services',
  reminders: '/settings#reminders',
};

const number = (value: number): string => formatNumber(language.value, value);

const titleOf = (step: Step): string =>
  step === 'services' ? t('today.first.services', { count: number(SERVICES) }) : t(`today.first.${step}`);

/** What one begins with, ticked by what is really so. It goes when nothing of it is left, or when it is put away. */
export function FirstWeek({ space, steps, onSaid }: Props) {
  const vault = useVault();
  const say = (name: string): void => void vault.setPreference(name, true).then(onSaid);
  const done = steps.filter((each) => each.done).length;
  return (
    <section class="first-week" aria-labelledby="first-week">
      <h2 id="first-week">{t('today.first.title')}</h2>
      <p class="small muted">{t('today.first.count', { done: number(done), total: number(steps.length) })}</p>
      <ul class="rows">
        {steps.map(({ step, done: isDone }) => (
          <li key={step} class={isDone ? 'row first-done' : 'row'}>
            <span class="first-mark">{isDone && <Icon name="check" size={15} />}</span>
            <div>
              {step === 'leave' || isDone ? (
                <span class="row-title">{titleOf(step)}</span>
              ) : (
                <a class="row-title" href={PLACES[step]}>
                  {titleOf(step)}
                </a>
              )}
              {isDone ? (
                <span class="visually-hidden">{t('today.first.isDone')}</span>
              ) : (
                <p class="row-note">{t(`today.first.${step}Why`)}</p>
              )}
              {step === 'leave' && !isDone && (
                <Button small kind="quiet" onClick={() => say(LEAVE_TRIED)}>
                  {t('today.first.tried')}
                </Button>
              )}
            </div>
            {step !== 'leave' && !isDone && <Icon name="next" size={15} />}
          </li>
        ))}
      </ul>
      <Button small kind="quiet" onClick={() => say(`${PUT_AWAY}.${space.id}`)}>
        {t('today.first.away')}
      </Button>
    </section>
  );
}
