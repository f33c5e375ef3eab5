import type { CapacityFigure, Disagreement, ServiceEntry } from '@dayaq/domain';
import { t } from '../locale/index.ts';
import { Tag } from '../look/Tag.tsx';
import type { Places, Share } from './places.ts';
import type { Words } from './words.ts';

/** Shelters listed at once; the rest on demand would never be needed by a country, but a list has an end. */
const MOST = 200;

/** Shelter by shelter what the directory counts, each unit for itself, and where sources disagree. */
export function PlacesTable({
  places,
  disagreements,
  words,
}: {
  places: Places;
  disagreements: readonly Disagreement[];
  words: Words;
}) {
  const { counted, byUnit } = places;
  if (counted.length === 0) return null;
  const others = new Map(disagreements.map(({ service, figures }) => [service, figures]));
  return (
    <details class="coverage-details">
      <summary>{t('coverage.places.title', { count: counted.length })}</summary>
      <div class="stack stack-tight">
        <ul>
          {byUnit.map(({ unit, number, shelters }) => (
            <li key={unit}>
              {t('coverage.places.unit', {
                unit: words.code('capacity-units', unit),
                number: words.number(number),
                count: shelters,
              })}
            </li>
          ))}
        </ul>
        <Shares
          title={t('coverage.places.runs')}
          list="provider-types"
          shares={places.byRunner}
          words={words}
        />
        <Shares title={t('coverage.places.pays')} list="payers" shares={places.byPayer} words={words} />
        {byUnit.length > 1 && <p class="small muted">{t('coverage.places.notAdded')}</p>}
        <table>
          <thead>
            <tr>
              <th scope="col">{t('coverage.places.shelter')}</th>
              <th scope="col" class="number">
                {t('coverage.places.number')}
              </th>
            </tr>
          </thead>
          <tbody>
            {counted.slice(0, MOST).map(({ service, figure, isOld }) => (
              <tr key={service.id}>
                <th scope="row">
                  <ServiceLink service={service} />{' '}
                  {figure.date === '' && <Tag tone="w">{t('coverage.figure.undated')}</Tag>}
                  {isOld && <Tag tone="w">{t('coverage.figure.old')}</Tag>}
                  <Said figure={figure} words={words} />
                  {others
                    .get(service.id)
                    ?.filter(
                      (other) =>
                        other !== figure && (other.number !== figure.number || other.unit !== figure.unit),
                    )
                    .map((other) => (
                      <span key={`${other.source} ${other.date}`} class="coverage-note">
                        {t('coverage.places.otherwise', {
                          number: words.number(other.number),
                          unit: words.code('capacity-units', other.unit),
                        })}{' '}
                        <Said figure={other} words={words} />
                      </span>
                    ))}
                </th>
                <td class="number">
                  {words.number(figure.number)}
                  <span class="coverage-note">{words.code('capacity-units', figure.unit)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** Who stands behind the places: "State body: 3 shelters – 54 beds". */
function Shares({
  title,
  list,
  shares,
  words,
}: {
  title: string;
  list: 'provider-types' | 'payers';
  shares: readonly Share[];
  words: Words;
}) {
  return (
    <div>
      <h4 class="kicker">{title}</h4>
      <ul>
        {shares.map(({ who, shelters, places }) => (
          <li key={who} data-who={who}>
            {t('coverage.places.share', { who: words.code(list, who), count: shelters })}
            {places.map(({ unit, number }) => (
              <span key={unit}>
                {' · '}
                {t('coverage.places.shareOf', {
                  unit: words.code('capacity-units', unit),
                  number: words.number(number),
                })}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Said({ figure, words }: { figure: CapacityFigure; words: Words }) {
  const source = figure.source === '' ? t('coverage.figure.noSource') : figure.source;
  const date = figure.date === '' ? t('coverage.figure.undated') : words.day(figure.date);
  return <span class="coverage-note">{t('coverage.figure.source', { source, date })}</span>;
}

export function ServiceLink({ service }: { service: ServiceEntry }) {
  return (
    <a href={`/services/${service.provider}/${service.id}`}>
      {service.name === '' ? service.providerName : service.name}
    </a>
  );
}
