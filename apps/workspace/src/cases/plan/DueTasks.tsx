import { Button } from '../../look/Button.tsx';
import {
  addDays,
  type CountryPack,
  isDoneThere,
  isUntilSafe,
  openTasks,
  type OpenTask,
  type PlainRecord,
} from '@dayaq/domain';
import { relativeDay } from '@dayaq/locale';
import { useMemo } from 'preact/hooks';
import { recordTitle } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { t } from '../../locale/index.ts';
import { Tag } from '../../look/Tag.tsx';
import { partOf } from '../../kind-places.ts';
import { Reach } from '../../consent/Reach.tsx';
import { holderNow, useOpenCase } from '../detail/open-case.ts';
import { memberName } from '../room.ts';
import { type TaskAct, taskChanges, taskTitle } from '@dayaq/acts/task';
import { useAnswerDanger } from '../safety/use-answer-danger.tsx';

/** Most rows that are drawn; the nearest come first. */
const MOST = 50;
/** Days from today whose tasks are shown at once; those after them can wait behind a press. */
const SOON = 14;

interface Props {
  /** All records of the case, deleted ones too: what was done with a task that is gone still counts. */
  records: readonly PlainRecord[];
  pack: CountryPack | undefined;
}

/** What is due in this case: tasks that were written down, and what the rules ask for. */
export function DueTasks({ records, pack }: Props) {
  const { today } = useOpenCase();
  const horizon = addDays(today, SOON);
  // A planned deed stands among the plans already; it comes here once somebody took it up as a task.
  const tasks = useMemo(
    () => openTasks(records, pack).filter(({ rule, record }) => rule !== 'response-planned' || record !== ''),
    [records, pack],
  );
  const soon = tasks.filter(({ due }) => due <= horizon);
  const later = tasks.filter(({ due }) => due > horizon);
  const row = (task: OpenTask) => <DueRow key={`${task.record} ${task.rule} ${task.about}`} task={task} />;
  return (
    <section class="case-section" aria-labelledby="plan-due">
      <h3 id="plan-due">{t('plan.due.title')}</h3>
      {tasks.length === 0 && <p class="muted">{t('plan.due.none')}</p>}
      {soon.length > 0 && <ul class="side-rows">{soon.slice(0, MOST).map(row)}</ul>}
      {later.length > 0 && (
        <details>
          <summary>{t('plan.due.later', { count: later.length })}</summary>
          <ul class="side-rows">{later.slice(0, MOST).map(row)}</ul>
        </details>
      )}
    </section>
  );
}

function DueRow({ task }: { task: OpenTask }) {
  const open = useOpenCase();
  const { translator, today, live, around } = open;
  const answer = useAnswerDanger();
  const about = live.find((record) => record.id === task.about);
  const danger = isUntilSafe(task.rule) ? about : undefined;
  const part = danger === undefined && isDoneThere(task.rule) ? partOf(task.kind) : undefined;
  const late = task.due !== '' && task.due < today;
  const title = taskTitle(translator, task);
  const holder = holderNow(open, task.owner);
  const act = async (what: TaskAct, said: string): Promise<void> => {
    await open.save(await taskChanges(open, task, what, Date.now()), said);
  };
  return (
    <li class="side-row">
      <p class="side-title">
        <span>{title}</span>
        {late && <Tag tone="w">{t('plan.ahead.overdue')}</Tag>}
      </p>
      <p class="muted small">
        {[
          task.due === ''
            ? t('plan.due.noDay')
            : `${sayDate(translator, { day: task.due })}, ${relativeDay(translator.language, task.due, today)}`,
          holder === '' ? t('plan.ahead.nobody') : memberName(open, holder),
          about === undefined ? '' : recordTitle(about, around),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {(Object.keys(task.reach).length > 0 || task.reachInDoubt) && (
        <p class="muted small">
          <Reach {...task} translator={translator} />
        </p>
      )}
      {task.estimated && <p class="muted small">{t('plan.due.estimated')}</p>}
      {task.checkWithLawyer && <p class="muted small">{t('plan.due.lawyer')}</p>}
      {open.mayWrite && (
        <div class="cluster">
          {!(task.owner === open.me && task.taken !== null) && (
            <Button
              kind="plain"
              small
              label={t('plan.due.takeOf', { what: title })}
              onClick={() => void act({ act: 'take' }, t('plan.due.takeOf', { what: title }))}
            >
              {t('plan.due.take')}
            </Button>
          )}
          {part !== undefined ? (
            // Its record says when it is done: there is nothing to tick off here.
            <Button
              kind="plain"
              small
              href={`/cases/${open.dossier.id}/${part}#record-${task.about}`}
              label={t('today.actOn', { act: t('cases.next.open'), name: title })}
            >
              {t('cases.next.open')}
            </Button>
          ) : danger === undefined ? (
            <Button
              kind="plain"
              small
              label={t('plan.due.doneOf', { what: title })}
              onClick={() => void act({ act: 'done' }, t('plan.due.doneOf', { what: title }))}
            >
              {t('plan.due.done')}
            </Button>
          ) : (
            <Button kind="plain" small onClick={() => answer(danger)}>
              {t('safety.escalation.protected')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
