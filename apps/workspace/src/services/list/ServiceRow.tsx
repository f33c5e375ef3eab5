import type { OfferAsk } from '@dayaq/domain';
import type { DossierRow } from '@dayaq/vault/client';
import { areaLabel, codeLabel } from '../../fields/labels.ts';
import { t } from '../../locale/index.ts';
import { Icon } from '../../look/Icon.tsx';
import { Tag, type Tone } from '../../look/Tag.tsx';
import { Marked } from '../../list/Marked.tsx';
import type { Room } from '../../cases/room.ts';
import type { ClockTime } from '../clock.ts';
import { reasonText } from '../match/reason-words.ts';
import { type ProviderLine, providerLine } from './provider-line.ts';

interface Props {
  room: Room;
  row: DossierRow;
  /** What was typed. */
  text: string;
  ask: OfferAsk;
  now: ClockTime;
}

/**
 * One provider in the list, by those of its services that are asked for: what is known against them, where they are and what
 * they help with, and whether one can go there now. A warning stands above "Open now", never beside it.
 */
export function ServiceRow({ room, row, text, ask, now }: Props) {
  const { translator, country } = room;
  const line = providerLine(row, ask, now, { language: translator.language, home: country });
  const label = (list: string) => (code: string) => codeLabel(translator, list, code);
  const warnings = line.warnings.map(({ reason, of }) => {
    const words = reasonText(translator, reason, now.day);
    return of === '' ? words : `${of}: ${words}`;
  });
  const tag = line.badge !== null && <Badge badge={line.badge} />;
  const name = line.named.length > 0 && <Marked text={line.named.join(' · ')} search={text} />;
  const where = [
    ...line.areas.map((area) => areaLabel(translator, area)),
    ...line.reaches.map(label('service-reach')),
    ...line.serves.map(label('services')),
  ].join(' · ');
  return (
    <>
      <span class="case-row-head">
        <span class="case-row-title">
          <Marked text={line.name} search={text} />
        </span>
        {warnings.length === 0 && tag}
      </span>
      <span class="case-row-under">
        {warnings.length === 0 ? (
          <span class="case-row-told">
            {line.services.length === 0 ? t('services.list.noService') : name}
          </span>
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
              {tag} {name !== false && <>{name} · </>}
            </>
          )}
          <Marked text={where} search={text} />
        </span>
      </span>
    </>
  );
}

function Badge({ badge }: { badge: NonNullable<ProviderLine['badge']> }) {
  const said: Record<typeof badge, [tone: Tone, text: string]> = {
    ended: ['n', t('services.state.ended')],
    paused: ['w', t('services.state.paused')],
    open: ['o', t('services.open.now')],
    closed: ['w', t('services.open.closed')],
  };
  const [tone, text] = said[badge];
  return <Tag tone={tone}>{text}</Tag>;
}
