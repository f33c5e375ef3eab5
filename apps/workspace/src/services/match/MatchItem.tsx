import { type Match, type Reason, type ReasonCode, type ServiceEntry, TIER_RANK } from '@dayaq/domain';
import { areaLabel } from '../../fields/labels.ts';
import { t, translator } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Icon, type IconName } from '../../look/Icon.tsx';
import { reasonText } from './reason-words.ts';

interface Props {
  entry: ServiceEntry;
  match: Match;
  today: string;
  onChoose: (entry: ServiceEntry) => void;
}

/** What weighs most stands in sight, and in any case whether it is open and where; the rest opens. */
const FIRST = 4;
const ALWAYS: ReadonlySet<ReasonCode> = new Set([
  'open-now',
  'opens',
  'closed-until',
  'closed-no-date',
  'hours-not-known',
  'remote',
  'same-district',
  'same-region',
  'distance',
  'no-road',
  'other-country',
]);

function sign({ tier, points }: Reason): {
  icon: IconName;
  look: string;
  word: 'against' | 'ask' | 'minus' | 'plus';
} {
  if (TIER_RANK[tier] >= TIER_RANK.unsafe) return { icon: 'warning', look: 'match-against', word: 'against' };
  if (tier === 'ask-first') return { icon: 'info', look: 'match-ask', word: 'ask' };
  return points > 0
    ? { icon: 'minus', look: 'match-minus', word: 'minus' }
    : { icon: 'check', look: 'match-plus', word: 'plus' };
}

/** One service with the reasons for its place. */
export function MatchItem({ entry, match, today, onChoose }: Props) {
  const words = translator.value;
  const isFirst = (reason: Reason, index: number): boolean => index < FIRST || ALWAYS.has(reason.code);
  const first = match.reasons.filter(isFirst);
  const rest = match.reasons.filter((reason, index) => !isFirst(reason, index));
  const places = entry.areas.map((area) => areaLabel(words, area));
  const line = (reason: Reason, index: number) => {
    const { icon, look, word } = sign(reason);
    return (
      <li key={`${reason.code} ${index}`} class={look}>
        <Icon name={icon} size={18} />
        <span>
          <span class="visually-hidden">{t(`services.match.sign.${word}`)} </span>
          {reasonText(words, reason, today)}
        </span>
      </li>
    );
  };
  return (
    <li class="match-item stack stack-tight">
      <div>
        <p class="strong">{entry.name}</p>
        <p class="small muted">
          {[entry.providerNames[words.language] ?? entry.providerName, ...places]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
      </div>
      <ul class="match-reasons">{first.map(line)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{t('services.match.more', { count: rest.length })}</summary>
          <ul class="match-reasons">{rest.map(line)}</ul>
        </details>
      )}
      <div class="buttons">
        <Button
          kind="plain"
          small
          onClick={() => onChoose(entry)}
          label={t('services.match.chooseWhat', { what: entry.name })}
        >
          {t('services.match.choose')}
        </Button>
        <Button kind="quiet" small href={`/services/${entry.provider}/${entry.id}`}>
          {t('services.match.look')}
        </Button>
      </div>
    </li>
  );
}
