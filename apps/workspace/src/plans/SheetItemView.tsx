import { t } from '../locale/index.ts';
import { Tag } from '../look/Tag.tsx';
import type { Fact } from './leaving.ts';
import type { SheetIndicator, SheetItem } from './plan-sheet.ts';
import { TONES } from './Readings.tsx';
import { Series, SeriesLegend } from './Series.tsx';

/** One commitment as it leaves the seal: for paper, and before others' eyes. */
export function SheetItemView({ item }: { item: SheetItem }) {
  const { number, name, stands, said } = item;
  return (
    <section class="sheet-item stack stack-tight">
      <h3>
        {[number, name].filter(Boolean).join(' ')}
        {stands > 0 && <Tag>{t('plans.stands', { count: stands })}</Tag>}
      </h3>
      {item.text.length > 0 && <Facts facts={item.text} />}
      {item.annex.length > 0 && (
        <>
          <h4>{t('plans.annex')}</h4>
          <Facts facts={item.annex} />
        </>
      )}
      {item.asked.length > 0 && <Facts facts={item.asked} />}
      {said.length > 0 && (
        <ul class="sheet-said">
          {said.map((each) => (
            <li key={each.id}>
              <p>
                <strong>{each.who}</strong> <Tag tone={TONES[each.rating] ?? 'n'}>{each.ratingWords}</Tag>{' '}
                <span class="muted small">{each.day}</span>
              </p>
              {each.words !== '' && <p class="value-long">{each.words}</p>}
              {each.source !== '' && <p class="muted small">{t('plans.source', { source: each.source })}</p>}
            </li>
          ))}
        </ul>
      )}
      {item.indicators.map((indicator) => (
        <SheetIndicatorView key={indicator.id} indicator={indicator} />
      ))}
      {item.money.length > 0 && (
        <>
          <h4>{t('plans.funding.title')}</h4>
          <Facts facts={item.money} />
        </>
      )}
    </section>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="story-facts">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd class="value-long">{fact.words}</dd>
        </div>
      ))}
    </dl>
  );
}

function SheetIndicatorView({ indicator: { name, aspect, series } }: { indicator: SheetIndicator }) {
  return (
    <figure class="indicator-figure">
      <figcaption>
        <strong>{name}</strong> <span class="muted small">{aspect}</span>
      </figcaption>
      {series.map(({ picture, definitions }) => (
        <div key={definitions[0]?.id} class="stack stack-tight">
          <Series picture={picture} />
          {picture !== null && <SeriesLegend />}
          {definitions.map((definition) => (
            <div key={definition.id} class="stack stack-tight">
              <p class="value-long">{definition.words}</p>
              <p>
                <Tag>{definition.moved}</Tag>
              </p>
              <Facts facts={definition.facts} />
              {definition.rows.length > 0 && <Rows definition={definition} />}
              {definition.keptBack > 0 && (
                <p class="muted small">{t('plans.sheet.keptBack', { count: definition.keptBack })}</p>
              )}
            </div>
          ))}
        </div>
      ))}
    </figure>
  );
}

function Rows({
  definition: { unit, rows },
}: {
  definition: SheetIndicator['series'][number]['definitions'][number];
}) {
  return (
    <table class="table-of-words indicator-table">
      <caption>{t('plans.indicators.table', { count: rows.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('plans.sheet.day')}</th>
          <th scope="col" class="number">
            {unit}
          </th>
          <th scope="col">{t('plans.indicators.ofWhom')}</th>
          <th scope="col">{t('plans.sheet.source')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.day}</th>
            <td class="number" data-column={unit}>
              {row.amount}
            </td>
            <td data-column={t('plans.indicators.ofWhom')}>{row.whom || t('plans.indicators.all')}</td>
            <td class="value-long" data-column={t('plans.sheet.source')}>
              {row.source}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
