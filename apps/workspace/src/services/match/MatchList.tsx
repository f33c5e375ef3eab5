import { Button } from '../../look/Button.tsx';
import {
  type Match,
  matchServices,
  type PlainRecord,
  type ServiceEntry,
  type Tier,
  TIERS,
} from '@dayaq/domain';
import { formatNumber } from '@dayaq/locale';
import type { Id } from '@dayaq/vault/client';
import { useMemo, useState } from 'preact/hooks';
import { t, translator } from '../../locale/index.ts';
import { Notice } from '../../look/Notice.tsx';
import { currentSpace } from '../../vault/session.ts';
import { type ClockTime, clockIn } from '../clock.ts';
import '../services.css';
import { useDirectory } from '../use-directory.ts';
import { AskControls } from './AskControls.tsx';
import { seekerIn } from './ask-of.ts';
import { MatchItem } from './MatchItem.tsx';

export interface MatchListProps {
  /** The case's records. */
  records: readonly PlainRecord[];
  /** Id of the `person` record who looks for help. */
  person: Id;
  /** Codes of the list `services`. */
  needs: readonly string[];
  onChoose: (entry: ServiceEntry) => void;
}

/** So many of a kind stand at once; the next on demand. */
const STEP = 10;

/**
 * Services for a need, best first, each with why it stands there. The hour and the place can be changed. Whom the
 * client excluded is in no line; that something was left out is said once. Works without a network.
 */
export function MatchList({ records, person, needs, onChoose }: MatchListProps) {
  const words = translator.value;
  const country = currentSpace()?.country ?? '';
  const directory = useDirectory();
  const [now] = useState(() => clockIn(country, Date.now()));
  const [asked, setAsked] = useState<ClockTime | null>(null);
  const [place, setPlace] = useState<string | null>(null);
  const at = asked ?? now;
  const seeker = useMemo(
    () => seekerIn(records, person, Number(at.day.slice(0, 4))),
    [records, person, at.day],
  );
  const area = place ?? seeker.area;
  const here = directory.step === 'here' ? directory.directory : null;
  const matches = useMemo(
    () =>
      here === null
        ? null
        : matchServices(here.services, { needs, seeker: { ...seeker, area }, country, ...at }),
    [here, needs.join(), seeker, area, country, at.day, at.minute],
  );
  if (directory.step === 'failed')
    return (
      <p role="alert">
        {t('services.notRead')}{' '}
        <Button kind="link" onClick={directory.again}>
          {t('services.again')}
        </Button>
      </p>
    );
  if (matches === null || here === null) return <p class="muted">{t('services.loading')}</p>;
  return (
    <div class="stack match">
      <AskControls country={country} now={now} at={asked} onAt={setAsked} area={area} onArea={setPlace} />
      <p role="status" class="muted small">
        {TIERS.map((tier) => ({ tier, count: matches.ranked.filter((match) => match.tier === tier).length }))
          .filter(({ count }) => count > 0)
          .map(({ tier, count }) =>
            t('services.match.counted', {
              standing: t(`services.tier.${tier}`),
              number: formatNumber(words.language, count),
            }),
          )
          .join(' · ')}
      </p>
      {matches.excluded > 0 && (
        <Notice>
          <p>{t('services.match.excluded')}</p>
        </Notice>
      )}
      {matches.ranked.length === 0 && (
        <div class="stack stack-tight">
          <p class="strong">{t('services.match.none')}</p>
          <p class="muted">{t('services.match.noneHint')}</p>
        </div>
      )}
      {TIERS.map((tier) => (
        <TierPart
          key={tier}
          tier={tier}
          matches={matches.ranked.filter((match) => match.tier === tier)}
          services={here.byService}
          today={at.day}
          onChoose={onChoose}
        />
      ))}
      <p class="small muted">{t('services.match.limits')}</p>
    </div>
  );
}

/** The services of one standing; those that turn the person away wait behind a press. */
function TierPart({
  tier,
  matches,
  services,
  today,
  onChoose,
}: {
  tier: Tier;
  matches: readonly Match[];
  services: ReadonlyMap<Id, ServiceEntry>;
  today: string;
  onChoose: (entry: ServiceEntry) => void;
}) {
  const [shown, setShown] = useState(STEP);
  if (matches.length === 0) return null;
  const items = (
    <>
      <ol class="match-list">
        {matches.slice(0, shown).map((match) => {
          const entry = services.get(match.service);
          return entry === undefined ? null : (
            <MatchItem key={match.service} entry={entry} match={match} today={today} onChoose={onChoose} />
          );
        })}
      </ol>
      {matches.length > shown && (
        <Button kind="plain" onClick={() => setShown(shown + STEP)}>
          {t('services.match.next', { count: matches.length - shown })}
        </Button>
      )}
    </>
  );
  const title = (
    <>
      {t(`services.tier.${tier}`)} <span class="muted">({matches.length})</span>
    </>
  );
  if (tier === 'refuses' || tier === 'unsafe') {
    return (
      <details class="match-tier">
        <summary>{title}</summary>
        <div class="stack">{items}</div>
      </details>
    );
  }
  return (
    <section class="match-tier stack">
      <h3>{title}</h3>
      {items}
    </section>
  );
}
