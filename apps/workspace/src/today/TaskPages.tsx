import { DANGER_RULES, isUrgent } from '@dayaq/domain';
import type { Id, TaskQuery, TaskRow } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { kindLabel } from '../fields/labels.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { DangerLevel } from '../look/DangerLevel.tsx';
import { Tag } from '../look/Tag.tsx';
import type { People } from '../spaces/people.ts';
import type { Scope } from '../spaces/scope.ts';
import { useQuery } from '../vault/session.ts';
import { caseFacts } from './case-facts.ts';
import { type CaseGroup, keyOf, PAGE, pagesOf } from './case-groups.ts';
import { wholeAddress } from './task-address.ts';
import { TaskLine } from './TaskLine.tsx';
import type { Reader } from './task-words.ts';
import type { Acting } from './use-acting.tsx';

/** The vault lists no more at once. */
const MOST = 500;

interface Props {
  query: Pick<TaskQuery, 'owner' | 'until' | 'from'>;
  /** How many there are; null while that is not known. */
  total: number | null;
  /** What stands above already: tasks to act on these records, the dangers and what is counted in hours. */
  above: ReadonlySet<Id>;
  /** Cases of which their danger stands above already. */
  dangerous: ReadonlySet<Id>;
  scope: Scope;
  me: Id;
  people: People;
  acting: Acting;
  readerIn: (space: Id) => Reader;
}

/** Things to do under their cases, twenty at a time. */
export function TaskPages({ query, total, above, dangerous, scope, readerIn, ...rest }: Props) {
  const [wanted, setWanted] = useState(PAGE);
  const limit = Math.min(MOST, wanted + above.size);
  const { owner, until, from } = query;
  const { data: rows } = useQuery(
    (vault) => vault.tasks({ owner, until, ...(from === undefined ? {} : { from }), limit }, scope.at),
    [owner, until, from, limit, scope.at, scope.spaces.join()],
  );
  if (rows === undefined) return null;
  const below = rows.filter((row) => !isAbove(row, above));
  const shown = below.slice(0, wanted);
  const left = total === null ? 0 : total - rows.length + below.length - shown.length;
  return (
    <>
      {pagesOf(shown).map((groups, page) =>
        groups.map((group) => (
          <CaseTasks
            key={`${page} ${group.dossier}`}
            group={group}
            isAbove={dangerous.has(group.dossier)}
            reader={readerIn(group.rows[0].space)}
            {...rest}
          />
        )),
      )}
      {left > 0 &&
        (limit < MOST ? (
          <Button small kind="quiet" onClick={() => setWanted(wanted + PAGE)}>
            {t('today.more', { count: Math.min(left, PAGE) })}
          </Button>
        ) : (
          <p class="muted">{t('today.cut', { count: String(shown.length) })}</p>
        ))}
    </>
  );
}

/** It asks to act on a danger that stands above, in the danger's own row, or is counted in hours there. */
function isAbove({ rule, about }: TaskRow, above: ReadonlySet<Id>): boolean {
  return (DANGER_RULES.includes(rule) || isUrgent(rule)) && above.has(about);
}

function CaseTasks({
  group: { rows },
  isAbove: isDangerAbove,
  reader,
  ...rest
}: Pick<Props, 'me' | 'people' | 'acting'> & { group: CaseGroup; isAbove: boolean; reader: Reader }) {
  const [first] = rows;
  const { case: of, danger, restricted } = first;
  // What is no case has neither name nor number, and is called by what it is.
  const name = of.alias || of.reference || kindLabel(reader.translator, first.kind);
  const facts = caseFacts(reader.translator, of);
  return (
    <section class="today-case" aria-label={name}>
      <div class="row-note">
        <h3>
          <a href={wholeAddress(first)}>{name}</a>
        </h3>
        {of.alias !== '' && <span>{of.reference}</span>}
        {danger !== '' && !isDangerAbove && <DangerLevel level={danger} />}
        {restricted && <Tag icon="lock">{t('today.restricted')}</Tag>}
        {facts !== '' && <span class="today-about">{facts}</span>}
      </div>
      <ul class="rows">
        {rows.map((task) => (
          <li key={keyOf(task)}>
            <TaskLine task={task} reader={reader} {...rest} />
          </li>
        ))}
      </ul>
    </section>
  );
}
