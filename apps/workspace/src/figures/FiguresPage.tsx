import { toldText } from '@dayaq/domain';
import { PLAIN_QUESTION, type Question, writeQuestion } from '@dayaq/domain/count';
import type { Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { useRoom } from '../cases/use-room.ts';
import { DistantRecordDialog } from '../dossier/DistantRecordDialog.tsx';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Icon } from '../look/Icon.tsx';
import { Page } from '../look/Page.tsx';
import { currentSpaceId } from '../vault/session.ts';
import { Controls } from './Controls.tsx';
import { Figure } from './Figure.tsx';
import './figures.css';
import { GivenAwayList } from './GivenAwayList.tsx';
import { KeptFigure } from './KeptFigure.tsx';
import { daysOf } from './periods.ts';
import { useKept } from './use-kept.ts';

/** Counting what this device may read: any question, and those that were kept. */
export function FiguresPage({ id }: { id?: Id }) {
  const room = useRoom();
  return (
    <Page title={t('figures.title')} layout="wide" back={id ? '/figures' : undefined}>
      {room !== null && (
        <article class="stack stack-loose figures">
          {id ? <KeptFigure key={id} room={room} id={id} /> : <Asker room={room} />}
        </article>
      )}
    </Page>
  );
}

function Asker({ room }: { room: Room }) {
  const [question, setQuestion] = useState<Question>(() => ({
    ...PLAIN_QUESTION,
    by: [{ by: 'violation.type' }],
    ...daysOf('this-year', room.today),
  }));
  const [isKeeping, setIsKeeping] = useState(false);
  return (
    <>
      <p class="no-print">
        <a href="/patterns">{t('patterns.fromFigures')}</a>
      </p>
      <KeptList />
      <GivenAwayList room={room} />
      <Controls room={room} question={question} onAsk={setQuestion} />
      <Figure room={room} question={question} lost={[]} />
      {room.role !== 'viewer' && (
        <div class="buttons no-print">
          <Button kind="plain" onClick={() => setIsKeeping(true)}>
            <Icon name="bookmark" />
            {t('figures.keep')}
          </Button>
        </div>
      )}
      {isKeeping && (
        <DistantRecordDialog
          dossier={null}
          record={null}
          around={{ translator: room.translator, members: room.members, country: room.country, records: [] }}
          request={{
            title: t('figures.keep'),
            kind: 'figure',
            only: ['name'],
            preset: { begun: { day: room.today }, question: writeQuestion(question), pinned: 'no' },
            said: t('figures.kept'),
          }}
          onClose={() => setIsKeeping(false)}
        />
      )}
    </>
  );
}

function KeptList() {
  const { rows, more } = useKept(currentSpaceId());
  if (rows.length === 0) return null;
  return (
    <nav class="stack stack-tight no-print" aria-label={t('figures.keptOnes')}>
      <h2>{t('figures.keptOnes')}</h2>
      <ul class="rows">
        {rows.map((row) => (
          <li key={row.id}>
            <a class="row" href={`/figures/${row.id}`}>
              {toldText(row, 'name') || t('figures.unnamed')}
            </a>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="small muted">{t('figures.more', { count: more })}</p>}
    </nav>
  );
}
