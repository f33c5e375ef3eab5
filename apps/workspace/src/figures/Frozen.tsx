import { recordChange } from '@dayaq/acts/changes-between';
import { Given, type Question, writeGiven } from '@dayaq/domain/count';
import { formatDate } from '@dayaq/locale';
import type { Failure, Id, RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { memberName, type Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Field } from '../look/Field.tsx';
import { announce } from '../look/live.tsx';
import { Notice } from '../look/Notice.tsx';
import { say } from '../vault/session.ts';
import { GivenFigure, refusalText } from './Figure.tsx';
import { handOut } from './given-before.ts';
import { type FrozenMonth, frozenMonths, ofMonth, since } from './frozen-months.ts';
import { monthBefore } from './periods.ts';
import { headline } from './words.ts';

/** Months back that can be frozen. */
const BACK = 24;

interface Props {
  room: Room;
  dossier: Id;
  question: Question;
  frozen: readonly RecordView[];
}

/** Months as they stood on a day: none changes, and what came later stands beside it with its own day. */
export function Frozen({ room, dossier, question, frozen }: Props) {
  const { translator, today } = room;
  const { months, unread } = frozenMonths(frozen);
  const offered: string[] = [];
  for (let month = monthBefore(today.slice(0, 7)); offered.length < BACK; month = monthBefore(month))
    offered.push(month);
  const [month, setMonth] = useState(offered[0] ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const freeze = async (): Promise<void> => {
    setBusy(true);
    const failed = await freezeMonth(room, dossier, ofMonth(question, month), month).catch(
      (): Failure => ({
        code: 'no-answer',
      }),
    );
    setBusy(false);
    setProblem(failed === null ? null : typeof failed === 'string' ? failed : say(failed));
    if (failed === null) announce(t('figures.frozen.done'));
  };
  return (
    <section class="stack no-print" aria-labelledby="figure-frozen">
      <h2 id="figure-frozen">{t('figures.frozen.title')}</h2>
      <p class="muted">{t('figures.frozen.hint')}</p>
      {unread > 0 && (
        <Notice tone="w">
          <p>{t('figures.frozen.unread', { count: unread })}</p>
        </Notice>
      )}
      <ul class="stack figure-months">
        {months.map((each) => (
          <Month key={each.month} month={each} room={room} />
        ))}
      </ul>
      {problem !== null && (
        <Notice tone="w" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      {room.role !== 'viewer' && (
        <div class="figure-asked">
          <Field label={t('figures.frozen.month')}>
            {(control) => (
              <select {...control} value={month} onChange={(event) => setMonth(event.currentTarget.value)}>
                {offered.map((each) => (
                  <option key={each} value={each}>
                    {formatDate(translator.language, each, 'long')}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <div class="buttons">
            <Button kind="plain" busy={busy} onClick={() => void freeze()}>
              {t(
                months.some((each) => each.month === month)
                  ? 'figures.frozen.revise'
                  : 'figures.frozen.freeze',
              )}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}

/**
 * Answers null once it is kept. What others of the space read of it is what may leave, beside all that did: some of it may be closed
 * to them.
 */
async function freezeMonth(
  room: Room,
  dossier: Id,
  question: Question,
  month: string,
): Promise<Failure | string | null> {
  const { vault, today } = room;
  const answer = await vault.figure(question, today);
  if (answer.is !== 'counted') return t(answer.is === 'locked' ? 'errors.locked' : 'figures.tooLarge');
  const given = await handOut(room, answer.count, 'frozen', async (frozen) => {
    const values = { month: { day: month }, asOf: { day: today }, given: writeGiven(frozen) };
    return [{ dossier, changes: [recordChange('frozen', await vault.newId(), values, {})] }];
  });
  if (given instanceof Given) return null;
  return typeof given === 'string' ? refusalText(given) : given;
}

function Month({ month: { month, readings }, room }: { month: FrozenMonth; room: Room }) {
  const { translator } = room;
  const day = (value: string): string => formatDate(translator.language, value, 'long');
  const last = readings.at(-1);
  return (
    <li class="stack stack-tight">
      <h3>{formatDate(translator.language, month, 'long')}</h3>
      <ol class="figure-readings">
        {readings.map(({ record, by, given }, at) => {
          const before = readings[at - 1]?.given;
          const more = before === undefined ? null : since(before, given);
          return (
            <li key={record}>
              {t('figures.frozen.reading', {
                what: headline(translator, given.question, given.all),
                day: day(given.day),
              })}
              {more !== null && (
                <>
                  {'; '}
                  {more === 0
                    ? t('figures.frozen.same')
                    : more > 0
                      ? t('figures.frozen.later', { count: more })
                      : t('figures.frozen.less', { count: -more })}
                </>
              )}{' '}
              <span class="muted small">{memberName(room, by)}</span>
            </li>
          );
        })}
      </ol>
      {last !== undefined && (
        <details>
          <summary>{t('figures.frozen.open')}</summary>
          <GivenFigure given={last.given} room={room} />
        </details>
      )}
    </li>
  );
}
