import { CODE_LISTS } from '@dayaq/domain';
import type { Asked, Chosen } from '@dayaq/register';
import { useState } from 'preact/hooks';
import type { Room } from '../../cases/room.ts';
import { codeLabel, fieldLabel } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Field } from '../../look/Field.tsx';
import { Otherwise } from '../../register/Otherwise.tsx';
import type { Framework } from '../use-framework.ts';
import {
  MATRIX_TARGETS,
  type MatrixMapping,
  type MatrixTarget,
  readMatrix,
  textsOfTarget,
} from './matrix.ts';
import { Preview } from './Preview.tsx';

/** Different words of one column that are asked about: a column with more is no column of answers or of cycles. */
const MOST_WORDS = 30;
/** Of a column's first cell, to see what is in it. Characters. */
const SAMPLE = 80;

interface Props {
  room: Room;
  framework: Framework;
  chosen: Chosen;
  /** Reads the file again, otherwise. */
  onAsked: (asked: Asked) => void;
}

/** What each column is, what the words of its answers mean, and which cycle comes in: for a person to say, column by column. */
export function Mapping({ room, framework, chosen, onAsked }: Props) {
  const { table } = chosen;
  const [columns, setColumns] = useState<ReadonlyMap<number, MatrixTarget>>(new Map());
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map());
  const [cycle, setCycle] = useState<string | null>(null);
  const mapping: MatrixMapping = { columns, answers, cycle };
  const cycles = textsOfTarget(table, mapping, 'cycle');
  const said = textsOfTarget(table, mapping, 'answer');
  const take = (at: number, target: string): void => {
    const next = new Map([...columns].filter(([each, named]) => each !== at && named !== target));
    const found = MATRIX_TARGETS.find((each) => each === target);
    if (found !== undefined) next.set(at, found);
    setColumns(next);
    if (![...next.values()].includes('cycle')) setCycle(null);
  };
  const hasWords = [...columns.values()].some((each) => each === 'text' || each.startsWith('name'));
  const isCycleOpen = cycles.length > 0 && cycle === null;
  const isTooMany = cycles.length > MOST_WORDS || said.length > MOST_WORDS;
  return (
    <div class="stack stack-loose">
      <Otherwise chosen={chosen} onAsked={onAsked} />
      <section class="stack">
        <h2>{t('plans.import.columns')}</h2>
        <p class="muted">{t('plans.import.columnsHint')}</p>
        {table.columns.map(({ at, name }) => (
          <Field
            key={at}
            label={name === '' ? t('plans.import.unnamed', { number: at + 1 }) : name}
            hint={sampleOf(table.rows, at)}
          >
            {(control) => (
              <select
                {...control}
                value={columns.get(at) ?? ''}
                onChange={({ currentTarget }) => take(at, currentTarget.value)}
              >
                <option value="">{t('plans.import.leave')}</option>
                {MATRIX_TARGETS.map((target) => (
                  <option key={target} value={target}>
                    {targetWords(room, target)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
      </section>
      {said.length > MOST_WORDS && <TooMany target="answer" words={said.length} room={room} />}
      {said.length > 0 && said.length <= MOST_WORDS && (
        <section class="stack">
          <h2>{t('plans.import.answers')}</h2>
          {said.map((text) => (
            <Field key={text} label={text}>
              {(control) => (
                <select
                  {...control}
                  value={answers.get(text) ?? ''}
                  onChange={({ currentTarget }) => {
                    const next = new Map(answers);
                    if (currentTarget.value === '') next.delete(text);
                    else next.set(text, currentTarget.value);
                    setAnswers(next);
                  }}
                >
                  <option value="">{t('plans.import.say')}</option>
                  {CODE_LISTS['commitment-answers'].codes.map(({ code }) => (
                    <option key={code} value={code}>
                      {codeLabel(room.translator, 'commitment-answers', code)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ))}
        </section>
      )}
      {cycles.length > MOST_WORDS && <TooMany target="cycle" words={cycles.length} room={room} />}
      {cycles.length > 0 && cycles.length <= MOST_WORDS && (
        <Field label={t('plans.import.cycle')} hint={t('plans.import.cycleHint')}>
          {(control) => (
            <select
              {...control}
              value={cycle ?? ''}
              onChange={({ currentTarget }) => setCycle(currentTarget.value || null)}
            >
              <option value="">{t('plans.import.say')}</option>
              {cycles.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {isTooMany ? null : !hasWords ? (
        <p class="muted">{t('plans.import.wordsFirst')}</p>
      ) : isCycleOpen ? (
        <p class="muted">{t('plans.import.cycleFirst')}</p>
      ) : (
        <Preview room={room} framework={framework} read={readMatrix(table, mapping)} />
      )}
    </div>
  );
}

/** A column of so many different words is none of answers, nor of cycles: nothing comes in by it. */
function TooMany({ room, target, words }: { room: Room; target: MatrixTarget; words: number }) {
  return (
    <p role="alert">
      {t('plans.import.tooMany', { target: targetWords(room, target), count: words, most: MOST_WORDS })}
    </p>
  );
}

const targetWords = ({ translator }: Room, target: MatrixTarget): string =>
  target === 'cycle' ? t('plans.import.target.cycle') : fieldLabel(translator, 'commitment', target);

function sampleOf(rows: Chosen['table']['rows'], at: number): string {
  const filled = rows.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== '');
  const text = filled.at(1) ?? filled.at(0) ?? '';
  return text.length > SAMPLE ? `${text.slice(0, SAMPLE)}…` : text;
}
