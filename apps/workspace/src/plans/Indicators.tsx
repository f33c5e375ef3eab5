import { groupOf, lastSince, movementOf, reaches, type Movement, type Range } from '@dayaq/domain';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import type { Room } from '../cases/room.ts';
import { codeLabel, fieldLabel, type Surroundings, valueText } from '../fields/index.ts';
import { sayDate } from '../fields/say-date.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Tag, type Tone } from '../look/Tag.tsx';
import { FromFigure, ItsFigure } from './FromFigure.tsx';
import { MOVED, rangeText, unitOf, whomText } from './indicator-words.ts';
import { byUnit, type IndicatorView, type SheetView } from './indicators.ts';
import { drawSeries } from './series-picture.ts';
import { SeriesLegend, Series } from './Series.tsx';
import type { Commitment } from './use-framework.ts';
import { defining, measuring, settingTarget, type Writing, writingIndicator } from './writing.ts';

/** Rows of one definition's table: what is older stands in its history. */
const MOST_ROWS = 120;

const TONES: Partial<Record<Movement, Tone>> = { towards: 'o', away: 'w' };
const REACHED = {
  yes: () => t('plans.indicators.reached.yes'),
  no: () => t('plans.indicators.reached.no'),
  'cannot-say': () => t('plans.indicators.reached.cannotSay'),
} as const;

interface Props {
  room: Room;
  commitment: Commitment;
  around: Surroundings;
  /** Absent where this person may only read. */
  onWrite?: ((writing: Writing) => void) | undefined;
}

/** By what it is seen whether a commitment is kept: each with its definitions, what was measured, and what may be said of it. */
export function Indicators({ room, commitment, around, onWrite }: Props) {
  return (
    <>
      {commitment.indicators.map((indicator) => (
        <article key={indicator.record.id} class="indicator stack stack-tight">
          <h5>
            {textIn(indicator.record, 'name')}{' '}
            <span class="muted small">
              {codeLabel(around.translator, 'indicator-aspects', textIn(indicator.record, 'aspect'))}
            </span>
          </h5>
          {textIn(indicator.record, 'note') !== '' && (
            <p class="muted value-long">{textIn(indicator.record, 'note')}</p>
          )}
          {byUnit(indicator.sheets).map((sheets) => (
            <figure key={sheets[0]?.id} class="indicator-figure">
              <Series picture={drawSeries(sheets)} />
              {sheets.some(({ measured }) => measured.length > 0) && <SeriesLegend />}
              {[...sheets].reverse().map((sheet) => (
                <OneSheet
                  key={sheet.id}
                  room={room}
                  indicator={indicator}
                  sheet={sheet}
                  around={around}
                  onWrite={onWrite}
                />
              ))}
            </figure>
          ))}
          {onWrite !== undefined && (
            <IndicatorActs room={room} commitment={commitment} indicator={indicator} onWrite={onWrite} />
          )}
        </article>
      ))}
    </>
  );
}

interface ActsProps extends Omit<Props, 'around'> {
  indicator: IndicatorView;
  onWrite: (writing: Writing) => void;
}

function IndicatorActs({ room, commitment, indicator, onWrite }: ActsProps) {
  const now = indicator.sheets.at(-1);
  const newSheet = () => onWrite(defining(indicator, null, room));
  return (
    <div class="buttons">
      {now === undefined ? (
        <Button kind="plain" small onClick={newSheet}>
          {t('plans.indicators.define')}
        </Button>
      ) : (
        <>
          <Button kind="plain" small onClick={() => onWrite(measuring(now, null, room))}>
            {t('plans.indicators.measure')}
          </Button>
          <FromFigure room={room} sheet={now} onWrite={onWrite} />
          <Button kind="quiet" small onClick={() => onWrite(settingTarget(now, null))}>
            {t('plans.indicators.target')}
          </Button>
          <Button kind="quiet" small onClick={newSheet}>
            {t('plans.indicators.otherwise')}
          </Button>
        </>
      )}
      <Button kind="quiet" small onClick={() => onWrite(writingIndicator(commitment, indicator.record))}>
        {t('plans.indicators.edit')}
      </Button>
    </div>
  );
}

interface SheetProps extends Omit<Props, 'commitment'> {
  sheet: SheetView;
}

/** One definition: what it counts, what may be said of how it moved, and every number. */
function OneSheet({ room, indicator, sheet, around, onWrite }: SheetProps & { indicator: IndicatorView }) {
  const { translator } = around;
  const values = valuesOf(sheet.record);
  const words = (field: string): string =>
    valueText({ ...around, kind: 'indicator-sheet', field, value: values[field], values });
  const movement = movementOf(sheet, sheet.measured);
  const last = lastSince(sheet, sheet.measured);
  return (
    <div class="stack stack-tight">
      <p class="value-long">
        <strong>{words('definition')}</strong>
      </p>
      <p>
        <Tag tone={TONES[movement] ?? 'n'}>{t(MOVED[movement])}</Tag>
      </p>
      <dl class="story-facts">
        {groupOf('indicator-sheet', 'facts').map(
          (field) =>
            words(field) !== '' && (
              <div key={field}>
                <dt>{fieldLabel(translator, 'indicator-sheet', field)}</dt>
                <dd>{words(field)}</dd>
              </div>
            ),
        )}
        {sheet.baseline !== null && (
          <div>
            <dt>{fieldLabel(translator, 'indicator-sheet', 'baselineLeast')}</dt>
            <dd>
              {amountText(around, sheet, sheet.baseline)}, {sayDate(translator, sheet.baseline.date)}
              {words('baselineSource') !== '' && ` (${words('baselineSource')})`}
            </dd>
          </div>
        )}
        {sheet.targets.map(({ id, record, amount, by }) => (
          <div key={id}>
            <dt>{t('plans.indicators.targetBy', { day: sayDate(translator, by) })}</dt>
            <dd>
              {amountText(around, sheet, { least: amount, most: amount })}
              {last !== null &&
                sheet.baseline !== null &&
                ` · ${REACHED[reaches(sheet.aim, amount, last)]()}`}
              {textIn(record, 'source') !== '' && ` (${textIn(record, 'source')})`}
              {onWrite !== undefined && (
                <Button kind="quiet" small onClick={() => onWrite(settingTarget(sheet, record))}>
                  {t('plans.editReading')}
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Numbers room={room} sheet={sheet} around={around} onWrite={onWrite} />
      {onWrite !== undefined && (
        <div>
          <Button kind="quiet" small onClick={() => onWrite(defining(indicator, sheet, room))}>
            {t('plans.indicators.editSheet')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Numbers({ room, sheet, around, onWrite }: SheetProps) {
  const { translator } = around;
  if (sheet.measured.length === 0) return <p class="muted small">{t('plans.indicators.none')}</p>;
  const rows = [...sheet.measured].sort((a, b) => (a.date.day < b.date.day ? 1 : -1));
  return (
    <div
      class="table-scroll"
      tabIndex={0}
      role="region"
      aria-label={t('plans.indicators.table', { count: rows.length })}
    >
      <table class="table-of-words indicator-table">
        <caption>{t('plans.indicators.table', { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{fieldLabel(translator, 'measurement', 'date')}</th>
            <th scope="col" class="number">
              {unitOf(around, sheet.record)}
            </th>
            <th scope="col">{t('plans.indicators.ofWhom')}</th>
            <th scope="col">{fieldLabel(translator, 'measurement', 'source')}</th>
            {onWrite !== undefined && (
              <th scope="col">
                <span class="visually-hidden">{t('plans.editReading')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row) => (
            <tr key={row.id}>
              <th scope="row">{sayDate(translator, row.date)}</th>
              <td class="number" data-column={unitOf(around, sheet.record)}>
                {rangeText(around, row)}
              </td>
              <td data-column={t('plans.indicators.ofWhom')}>
                {whomText(around, row.record) || t('plans.indicators.all')}
              </td>
              <td class="value-long" data-column={fieldLabel(translator, 'measurement', 'source')}>
                {[textIn(row.record, 'source'), textIn(row.record, 'words')].filter(Boolean).join('. ')}{' '}
                <ItsFigure record={row.record} />
              </td>
              {onWrite !== undefined && (
                <td>
                  <Button kind="quiet" small onClick={() => onWrite(measuring(sheet, row.record, room))}>
                    {t('plans.editReading')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && (
        <p class="muted small">{t('plans.indicators.older', { count: MOST_ROWS })}</p>
      )}
    </div>
  );
}

const amountText = (around: Surroundings, sheet: SheetView, range: Range): string =>
  `${rangeText(around, range)} (${unitOf(around, sheet.record)})`;
