import { type Count, give, Given, type Question, risesIn } from '@dayaq/domain/count';
import { THRESHOLD } from '@dayaq/domain/disclosure';
import { formatNumber } from '@dayaq/locale';
import { useMemo, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Icon } from '../look/Icon.tsx';
import { Notice } from '../look/Notice.tsx';
import { Asking } from '../shell/Asking.tsx';
import { useQuery } from '../vault/session.ts';
import { COUNTED_KINDS } from './counted-kinds.ts';
import { drawnCount, drawnGiven } from './drawn.ts';
import { saveWay } from './save-way.ts';
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
  const query = useQuery((vault) => vault.figure(question), [JSON.stringify(question)], COUNTED_KINDS);
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
  // Of a large table it takes a phone a second or two: nobody waits for it who only looks.
  const given = useMemo(() => (isGiving ? give(count, today) : null), [count, today, isGiving]);
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
        <Tables question={question} tables={drawnCount(count)} translator={translator} />
        <p class="muted small">{t('figures.ours')}</p>
        <div class="buttons">
          <Button kind="plain" onClick={() => setIsGiving(!isGiving)}>
            <Icon name="share" />
            {t('figures.give.open')}
          </Button>
        </div>
      </section>
      {given === null ? (
        <p class="print-only">{t('figures.give.first')}</p>
      ) : (
        <Giving given={given} isWhole={isWhole} room={room} />
      )}
    </>
  );
}

const refusalText = (refusal: ReturnType<typeof give> | 'lost'): string =>
  refusal instanceof Given ? '' : t(`figures.refused.${refusal}`, { most: THRESHOLD - 1 });

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
function Rise({ count: { question, sides, cells }, room }: { count: Count; room: Room }) {
  const [dimension] = question.by;
  if (question.by.length !== 1 || dimension?.by !== 'month') return null;
  const month = room.today.slice(0, 7);
  const over = (sides[0] ?? []).flatMap((name, at) =>
    /^\d{4}-\d{2}$/.test(name) && name < month ? [cells[at] ?? 0] : [],
  );
  const found = risesIn(over);
  if (found === null) return null;
  const number = (value: number): string => formatNumber(room.translator.language, value);
  return (
    <Notice tone="w">
      <p class="strong">{t('figures.rise.said', { count: number(found.count) })}</p>
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

/** What leaves, as it leaves, with the ways out. */
function Giving({ given, isWhole, room }: { given: ReturnType<typeof give>; isWhole: boolean; room: Room }) {
  if (!isWhole || !(given instanceof Given))
    return (
      <Notice tone="w" role="alert">
        <p>{refusalText(isWhole ? given : 'lost')}</p>
      </Notice>
    );
  return (
    <section class="stack figure-giving" aria-labelledby="figure-giving">
      <h2 id="figure-giving" class="no-print">
        {t('figures.give.title')}
      </h2>
      <p class="muted">{t('figures.give.hint', { most: THRESHOLD - 1 })}</p>
      <GivenFigure given={given} room={room} />
      <div class="buttons no-print">
        <Button kind="plain" onClick={() => saveWay('csv', given, room.translator)}>
          {t('figures.give.csv')}
        </Button>
        <Button kind="plain" onClick={() => saveWay('xlsx', given, room.translator)}>
          {t('figures.give.xlsx')}
        </Button>
        <Button kind="plain" onClick={() => print()}>
          <Icon name="print" />
          {t('figures.give.print')}
        </Button>
      </div>
    </section>
  );
}

/** A figure that the gate gave. */
export function GivenFigure({
  given,
  room: { translator },
}: {
  given: Given;
  room: Pick<Room, 'translator'>;
}) {
  const { question, day, all } = given;
  return (
    <div class="stack">
      <p class="strong">{headline(translator, question, all)}</p>
      <p>{sentence(translator, question, day)}</p>
      <Notes figure={given} room={{ translator }} />
      <Tables question={question} tables={drawnGiven(given)} translator={translator} />
    </div>
  );
}
