import {
  ANSWERS_AT_DOOR,
  districtReach,
  exclusionTest,
  type Figures,
  type Seeker,
  type ServiceEntry,
} from '@dayaq/domain';
import { formatList } from '@dayaq/locale';
import { useId, useMemo, useState } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Notice } from '../look/Notice.tsx';
import type { MapPicture } from './map-picture.ts';
import { sourceText } from './figure-rows.ts';
import { ReachMap } from './ReachMap.tsx';
import { ReachTable, wayText } from './ReachTable.tsx';
import { remoteServices } from './remote-services.ts';
import { type ReachRow, reachRows, type Sorting, sortRows, summarise } from './reach-rows.ts';
import { EXAMPLES, exampleOf, seekerFor, type Who } from './who.ts';
import { usePicture } from './use-picture.ts';
import { WhoControls } from './WhoControls.tsx';
import type { Words } from './words.ts';

/** The client of the case from which the page was opened. */
export interface Client {
  name: string;
  seeker: Seeker;
}

/** Districts without an outline are named one by one up to so many. */
const NAMED = 12;
const ANYBODY = seekerFor(EXAMPLES.anybody);

/** From each district to the nearest service that would let this person in: map, sentence and table. */
export function Reach({
  services,
  byService,
  country,
  client,
  figures,
  words,
}: {
  services: readonly ServiceEntry[];
  byService: ReadonlyMap<string, ServiceEntry>;
  country: string;
  client: Client | null;
  figures: Figures;
  words: Words;
}) {
  const id = useId();
  const { language } = words.translator;
  const [need, setNeed] = useState('shelter');
  const [who, setWho] = useState<Who>(EXAMPLES.anybody);
  const [takesClient, setTakesClient] = useState(true);
  const [chosen, setChosen] = useState<string | null>(null);
  const [sorting, setSorting] = useState<Sorting>({ by: 'km', isDown: true });
  const picture = usePicture(country);
  const isClient = client !== null && takesClient;
  const seeker = isClient ? client.seeker : seekerFor(who);
  const rows = useMemo(
    () =>
      reachRows(districtReach(services, country, need, seeker, exclusionTest(seeker)), byService, words.area),
    [services, country, need, who, isClient, client, words],
  );
  const anybody = useMemo(() => districtReach(services, country, need, ANYBODY), [services, country, need]);
  const summary = useMemo(() => summarise(rows, anybody), [rows, anybody]);
  const remote = useMemo(
    () => remoteServices(services, country, need, seeker).length,
    [services, country, need, who, isClient, client],
  );
  const sorted = useMemo(() => sortRows(rows, sorting, language), [rows, sorting, language]);
  const isGuarded = seeker.excluded.providers.length > 0 || seeker.excluded.words !== '';
  const forWhom = whoText(isClient ? seeker.groups : who.groups, isClient ? null : who, words);
  const title = t('coverage.reach.caption', { need: words.code('services', need), who: forWhom });
  const at = rows.find(({ area }) => area === chosen);
  return (
    <section class="coverage-section" aria-labelledby={id}>
      <h2 id={id}>{t('coverage.reach.title')}</h2>
      <p>{t('coverage.reach.intro')}</p>
      <WhoControls
        need={need}
        onNeed={setNeed}
        who={who}
        onWho={setWho}
        client={
          client === null ? null : { name: client.name, isChosen: takesClient, onChoose: setTakesClient }
        }
        words={words}
      />
      <h3>{title}</h3>
      <div role="status" class="stack stack-tight">
        {summary.nowhere === summary.all ? (
          <Notice tone="w">
            <p class="strong">{remote > 0 ? t('coverage.reach.noDoor') : t('coverage.reach.nowhereAtAll')}</p>
          </Notice>
        ) : (
          <>
            <dl class="coverage-answers">
              {(
                [
                  ['admits', summary.admits],
                  ['asks-first', summary.asksFirst],
                  ['refuses', summary.refuses],
                ] as const
              ).map(([answer, count]) => (
                <div key={answer} data-answer={answer}>
                  <dt>{t(`coverage.answer.${answer}`)}</dt>
                  <dd>
                    {t('coverage.reach.of', { count: words.number(count), all: words.number(summary.all) })}
                  </dd>
                </div>
              ))}
            </dl>
            <p class="coverage-summary">
              {summary.farthest !== null &&
                t('coverage.reach.farthest', {
                  area: summary.farthest.name,
                  km: words.number(summary.farthest.km),
                })}{' '}
              {summary.onlyToAsk > 0 && t('coverage.reach.onlyToAsk', { count: summary.onlyToAsk })}{' '}
              {summary.nowhere > 0 && t('coverage.reach.nowhere', { count: summary.nowhere })}
            </p>
          </>
        )}
        {need === 'shelter' &&
          figures.of('way-to-shelter-km').map((way) => (
            <p key={way.key}>
              {t('coverage.reach.byRoad', { km: words.number(way.value) })} {sourceText(words, way)}
            </p>
          ))}
        {remote > 0 && <p>{t('coverage.reach.remote', { count: remote })}</p>}
        {isClient && isGuarded && <p>{t('services.match.excluded')}</p>}
        {summary.fartherThanForAnybody > 0 && (
          <p class="strong">{t('coverage.reach.farther', { count: summary.fartherThanForAnybody })}</p>
        )}
      </div>
      <div class="coverage-reach">
        {picture === 'none' && <p class="muted">{t('coverage.map.none')}</p>}
        {typeof picture !== 'string' && (
          <div class="coverage-map-side">
            <ReachMap
              picture={picture}
              rows={rows}
              chosen={chosen}
              onChoose={setChosen}
              title={title}
              words={words}
            />
            <p class="coverage-at no-print" role="status">
              {at === undefined ? (
                <span class="muted">{t('coverage.map.press')}</span>
              ) : (
                <At row={at} words={words} />
              )}
            </p>
          </div>
        )}
        <ReachTable
          rows={sorted}
          sorting={sorting}
          onSort={setSorting}
          chosen={chosen}
          onChoose={setChosen}
          title={title}
          words={words}
        />
      </div>
      {typeof picture !== 'string' && <AboutMap picture={picture} words={words} />}
    </section>
  );
}

function At({ row, words }: { row: ReachRow; words: Words }) {
  const said = ANSWERS_AT_DOOR.flatMap((answer) => {
    const found = row[answer];
    if (found === null) return [];
    const name = found.service.name || found.service.providerName;
    return [`${t(`coverage.answer.${answer}`)}: ${name}, ${found.place}, ${wayText(found, words)}`];
  });
  return (
    <>
      <strong>{row.name}</strong>: {said.length === 0 ? t('coverage.steps.nowhere') : said.join('; ')}
    </>
  );
}

/** Where the shapes come from, what they lack, and what they do not say. */
function AboutMap({ picture, words }: { picture: MapPicture; words: Words }) {
  const { dots, within } = picture;
  const names = formatList(
    words.translator.language,
    dots.map(({ area }) => words.area(area)),
  );
  return (
    <div class="stack stack-tight small muted coverage-about">
      <p>{t('coverage.map.borders')}</p>
      {within.map(({ city, count }) => (
        <p key={city}>{t('coverage.map.within', { city: words.area(city), count })}</p>
      ))}
      {dots.length > 0 && (
        <p>
          {dots.length > NAMED
            ? t('coverage.map.manyDots', { count: dots.length })
            : t('coverage.map.dots', { names })}
        </p>
      )}
    </div>
  );
}

/** The person in words, without anything that tells who it is. */
function whoText(groups: readonly string[], who: Who | null, words: Words): string {
  const example = who === null ? null : exampleOf(who);
  if (example !== null) return t(`coverage.who.${example}`);
  const traits = groups.map((group) => words.code('admission-groups', group));
  const sons =
    who === null || who.sons.length === 0 ? [] : [t('coverage.reach.sonsOf', { ages: who.sons.join(', ') })];
  const all = [...traits, ...sons];
  return all.length === 0 ? t('coverage.who.anybody') : formatList(words.translator.language, all);
}
