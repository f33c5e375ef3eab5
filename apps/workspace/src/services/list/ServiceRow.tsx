import { openState } from '@dayaq/domain';
import { areaLabel, codeLabel } from '../../fields/labels.ts';
import { t } from '../../locale/index.ts';
import { Tag, type Tone } from '../../look/Tag.tsx';
import { Marked } from '../../cases/list/CaseListRow.tsx';
import type { Room } from '../../cases/room.ts';
import type { ClockTime } from '../clock.ts';
import type { Listed } from '../directory.ts';

interface Props {
  room: Room;
  line: Listed;
  search: string;
  now: ClockTime;
}

/** One service in the list: whose and what it is, where, what it helps with, and whether one can go there now. */
export function ServiceRow({ room: { translator }, line, search, now }: Props) {
  const { service } = line;
  const places = service?.areas.map((area) => areaLabel(translator, area)) ?? [];
  const reach =
    service !== null && service.reach !== 'at-location'
      ? [codeLabel(translator, 'service-reach', service.reach)]
      : [];
  const serves = service?.serves.map((code) => codeLabel(translator, 'services', code)) ?? [];
  const badge = badgeOf(line, now);
  const doubt = service !== null && (service.trust === 'doubtful' || service.trust === 'harmful');
  return (
    <>
      <span class="case-row-head">
        <span class="case-row-title">
          <Marked text={line.providerName || line.name} search={search} />
        </span>
        {badge !== null && <Tag tone={badge.tone}>{badge.text}</Tag>}
      </span>
      <span class="case-row-told">
        {service === null ? t('services.list.noService') : <Marked text={line.name} search={search} />}
        {doubt && (
          <strong class="service-doubt"> · {codeLabel(translator, 'trust-levels', service.trust)}</strong>
        )}
      </span>
      <span class="case-row-where">
        <Marked text={[...places, ...reach, ...serves].join(' · ')} search={search} />
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
