import type { AlikeEnd, LikelyPair } from '@dayaq/vault/client';
import type { Room } from '../cases/room.ts';
import { areaLabel, codeLabel } from '../fields/labels.ts';
import { sayDate } from '../fields/say-date.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { reasonWords } from './reason-words.ts';

interface Props {
  room: Room;
  pair: LikelyPair;
  onNotSame: () => void;
  onJoin: () => void;
}

/** Two cases, why they may be one, and what can be done about it. */
export function PairRow({ room, pair, onNotSame, onJoin }: Props) {
  const { one, other, reasons } = pair;
  return (
    <li class="side-row">
      <End room={room} end={one} />
      <End room={room} end={other} />
      <p class="small">{reasonWords(reasons)}</p>
      <div class="buttons">
        <Button kind="plain" small onClick={onJoin}>
          {t('alike.join')}
        </Button>
        <Button kind="quiet" small onClick={onNotSame}>
          {t('alike.notSame')}
        </Button>
      </div>
    </li>
  );
}

function End({ room: { translator }, end }: { room: Room; end: AlikeEnd }) {
  const { reference, status } = end.case;
  return (
    <div>
      <p class="side-title">
        <a href={`/cases/${end.dossier}`}>{end.name}</a>
      </p>
      <p class="small muted">
        {[
          end.name === reference ? '' : reference,
          sayDate(translator, { day: end.day }),
          end.area === '' ? '' : areaLabel(translator, end.area),
          status === '' ? '' : codeLabel(translator, 'statuses', status),
          end.restricted ? t('cases.list.restricted') : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}
