import { groupOf, type FuzzyDate } from '@dayaq/domain';
import type { Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { caseName } from '../cases/case-name.ts';
import type { Room } from '../cases/room.ts';
import { Concerning } from '../consultations/Concerning.tsx';
import { fieldLabel, type Surroundings, valueText } from '../fields/index.ts';
import { endTitle } from '../links/link-names.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { caseFacts } from '../today/case-facts.ts';
import { useQuery } from '../vault/session.ts';
import { CommitmentLine } from './CommitmentLine.tsx';
import { Funding } from './Funding.tsx';
import { Indicators } from './Indicators.tsx';
import { MayBear } from './MayBear.tsx';
import { Readings } from './Readings.tsx';
import type { Commitment } from './use-framework.ts';
import {
  funding,
  saying,
  type Writing,
  writingAbout,
  writingCommitment,
  writingElsewhere,
  writingIndicator,
} from './writing.ts';

/** Cases that are named beside one commitment. */
const MOST = 50;

interface Props {
  room: Room;
  commitment: Commitment;
  /** The years of its plan. */
  scale: FuzzyDate | null;
  around: Surroundings;
  /** Absent where this person may only read. */
  onWrite: ((writing: Writing) => void) | undefined;
}

/** One thing that was promised: what it says, when, what its annex says, who says what of it, and which cases bear on it. */
export function CommitmentItem({ room, commitment, scale, around, onWrite }: Props) {
  const { record, values, said } = commitment;
  const { translator } = room;
  const [isOpen, setIsOpen] = useState(location.hash === `#record-${record.id}`);
  const words = (field: string): string =>
    valueText({ ...around, kind: 'commitment', field, value: values[field], values });
  return (
    <details
      id={`record-${record.id}`}
      class="plan-item"
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>
        <CommitmentLine commitment={commitment} scale={scale} around={around} today={room.today} />
      </summary>
      {isOpen && (
        <div class="plan-body stack">
          <div class="plan-sides">
            <Side
              title={t('plans.body')}
              fields={groupOf('commitment', 'body')}
              words={words}
              around={around}
            />
            <Side
              title={t('plans.annex')}
              fields={groupOf('commitment', 'annex')}
              words={words}
              around={around}
            />
          </div>
          <Side fields={[...groupOf('commitment', 'asked'), 'note']} words={words} around={around} />
          <section class="stack stack-tight">
            <h4>{t('plans.readings')}</h4>
            {said.length === 0 && <p class="muted">{t('plans.nobodyYet')}</p>}
            <Readings
              said={said}
              translator={translator}
              onEdit={onWrite && ((each) => onWrite(saying(commitment, each, room)))}
            />
          </section>
          {(commitment.indicators.length > 0 || onWrite !== undefined) && (
            <section class="stack stack-tight">
              <h4>{t('plans.indicators.title')}</h4>
              {commitment.indicators.length === 0 && (
                <p class="muted small">{t('plans.indicators.noneYet')}</p>
              )}
              <Indicators room={room} commitment={commitment} around={around} onWrite={onWrite} />
            </section>
          )}
          <Funding commitment={commitment} around={around} onWrite={onWrite} />
          <Bearing id={record.id} around={around} />
          <MayBear room={room} commitment={record} />
          <Concerning id={record.id} around={around} room={room} />
          {onWrite !== undefined && (
            <div class="buttons">
              <Button kind="plain" small onClick={() => onWrite(saying(commitment, null, room))}>
                {t('plans.say')}
              </Button>
              <Button kind="quiet" small onClick={() => onWrite(writingIndicator(commitment, null))}>
                {t('plans.indicators.add')}
              </Button>
              <Button kind="quiet" small onClick={() => onWrite(funding(commitment, null))}>
                {t('plans.funding.add')}
              </Button>
              <Button kind="quiet" small onClick={() => onWrite(writingCommitment(commitment, room))}>
                {t('plans.edit')}
              </Button>
              <Button kind="quiet" small onClick={() => onWrite(writingAbout(commitment, room))}>
                {t('plans.mayBear.about')}
              </Button>
              <Button kind="quiet" small onClick={() => onWrite(writingElsewhere(commitment, room))}>
                {t('plans.elsewhere.act')}
              </Button>
            </div>
          )}
        </div>
      )}
    </details>
  );
}

interface SideProps {
  title?: string;
  fields: readonly string[];
  words: (field: string) => string;
  around: Surroundings;
}

/** What the body of the document says, or its annex; nothing where that says nothing. */
function Side({ title, fields, words, around }: SideProps) {
  const said = fields.filter((field) => words(field) !== '');
  if (said.length === 0) return null;
  return (
    <section class="stack stack-tight">
      {title !== undefined && <h4>{title}</h4>}
      <dl class="story-facts">
        {said.map((field) => (
          <div key={field}>
            <dt>{fieldLabel(around.translator, 'commitment', field)}</dt>
            <dd class={field === 'annexLacks' ? 'strong' : undefined}>{words(field)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Cases that bear on it, as far as this person may read them: of others nothing is said, not even that they are there. */
function Bearing({ id, around }: { id: Id; around: Surroundings }) {
  const { data } = useQuery(
    (vault) => vault.linked({ id, limit: MOST }),
    [id],
    ['bearing', 'case', 'commitment'],
  );
  const [here, there] = [data?.from ?? [], data?.to ?? []];
  const from = here.filter(({ field, end }) => field === 'commitment' && end.kind === 'bearing');
  const elsewhere = [
    ...[...here, ...there].flatMap(({ field, end }) =>
      field === 'same' ? [{ end, say: (name: string) => t('plans.same', { name }) }] : [],
    ),
    ...there.flatMap(({ field, end }) =>
      field === 'serves' ? [{ end, say: (name: string) => t('plans.elsewhere.serves', { name }) }] : [],
    ),
    ...here.flatMap(({ field, end }) =>
      field === 'serves' ? [{ end, say: (name: string) => t('plans.elsewhere.servedBy', { name }) }] : [],
    ),
  ];
  return (
    <section class="stack stack-tight">
      <h4>{t('plans.cases')}</h4>
      {from.length === 0 && <p class="muted small">{t('plans.noCases')}</p>}
      <ul>
        {from.map(({ end }) => (
          <li key={end.id}>
            <a href={`/cases/${end.dossier}`}>{caseName(end.mention) || t('plans.aCase')}</a>{' '}
            <span class="muted small">{caseFacts(around.translator, end.mention)}</span>
          </li>
        ))}
      </ul>
      {elsewhere.length > 0 && (
        <ul>
          {elsewhere.map(({ end, say }, at) => (
            <li key={at}>
              <a href={`/plans/${end.dossier}${end.id === end.dossier ? '' : `#record-${end.id}`}`}>
                {say(endTitle(end, around))}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
