import type { Id } from '@dayaq/vault/client';
import { proposalState } from '@dayaq/domain';
import { useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import type { Surroundings } from '../fields/index.ts';
import { endTitle } from '../links/link-names.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Tag } from '../look/Tag.tsx';
import { useQuery } from '../vault/session.ts';
import { NewConsultation } from './NewConsultation.tsx';

/** Consultations and proposals that are named. */
const MOST = 100;

interface Props {
  /** A plan, or one commitment of it. */
  id: Id;
  around: Surroundings;
  room: Room;
  /** It is a plan, from which a consultation about it can be written down. */
  isPlan?: boolean;
  heading?: 'h3' | 'h4';
}

/** Consultations and laws about a plan, a commitment or a consultation, and the proposals it came from, as far as this person may read them. */
export function Concerning({ id, around, room, isPlan = false, heading: Heading = 'h4' }: Props) {
  const [isNew, setIsNew] = useState(false);
  const mayBegin = isPlan && room.role !== 'viewer';
  const { data } = useQuery(
    (vault) => vault.linked({ id, limit: MOST }),
    [id],
    ['consultation', 'proposal', 'law', 'framework', 'commitment'],
  );
  const from = data?.from ?? [];
  const ends = (kind: string) => [
    ...new Map(from.flatMap(({ end }) => (end.kind === kind ? [[end.id, end] as const] : []))).values(),
  ];
  const [about, proposals, laws] = [ends('consultation'), ends('proposal'), ends('law')];
  const isAsked = about.length + proposals.length > 0;
  if (!isAsked && laws.length === 0 && !mayBegin) return null;
  return (
    <section class="stack stack-tight" aria-label={t('consultations.concerning')}>
      {(isAsked || mayBegin) && <Heading>{t('consultations.concerning')}</Heading>}
      {isAsked && (
        <ul>
          {about.map((end) => (
            <li key={end.id}>
              <a href={`/consultations/${end.id}`}>{endTitle(end, around)}</a>
            </li>
          ))}
          {proposals.map((end) => (
            <li key={end.id}>
              <a href={`/consultations/${end.dossier}#record-${end.id}`}>
                {t('consultations.proposals.from', { words: endTitle(end, around).slice(0, 200) })}
              </a>{' '}
              {proposalState(end.fields ?? {}, room.today) === 'late' && (
                <Tag tone="w">{t('consultations.proposals.state.late')}</Tag>
              )}
            </li>
          ))}
        </ul>
      )}
      {laws.length > 0 && (
        <>
          <Heading>{t('laws.concerning')}</Heading>
          <ul>
            {laws.map((end) => (
              <li key={end.id}>
                <a href={`/laws/${end.id}`}>{endTitle(end, around)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayBegin && (
        <div class="buttons">
          <Button kind="plain" small onClick={() => setIsNew(true)}>
            {t('consultations.add')}
          </Button>
        </div>
      )}
      {isNew && <NewConsultation room={room} plan={id} onClose={() => setIsNew(false)} />}
    </section>
  );
}
