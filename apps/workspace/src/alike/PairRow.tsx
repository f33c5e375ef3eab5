import type { AlikeEnd, LikelyPair } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { areaLabel, codeLabel } from '../fields/labels.ts';
import { sayDate } from '../fields/say-date.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { PairFacts } from './PairFacts.tsx';
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
  // Both cases are opened only once somebody asks.
  const [isCompared, setIsCompared] = useState(false);
  // Many stand below each other: each says which two it is about.
  const named = (act: string): string => t('alike.actOn', { act, one: calls(one), other: calls(other) });
  return (
    <li class="side-row">
      <End room={room} end={one} />
      <End room={room} end={other} />
      <p class="small">{reasonWords(reasons)}</p>
      <details onToggle={(event) => setIsCompared(event.currentTarget.open)}>
        <summary>
          {t('alike.compare.open')}
          <span class="visually-hidden">{` ${calls(one)}, ${calls(other)}`}</span>
        </summary>
        {isCompared && <PairFacts room={room} pair={pair} />}
      </details>
      <div class="buttons">
        <Button kind="plain" small label={named(t('alike.join'))} onClick={onJoin}>
          {t('alike.join')}
        </Button>
        <Button kind="quiet" small label={named(t('alike.notSame'))} onClick={onNotSame}>
          {t('alike.notSame')}
        </Button>
      </div>
    </li>
  );
}

/** Two of one name differ by their number. */
const calls = ({ name, case: { reference } }: AlikeEnd): string =>
  name === reference ? name : `${name} ${reference}`;

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
