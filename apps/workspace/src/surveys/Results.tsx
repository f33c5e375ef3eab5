import type { Topic } from '@dayaq/acts/survey/topics';
import { THRESHOLD } from '@dayaq/domain/disclosure';
import {
  LANGUAGES,
  MARKS,
  prepare,
  type Prepared,
  readSurvey,
  spoilingOf,
  wordsSaid,
} from '@dayaq/domain/survey';
import type { Id } from '@dayaq/vault/client';
import { useMemo, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { sayDate } from '../fields/say-date.ts';
import { language, t, translator } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Field } from '../look/Field.tsx';
import { Notice } from '../look/Notice.tsx';
import { workbook, XLSX } from '../costs/report/workbook.ts';
import { useQuery } from '../vault/session.ts';
import { type Came, readCame } from './came.ts';
import { InWords } from './InWords.tsx';
import { saveAs } from './save-form.ts';
import {
  crossable,
  crossRows,
  frequencies,
  labelOf,
  tablesAsCsv,
  tablesAsSheets,
  topicTables,
  type TableWords,
} from './tables.ts';

const tableWords = (): TableWords => ({
  language: LANGUAGES.find((each) => each === language.value) ?? 'en',
  marks: Object.fromEntries(MARKS.map((mark) => [mark, t(`surveys.mark.${mark}`)])),
  other: t('surveys.other'),
  notAsked: t('surveys.results.notAsked'),
  someValue: t('surveys.results.someValue'),
  topics: t('surveys.topics.title'),
  noTopic: t('surveys.topics.none'),
  hidden: t('surveys.results.hidden'),
  all: t('surveys.results.all'),
  answer: t('surveys.results.answer'),
  people: t('surveys.results.people'),
});

interface Props {
  hash: string;
  invited: unknown;
  refused: unknown;
  room: Room;
}

/** What came in answer to a published survey, counted here and nowhere else. */
export function Results({ hash, invited, refused, room }: Props) {
  const published = useQuery((vault) => vault.publishedSurvey(hash), [hash]).data;
  const { data } = useQuery(
    (vault) => readCame(vault, hash),
    [hash],
    ['survey-answers', 'survey-sheet', 'survey-topic'],
  );
  const survey = published?.ok === true ? readSurvey(published.value) : null;
  if (survey === null || data === undefined) return <p class="muted">{t('surveys.loading')}</p>;
  return (
    <section class="stack" aria-labelledby="survey-results">
      <h3 id="survey-results">{t('surveys.results.title')}</h3>
      {typeof invited === 'number' && (
        <p>{t('surveys.results.invited', { invited, refused: typeof refused === 'number' ? refused : 0 })}</p>
      )}
      {data.today > 0 && <p class="muted">{t('surveys.results.today', { count: data.today })}</p>}
      {data.sheets.length === 0 ? (
        <p class="muted">{t('surveys.results.none')}</p>
      ) : (
        <Tables prepared={prepare(survey)} came={data.sheets} topics={data.topics} room={room} />
      )}
    </section>
  );
}

interface TablesProps {
  prepared: Prepared;
  came: readonly Came[];
  topics: readonly Topic[];
  room: Room;
}

function Tables({ prepared, came, topics, room }: TablesProps) {
  const sheets = useMemo(() => came.map(({ answers }) => answers), [came]);
  const words = tableWords();
  const counted = frequencies(prepared, sheets, words);
  const tables = [...counted, ...topicTables(prepared, came, topics, counted, words)];
  const open = crossable(prepared);
  const [down, setDown] = useState<Id>(open[0]?.question.name ?? '');
  const [across, setAcross] = useState<Id>(open[1]?.question.name ?? '');
  const table = down === across ? null : crossRows(prepared, sheets, down, across, words);
  const choose = (label: string, value: string, onValue: (name: string) => void) => (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          {open.map((placed) => (
            <option key={placed.question.name} value={placed.question.name}>
              {labelOf(placed, prepared, words)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <>
      <p>{t('surveys.results.count', { count: sheets.length })}</p>
      <Spoilt came={came} />
      <p class="muted">{t('surveys.results.protected', { most: THRESHOLD - 1 })}</p>
      {tables.map(({ name, label, rows }) => (
        <table key={name} class="survey-table">
          <caption>{label}</caption>
          <tbody>
            {rows.map(({ answer, shown }) => (
              <tr key={answer}>
                <th scope="row">{answer}</th>
                <td>{shown ?? words.hidden}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      {prepared.placed
        .filter(({ question }) => question.type === 'text' || question.other === true)
        .map((placed) => {
          const said = wordsSaid(prepared, sheets, placed.question.name);
          return (
            said.length > 0 && (
              <InWords
                key={placed.question.name}
                question={placed.question.name}
                label={labelOf(placed, prepared, words)}
                said={said}
                came={came}
                topics={topics}
                room={room}
              />
            )
          );
        })}
      {open.length > 1 && (
        <section class="stack stack-tight" aria-labelledby="survey-cross">
          <h4 id="survey-cross">{t('surveys.results.cross')}</h4>
          {choose(t('surveys.results.down'), down, setDown)}
          {choose(t('surveys.results.across'), across, setAcross)}
          {table === null ? <p class="muted">{t('surveys.results.noCross')}</p> : <CrossTable rows={table} />}
        </section>
      )}
      <div class="buttons">
        <Button
          kind="plain"
          onClick={() =>
            saveAs(new Blob([tablesAsCsv(tables, table, words)], { type: 'text/csv' }), 'tables.csv')
          }
        >
          {t('surveys.results.csv')}
        </Button>
        <Button
          kind="plain"
          onClick={() => {
            const sheets = tablesAsSheets(tables, table, words, {
              tables: t('surveys.results.title'),
              crossed: t('surveys.results.cross'),
            });
            saveAs(new Blob([workbook(sheets)], { type: XLSX }), 'tables.xlsx');
          }}
        >
          {t('surveys.results.xlsx')}
        </Button>
      </div>
    </>
  );
}

/** What looks as if somebody had answered many times: said, and left to those who know what went on. */
function Spoilt({ came }: { came: readonly Came[] }) {
  const { copies, bursts } = useMemo(() => spoilingOf(came), [came]);
  if (copies === 0 && bursts.length === 0) return null;
  return (
    <Notice tone="w">
      {copies > 0 && <p>{t('surveys.results.copies', { count: copies })}</p>}
      {bursts.map(({ day, count }) => (
        <p key={day}>{t('surveys.results.burst', { count, day: sayDate(translator.value, { day }) })}</p>
      ))}
      <p class="muted">{t('surveys.results.spoilt')}</p>
    </Notice>
  );
}

function CrossTable({ rows: [head = [], ...rows] }: { rows: readonly string[][] }) {
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={t('surveys.results.cross')}>
      <table class="survey-table">
        <thead>
          <tr>
            {head.map((text, at) => (
              <th key={at} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = '', ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
