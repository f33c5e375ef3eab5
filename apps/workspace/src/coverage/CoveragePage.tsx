import { coverageOf, figuresOf, PACKS } from '@dayaq/domain';
import { formatNumber } from '@dayaq/locale';
import type { Id } from '@dayaq/vault/client';
import { useLocation } from 'preact-iso';
import { useMemo, useState } from 'preact/hooks';
import { allRecords } from '../cases/matters/all-records.ts';
import type { Room } from '../cases/room.ts';
import { useRoom } from '../cases/use-room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Chip } from '../look/Chip.tsx';
import { Icon } from '../look/Icon.tsx';
import { Notice } from '../look/Notice.tsx';
import { Page } from '../look/Page.tsx';
import { DIRECTORY_LIMIT, type Directory } from '../services/directory.ts';
import { useDirectory } from '../services/index.ts';
import { currentSpace, useQuery } from '../vault/session.ts';
import { Closures } from './Closures.tsx';
import { CountryFigures } from './CountryFigures.tsx';
import './coverage.css';
import { Demand } from './Demand.tsx';
import { Doubts } from './Doubts.tsx';
import { placesOf } from './places.ts';
import { OwnDemand } from './OwnDemand.tsx';
import { RapeResponse } from './RapeResponse.tsx';
import { Reach } from './Reach.tsx';
import { Standards } from './Standards.tsx';
import { useClient } from './use-client.ts';
import { wordsFrom } from './words.ts';

/** What a country lacks, by the directory of the space: standards, distance, closures, demand, and what is not known. */
export function CoveragePage() {
  const room = useRoom();
  const space = currentSpace();
  const { query } = useLocation();
  const from = query['case'] || null;
  return (
    <Page title={t('coverage.title')} layout="wide" back={from === null ? undefined : `/cases/${from}`}>
      {room === null || space === null || !space.ready ? (
        <p class="muted" role="status">
          {t('services.notReady')}
        </p>
      ) : (
        <Loaded key={space.id} room={room} space={space.id} organisation={space.name} from={from} />
      )}
    </Page>
  );
}

interface Props {
  room: Room;
  space: Id;
  organisation: string;
  /** The case whose client it is about. */
  from: Id | null;
}

function Loaded(props: Props) {
  const directory = useDirectory();
  if (directory.step === 'failed')
    return (
      <p role="alert">
        {t('services.notRead')}{' '}
        <Button kind="link" onClick={directory.again}>
          {t('services.again')}
        </Button>
      </p>
    );
  if (directory.step !== 'here')
    return (
      <p class="muted" role="status">
        {t('services.loading')}
      </p>
    );
  return <Sheet {...props} directory={directory.directory} />;
}

function Sheet({ room, space, organisation, from, directory }: Props & { directory: Directory }) {
  const { translator, today } = room;
  const [country, setCountry] = useState(room.country);
  const words = useMemo(() => wordsFrom(translator), [translator]);
  const client = useClient(from, Number(today.slice(0, 4)));
  const { services, byService } = directory;
  const written = useQuery((vault) => allRecords(vault, ['country-figure']), [], ['country-figure']).data;
  const figures = useMemo(
    () =>
      figuresOf(
        country,
        (written?.records ?? []).map(({ record, fields }) => ({ id: record, fields })),
      ),
    [country, written],
  );
  const coverage = useMemo(() => coverageOf(services, country, figures), [services, country, figures]);
  const places = useMemo(
    () => placesOf(services, byService, country, today),
    [services, byService, country, today],
  );
  const name = (code: string): string => translator.label('packs', 'countries', code);
  return (
    <article class="coverage">
      <header class="coverage-head">
        <div class="print-only">
          <p class="strong">
            {t('coverage.title')}: {name(country)}
          </p>
          <p class="small">{t('coverage.printed', { organisation, date: words.day(today) })}</p>
        </div>
        <div class="spread no-print">
          <div class="cluster" role="group" aria-label={t('coverage.country')}>
            {Object.keys(PACKS).map((code) => (
              <Chip key={code} chosen={code === country} onClick={() => setCountry(code)}>
                {name(code)}
              </Chip>
            ))}
          </div>
          <Button kind="plain" small onClick={() => print()}>
            <Icon name="print" />
            {t('coverage.print')}
          </Button>
        </div>
        <p class="no-print muted">{t('coverage.asOf', { date: words.day(today) })}</p>
      </header>
      {directory.cut && (
        <Notice tone="w">
          <p>{t('services.list.cut', { number: formatNumber(translator.language, DIRECTORY_LIMIT) })}</p>
        </Notice>
      )}
      <Reach
        key={`reach ${country}`}
        services={services}
        byService={byService}
        country={country}
        client={client}
        figures={figures}
        words={words}
      />
      <Standards coverage={coverage} figures={figures} places={places} today={today} words={words} />
      <RapeResponse services={services} country={country} figures={figures} today={today} words={words} />
      <Demand coverage={coverage} figures={figures} today={today} words={words} />
      <OwnDemand services={services} country={country} space={space} words={words} />
      <Closures services={services} byService={byService} country={country} today={today} words={words} />
      <CountryFigures room={room} country={country} figures={figures} today={today} words={words} />
      <Doubts coverage={coverage} places={places} />
    </article>
  );
}
