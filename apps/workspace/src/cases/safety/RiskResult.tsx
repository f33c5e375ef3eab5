import { type Instrument, type RiskLevel } from '@dayaq/domain';
import type { ComponentChildren } from 'preact';
import { codeLabel } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { DangerLevel } from '../../look/DangerLevel.tsx';
import { useOpenCase } from '../detail/open-case.ts';
import type { Reasons } from './assessments.ts';

interface Props {
  instrument: Instrument;
  reasons: Reasons;
  /** The level as computed when it was made. */
  computed: RiskLevel;
  override: RiskLevel | null;
  overrideWhy: string;
  children?: ComponentChildren;
}

/** A result as it must always stand: both levels, where it comes from, and what it cannot do. */
export function RiskResult({ instrument, reasons, computed, override, overrideWhy, children }: Props) {
  const { translator } = useOpenCase();
  const level = (code: RiskLevel) => codeLabel(translator, 'risk-levels', code);
  return (
    <div class="stack stack-tight risk-result">
      <p class="risk-levels">
        <DangerLevel level={computed}>
          {t('safety.standing.computed', { level: level(computed) })}
        </DangerLevel>
        {override !== null && (
          <DangerLevel level={override}>{t('safety.standing.ours', { level: level(override) })}</DangerLevel>
        )}
      </p>
      {override !== null && (
        <p class="small">
          {overrideWhy.trim() === ''
            ? t('safety.standing.noWhy')
            : t('safety.standing.why', { why: overrideWhy })}
        </p>
      )}
      <RiskReasons instrument={instrument} reasons={reasons} />
      {children}
      <RiskLimits instrument={instrument} />
    </div>
  );
}

function RiskReasons({ instrument, reasons }: { instrument: Instrument; reasons: Reasons }) {
  const { translator } = useOpenCase();
  const { critical, yes, open, tooLittleKnown } = reasons;
  const groups: readonly (readonly [string, readonly string[]])[] = [
    [t('safety.reasons.critical'), critical],
    [t('safety.reasons.danger'), yes.danger],
    [t('safety.reasons.weakness'), yes.weakness],
    [t('safety.reasons.strength'), yes.strength],
  ];
  return (
    <div class="stack stack-tight small">
      <p class="kicker">{t('safety.reasons.title')}</p>
      {critical.length + yes.danger.length === 0 && <p>{t('safety.reasons.none')}</p>}
      {groups.map(
        ([words, questions]) =>
          questions.length > 0 && (
            <div key={words}>
              <p>{words}</p>
              <ul>
                {questions.map((question) => (
                  <li key={question}>{codeLabel(translator, instrument.list, question)}</li>
                ))}
              </ul>
            </div>
          ),
      )}
      {open.length > 0 && <p class="muted">{t('safety.reasons.open', { count: open.length })}</p>}
      {tooLittleKnown && <p>{t('safety.reasons.tooLittle')}</p>}
    </div>
  );
}

/** What the instrument cannot do: beside every one of its results. */
function RiskLimits({ instrument }: { instrument: Instrument }) {
  const { translator } = useOpenCase();
  return (
    <div class="risk-limits small">
      <p class="kicker">{t('safety.limits')}</p>
      <ul>
        {instrument.limits.map((limit) => (
          <li key={limit}>{codeLabel(translator, 'risk-limits', limit)}</li>
        ))}
      </ul>
    </div>
  );
}
