import { type Count, Given, type Question, risesOf } from '@dayaq/domain/count';
import type { Mapping } from '@dayaq/domain/dhis2';
import { THRESHOLD } from '@dayaq/domain/disclosure';
import { formatDate, formatNumber } from '@dayaq/locale';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Icon } from '../look/Icon.tsx';
import { Notice } from '../look/Notice.tsx';
import { Asking } from '../shell/Asking.tsx';
import { say, useQuery } from '../vault/session.ts';
import { COUNTED_KINDS } from './counted-kinds.ts';
import { Dhis2 } from './Dhis2.tsx';
import { drawnCount, drawnGiven } from './drawn.ts';
import { giveBeside, handOut, type Held, ledgerOf } from './given-before.ts';
import type { Way } from './leave.ts';
import { saveValueSet, saveWay } from './save-way.ts';
import { Tables } from './Tables.tsx';
import { headline, notes, sentence } from './words.ts';

/** What came of a question: for our own eyes, and beside it what of it may leave. */
export function Figure({
  room,
  question,
  lost,
}: {
  room: Room;
  question: Question;
  lost: readonly string[];
}) {
  const query = useQuery(
    (vault) => vault.figure(question, room.today),
    [JSON.stringify(question), room.today],
    COUNTED_KINDS,
  );
  const { data } = query;
  if (data === undefined) return <Asking query={query} />;
  if (data.is !== 'counted')
    return (
      <Notice tone="w" role="alert">
        <p>{t(data.is === 'locked' ? 'errors.locked' : 'figures.tooLarge')}</p>
      </Notice>
    );
  return <Counted room={room} count={data.count} isWhole={lost.length === 0} />;
}

function Counted({ room, count, isWhole }: { room: Room; count: Count; isWhole: boolean }) {
  const { translator, today } = room;
  const { question } = count;
  const [isGiving, setIsGiving] = useState(false);
  return (
    <>
      <section class="stack no-print" aria-labelledby="figure-found">
        <h2 id="figure-found" class="figure-found">
          {headline(translator, question, count.all)}
        </h2>
        <p>{sentence(translator, question, today)}</p>
        <Notes figure={count} room={room} />
        {count.all.low !== count.all.high && <p class="muted">{t('figures.note.range')}</p>}
        <Rise count={count} room={room} />
        <Tables
          question={question}
          day={today}
          tables={drawnCount(count)}
          country={room.country}
          translator={translator}
        />
        <p class="muted small">{t('figures.ours')}</p>
        <div class="buttons">
          <Button kind="plain" onClick={() => setIsGiving(!isGiving)}>
            <Icon name="share" />
            {t('figures.give.open')}
          </Button>
        </div>
      </section>
      {isGiving ? (
        <Giving count={count} isWhole={isWhole} room={room} />
      ) : (
        <p class="print-only">{t('figures.give.first')}</p>
      )}
    </>
  );
}

function Notes({ figure, room }: { figure: Parameters<typeof notes>[1]; room: Pick<Room, 'translator'> }) {
  const said = notes(room.translator, figure);
  return said.length === 0 ? null : (
    <ul class="figure-notes muted">
      {said.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

/** More than the months before let expect: said only where chance seldom makes so many. */
function Rise({ count, room }: { count: Count; room: Room }) {
  const found = risesOf(count, room.today);
  if (found === null) return null;
  const number = (value: number): string => formatNumber(room.translator.language, value);
  return (
    <Notice tone="w">
      <p class="strong">
        {t('figures.rise.said', {
          month: formatDate(room.translator.language, found.month, 'long'),
          count: number(found.count),
        })}
      </p>
      <p>
        {t('figures.rise.why', {
          before: number(found.before),
          months: found.months,
          of: number(Math.max(1, Math.floor(1 / Math.max(found.chance, 1e-6)))),
        })}
      </p>
    </Notice>
  );
}

/** What leaves, as it leaves, with the ways out; each writes down first that it left. */
function Giving({ count, isWhole, room }: { count: Count; isWhole: boolean; room: Room }) {
  const { today, translator } = room;
  const asked = useQuery((vault) => ledgerOf(vault), [], ['given', 'given-aside', 'given-out']);
  const [problem, setProblem] = useState<string | null>(null);
  // Paper shows what was written down as given, by whatever way the browser is asked to print.
  const [onPaper, setOnPaper] = useState<Given | null>(null);
  useEffect(() => {
    if (onPaper !== null) print();
  }, [onPaper]);
  const ledger = asked.data;
  // Of a large table it takes a phone a second or two: nobody waits for it who only looks.
  const given = useMemo(
    () => (ledger == null ? null : giveBeside(count, today, ledger)),
    [count, today, ledger],
  );
  if (ledger === undefined) return <Asking query={asked} />;
  if (!isWhole) return <Refused why="lost" />;
  if (room.role === 'viewer') return <Refused why="viewer" />;
  if (!(given instanceof Given)) return <Refused why={given ?? 'no-ledger'} />;
  const leave = async (way: Way | 'print' | 'dhis2', mapping?: Mapping): Promise<void> => {
    const left = await handOut(room, count, way).catch(() => ({ code: 'no-answer' as const }));
    setProblem(left instanceof Given ? null : typeof left === 'string' ? refusalText(left) : say(left));
    if (!(left instanceof Given)) return;
    if (way === 'print') setOnPaper(left);
    else if (way !== 'dhis2') saveWay(way, left, translator);
    else if (mapping !== undefined) saveValueSet(left, mapping);
  };
  return (
    <section class="stack figure-giving" aria-labelledby="figure-giving">
      <h2 id="figure-giving" class="no-print">
        {t('figures.give.title')}
      </h2>
      <p class="muted no-print">{t('figures.give.hint', { most: THRESHOLD - 1 })}</p>
      <div class="no-print">
        <GivenFigure given={given} room={room} />
      </div>
      <div class="print-only">
        {onPaper === null ? <p>{t('figures.give.first')}</p> : <GivenFigure given={onPaper} room={room} />}
      </div>
      {problem !== null && (
        <Notice tone="w" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      <div class="buttons no-print">
        <Button kind="plain" onClick={() => void leave('csv')}>
          {t('figures.give.csv')}
        </Button>
        <Button kind="plain" onClick={() => void leave('xlsx')}>
          {t('figures.give.xlsx')}
        </Button>
        <Button kind="plain" onClick={() => void leave('print')}>
          <Icon name="print" />
          {t('figures.give.print')}
        </Button>
      </div>
      <Dhis2 given={given} translator={translator} onLeave={(mapping) => void leave('dhis2', mapping)} />
    </section>
  );
}

/** Why nothing of a figure leaves, in words. */
export const refusalText = (why: Held | 'lost' | 'viewer'): string =>
  t(`figures.refused.${why}`, { most: THRESHOLD - 1 });

function Refused({ why }: { why: Parameters<typeof refusalText>[0] }) {
  return (
    <Notice tone="w" role="alert">
      <p>{refusalText(why)}</p>
    </Notice>
  );
}

/** A figure that the gate gave. */
export function GivenFigure({
  given,
  room: { translator, country },
}: {
  given: Given;
  room: Pick<Room, 'translator' | 'country'>;
}) {
  const { question, day, all } = given;
  return (
    <div class="stack">
      <p class="strong">{headline(translator, question, all)}</p>
      <p>{sentence(translator, question, day)}</p>
      <Notes figure={given} room={{ translator }} />
      <Tables
        question={question}
        day={day}
        tables={drawnGiven(given)}
        country={country}
        translator={translator}
      />
    </div>
  );
}
