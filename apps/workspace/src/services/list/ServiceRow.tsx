import { type AdmissionGroup, because, openState, warningsOf } from '@dayaq/domain';
import { areaLabel, codeLabel } from '../../fields/labels.ts';
import { t } from '../../locale/index.ts';
import { Icon } from '../../look/Icon.tsx';
import { Tag, type Tone } from '../../look/Tag.tsx';
import { Marked } from '../../list/Marked.tsx';
import type { Room } from '../../cases/room.ts';
import type { ClockTime } from '../clock.ts';
import type { Listed } from '../directory.ts';
import { reasonText } from '../match/reason-words.ts';
import { countryAbroad } from './list-search.ts';

interface Props {
  room: Room;
  line: Listed;
  search: string;
  /** Who is at the door, where somebody asked for them. */
  group: AdmissionGroup | '';
  now: ClockTime;
}

/**
 * One service in the list: whose it is, what is known against it, where it is and what it helps with, and whether one can go
 * there now. A warning stands above "Open now", never beside it.
 */
export function ServiceRow({ room, line, search, group, now }: Props) {
  const { translator, country } = room;
  const { service } = line;
  const places = service?.areas.map((area) => areaLabel(translator, area)) ?? [];
  const reach =
    service !== null && service.reach !== 'at-location'
      ? [codeLabel(translator, 'service-reach', service.reach)]
      : [];
  const serves = service?.serves.map((code) => codeLabel(translator, 'services', code)) ?? [];
  const badge = badgeOf(line, now);
  const tag = badge !== null && <Tag tone={badge.tone}>{badge.text}</Tag>;
  const abroad = countryAbroad(line, country);
  const answer = group === '' ? undefined : service?.admission[group];
  const warnings = [
    ...[
      ...(group !== '' && (answer === 'depends' || answer === 'refuses') ? [because(answer, { group })] : []),
      ...(service === null ? [] : warningsOf(service)),
    ].map((reason) => reasonText(translator, reason, now.day)),
    ...(abroad === null
      ? []
      : [t('services.reason.other-country', { country: codeLabel(translator, 'countries', abroad) })]),
  ];
  const name = <Marked text={line.name} search={search} />;
  const where = <Marked text={[...places, ...reach, ...serves].join(' · ')} search={search} />;
  return (
    <>
      <span class="case-row-head">
        <span class="case-row-title">
          <Marked
            text={line.providerNames[translator.language] ?? (line.providerName || line.name)}
            search={search}
          />
        </span>
        {warnings.length === 0 && tag}
      </span>
      <span class="case-row-under">
        {warnings.length === 0 ? (
          <span class="case-row-told">{service === null ? t('services.list.noService') : name}</span>
        ) : (
          <span class="service-warning">
            <Icon name="warning" size={15} />
            <span>
              <strong>{warnings[0]}</strong>
              {warnings.length > 1 && ` · ${warnings.slice(1).join(' · ')}`}
            </span>
          </span>
        )}
        <span class="case-row-where">
          {warnings.length > 0 && (
            <>
              {tag} {line.name !== '' && <>{name} · </>}
            </>
          )}
          {where}
        </span>
      </span>
    </>
  );
}

function badgeOf(
  { state, service }: Listed,
  { day, minute }: ClockTime,
): { text: string; tone: Tone } | null {
  if (state === 'ended') return { text: t('services.state.ended'), tone: 'n' };
  if (state === 'paused') return { text: t('services.state.paused'), tone: 'w' };
  if (service === null) return null;
  const open = openState(service.opening, day, minute);
  if (open.is === 'open') return { text: t('services.open.now'), tone: 'o' };
  if (open.is === 'unknown') return null;
  return { text: t('services.open.closed'), tone: 'w' };
}
