import type { Suggestion } from '@dayaq/domain/count';
import type { DossierRow, Failure, Id } from '@dayaq/vault/client';
import { useId, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { RecordDialog } from '../dossier/RecordDialog.tsx';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Field } from '../look/Field.tsx';
import { announce } from '../look/live.tsx';
import { Notice } from '../look/Notice.tsx';
import { Asking } from '../shell/Asking.tsx';
import { say, useQuery } from '../vault/session.ts';
import { CaseLinks } from './CaseLinks.tsx';
import { gatherInto } from './gather.ts';
import { nameOf } from './name-of.ts';
import { reasonText } from './reason.ts';

const KINDS = ['case', 'violation', 'perpetrator', 'pattern', 'pattern-case'];

/** Acts that are alike, each with why it is shown; a person gathers them, or says that they are none. */
export function Suggested({ room, patterns }: { room: Room; patterns: readonly DossierRow[] }) {
  const id = useId();
  const query = useQuery((vault) => vault.patterns(room.today), [room.today], KINDS);
  const { data } = query;
  if (data === undefined) return <Asking query={query} />;
  if (data.is === 'locked') return <p role="alert">{t('errors.locked')}</p>;
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{t('patterns.suggested')}</h2>
      <p class="muted">{t('patterns.suggestedHint')}</p>
      {data.suggestions.length === 0 && <p>{t('patterns.nothing')}</p>}
      {data.suggestions.map((each) => (
        <One key={JSON.stringify(each)} room={room} suggestion={each} patterns={patterns} />
      ))}
      {data.more > 0 && <p class="small muted">{t('patterns.more', { count: data.more })}</p>}
    </section>
  );
}

function One({
  room,
  suggestion,
  patterns,
}: {
  room: Room;
  suggestion: Suggestion;
  patterns: readonly DossierRow[];
}) {
  const [making, setMaking] = useState<'watched' | 'not-one' | null>(null);
  const [chosen, setChosen] = useState('');
  const [problem, setProblem] = useState<Failure | null>(null);
  const reason = reasonText(room.translator, suggestion);
  const gather = async (pattern: Id): Promise<void> => {
    const failed = await gatherInto(room.vault, pattern, suggestion, reason).catch(
      (): Failure => ({ code: 'no-answer' }),
    );
    setProblem(failed);
    if (failed === null) announce(t('patterns.gathered'));
  };
  return (
    <section class="stack stack-tight card" aria-label={reason}>
      <p class="strong">{reason}</p>
      <CaseLinks cases={suggestion.cases} />
      {problem !== null && (
        <Notice tone="w" role="alert">
          <p>{say(problem)}</p>
        </Notice>
      )}
      {room.role !== 'viewer' && (
        <>
          <div class="buttons">
            <Button kind="plain" small onClick={() => setMaking('watched')}>
              {t('patterns.gather')}
            </Button>
            <Button kind="quiet" small onClick={() => setMaking('not-one')}>
              {t('patterns.notOne')}
            </Button>
          </div>
          {patterns.length > 0 && (
            <Field label={t('patterns.addTo')}>
              {(control) => (
                <select
                  {...control}
                  value={chosen}
                  onChange={(event) => setChosen(event.currentTarget.value)}
                >
                  <option value="">{t('patterns.choose')}</option>
                  {patterns.map((row) => (
                    <option key={row.id} value={row.id}>
                      {nameOf(row)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          {chosen !== '' && (
            <div class="buttons">
              <Button kind="plain" small onClick={() => void gather(chosen)}>
                {t('patterns.add')}
              </Button>
            </div>
          )}
        </>
      )}
      {making !== null && (
        <NewPattern room={room} state={making} onMade={gather} onClose={() => setMaking(null)} />
      )}
    </section>
  );
}

/** A new pattern is kept first; then it is noted in each case that it is the one. */
function NewPattern({
  room,
  state,
  onMade,
  onClose,
}: {
  room: Room;
  state: string;
  onMade: (pattern: Id) => Promise<void>;
  onClose: () => void;
}) {
  const { translator, members, country, today } = room;
  const [made] = useState<{ id: Id | null }>({ id: null });
  return (
    <RecordDialog
      place={{
        dossier: null,
        records: [],
        around: { translator, members, country, records: [] },
        takesNotes: false,
        beside: () => <p class="muted small">{t('patterns.everybody')}</p>,
        onKept: () => {
          if (made.id !== null) void onMade(made.id);
        },
      }}
      request={{
        title: t(state === 'not-one' ? 'patterns.notOne' : 'patterns.gather'),
        kind: 'pattern',
        record: null,
        only: ['name', 'state', 'account'],
        purpose: state,
        preset: { state },
        stamp: () => ({ begun: { day: today } }),
        along: (record) => {
          made.id = record;
          return [];
        },
      }}
      onClose={onClose}
    />
  );
}
