import type { Id, TaskRow } from '@dayaq/vault/client';
import { t } from '../locale/index.ts';
import type { People } from '../spaces/people.ts';
import { keyOf } from './case-groups.ts';
import { type Reader, urgencyOf } from './task-words.ts';
import { TaskLine } from './TaskLine.tsx';
import type { Acting } from './use-acting.tsx';

interface Props {
  rows: readonly TaskRow[];
  me: Id;
  people: People;
  acting: Acting;
  readerIn: (space: Id) => Reader;
}

/** What is counted in hours: somebody held misses a dose. The soonest first, and what is not known before all. */
export function InHours({ rows, readerIn, ...rest }: Props) {
  if (rows.length === 0) return null;
  return (
    <section class="stack stack-tight" aria-labelledby="today-hours">
      <h2 id="today-hours" class="today-danger">
        {t('today.hours.title')} <span class="count">{rows.length}</span>
      </h2>
      <ul class="rows">
        {[...rows]
          .sort((a, b) => urgencyOf(a, readerIn(a.space)) - urgencyOf(b, readerIn(b.space)))
          .map((task) => (
            <li key={keyOf(task)}>
              <TaskLine task={task} reader={readerIn(task.space)} namesCase {...rest} />
            </li>
          ))}
      </ul>
    </section>
  );
}
