import { dayOf } from '@dayaq/locale';
import type { Id, TaskRow } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { readDate, readText } from '../fields/read-value.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Row } from '../look/Row.tsx';
import type { Scope } from '../spaces/scope.ts';
import { SpaceTag } from '../spaces/SpaceTag.tsx';
import { useQuery } from '../vault/session.ts';
import { keyOf } from './case-groups.ts';
import { taskAddress } from './task-address.ts';
import { nearDay, objectOf, type Reader, whenWords } from './task-words.ts';

const SHOWN = 5;
const MORE = 20;
const MOST = 500;

/** Answers and promises that others have not given yet, the longest waited for first. */
export function OwedToUs({ scope, readerIn }: { scope: Scope; readerIn: (space: Id) => Reader }) {
  const [wanted, setWanted] = useState(SHOWN);
  const { data: rows } = useQuery(
    (vault) =>
      vault.tasks({ owner: null, until: null, owed: true, limit: Math.min(MOST, wanted + 1) }, scope.at),
    [wanted, scope.at, scope.spaces.join()],
  );
  if (rows === undefined || rows.length === 0) return null;
  return (
    <section aria-labelledby="today-owed">
      <h2 id="today-owed">{t('today.owed.title')}</h2>
      <ul class="rows">
        {rows.slice(0, wanted).map((task) => (
          <li key={keyOf(task)}>
            <OwedRow task={task} reader={readerIn(task.space)} />
          </li>
        ))}
      </ul>
      {rows.length > wanted && wanted < MOST && (
        <Button small kind="quiet" onClick={() => setWanted(wanted + MORE)}>
          {t('today.owed.more')}
        </Button>
      )}
    </section>
  );
}

function OwedRow({ task, reader }: { task: TaskRow; reader: Reader }) {
  const { language } = reader.translator;
  const who = whoOwes(task);
  const name = task.case.alias || task.case.reference;
  const [first = name, ...rest] = [who, ...objectOf(task, reader).filter((words) => words !== who)].filter(
    Boolean,
  );
  const since = sinceOf(task);
  const words = since === '' ? '' : t('today.owed.since', { day: nearDay(language, since, reader.today) });
  const due = whenWords(task.due, reader);
  return (
    <Row
      href={taskAddress(task)}
      title={first}
      note={
        <>
          <span>{[name, ...rest, words].filter(Boolean).join(' · ')}</span>
          {due.late && <span class="late">{due.words}</span>}
          <SpaceTag space={task.space} />
        </>
      }
    />
  );
}

/** The name of whoever owes it, as it was written down. */
function whoOwes({ told }: TaskRow): string {
  return ['to', 'forumName', 'institution'].map((field) => readText(told[field])).find(Boolean) ?? '';
}

/** The day from which they owe it, YYYY-MM-DD; empty where that is not known to the day. */
function sinceOf({ told }: TaskRow): string {
  const sent = told['sent'];
  if (typeof sent === 'number') return dayOf(sent);
  const day = readDate(told['filed'])?.day ?? '';
  return day.length === 10 ? day : '';
}
