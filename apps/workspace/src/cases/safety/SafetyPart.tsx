import { type Instrument, instrumentOf, INSTRUMENTS } from '@dayaq/domain';
import type { Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { codeLabel, recordTitle } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { DangerLevel } from '../../look/DangerLevel.tsx';
import { Notice } from '../../look/Notice.tsx';
import { useOpenCase } from '../detail/open-case.ts';
import { useBegun } from '../parts/use-begun.ts';
import { AssessDialog } from './AssessDialog.tsx';
import { AssessedLine, AssessmentCard } from './AssessmentCard.tsx';
import { incidentsSince, levelOf, type Series, seriesOf } from './assessments.ts';
import { Detention } from './Detention.tsx';
import { EscalationBox } from './EscalationBox.tsx';
import './safety.css';
import { Threats } from './Threats.tsx';

interface Assessing {
  instrument: Instrument;
  of: Id | null;
}

/**
 * The danger in a case: who must act, how it was assessed and by what limits, and the threats as a line in time.
 * `?assess=<instrument>` begins an assessment.
 */
export function SafetyPart() {
  const { live, around, mayWrite } = useOpenCase();
  const [chosen, setChosen] = useState<Assessing | null>(null);
  const series = seriesOf(live);
  const [asked, endAsking] = useBegun('assess');
  const assessing = chosen ?? (mayWrite ? askedFor(asked, series) : null);
  const news = incidentsSince(live);
  return (
    <div class="stack stack-loose">
      <EscalationBox />
      <Detention />
      <section class="case-section" aria-labelledby="safety-standing">
        <h3 id="safety-standing">{t('safety.standing.title')}</h3>
        <p class="muted small">{t('safety.noGate')}</p>
        {news.length > 0 && (
          <Notice tone="w">
            <p>
              {t('safety.standing.since', {
                what: news
                  .slice(0, 3)
                  .map((record) => recordTitle(record, around))
                  .join('; '),
              })}
            </p>
          </Notice>
        )}
        {series.length === 0 && <p>{t('safety.standing.none')}</p>}
        {series.map((one) => (
          <SeriesView key={`${one.of} ${one.instrument}`} series={one} />
        ))}
        {mayWrite && <StartButtons series={series} onStart={setChosen} />}
      </section>
      <Threats />
      {assessing !== null && (
        <AssessDialog
          instrument={assessing.instrument}
          of={assessing.of}
          onClose={() => {
            setChosen(null);
            if (asked !== undefined) endAsking();
          }}
        />
      )}
    </div>
  );
}

/** Again for whom it was asked before. */
function askedFor(name: string | undefined, series: readonly Series[]): Assessing | null {
  const instrument = instrumentOf(name);
  if (instrument === undefined) return null;
  return { instrument, of: series.find((one) => one.instrument === instrument.instrument)?.of || null };
}

function SeriesView({ series }: { series: Series }) {
  return (
    <div class="stack stack-tight risk-series">
      <AssessmentCard record={series.latest} isLatest />
      {series.earlier.length > 0 && (
        <details>
          <summary>{t('safety.standing.history')}</summary>
          <ul class="risk-history">
            {series.earlier.map((record) => {
              const level = levelOf(record);
              return (
                <li key={record.id}>
                  <details>
                    <summary>
                      {level !== null && <DangerLevel level={level} />}
                      <AssessedLine record={record} />
                    </summary>
                    <AssessmentCard record={record} isLatest={false} />
                  </details>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </div>
  );
}

/** One button for each set of questions: again for whom it was asked before, anew where it was not. */
function StartButtons({
  series,
  onStart,
}: {
  series: readonly Series[];
  onStart: (assessing: Assessing) => void;
}) {
  const { translator } = useOpenCase();
  return (
    <div class="stack stack-tight">
      <p class="kicker">{series.length === 0 ? t('safety.standing.assess') : t('safety.standing.again')}</p>
      <div class="cluster">
        {Object.values(INSTRUMENTS).map((instrument) => {
          const before = series.find((one) => one.instrument === instrument.instrument);
          return (
            <Button
              key={instrument.instrument}
              kind={before !== undefined || series.length === 0 ? 'plain' : 'quiet'}
              onClick={() => onStart({ instrument, of: before?.of || null })}
            >
              {codeLabel(translator, 'risk-instruments', instrument.instrument)}
            </Button>
          );
        })}
      </div>
    </div>
  );
}
