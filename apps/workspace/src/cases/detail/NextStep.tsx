import { writeDeed } from '@dayaq/acts/response';
import { requestOf, standingIn } from '../acts/request-of.ts';
import { plainRecord, textIn } from '@dayaq/acts/record-values';
import { daysBetween, groupOf, isUrgent, type OpenTask, openTasks, packOf } from '@dayaq/domain';
import { formatDate, relativeDay, type Translator } from '@dayaq/locale';
import { useLocation } from 'preact-iso';
import { useMemo } from 'preact/hooks';
import { recordTitle } from '../../fields/index.ts';
import { Button } from '../../look/Button.tsx';
import { memberName } from '../room.ts';
import { taskChanges, taskTitle, writeTask } from '@dayaq/acts/task';
import { useAnswerDanger } from '../safety/use-answer-danger.tsx';
import { doseWords } from '../safety/dose-words.ts';
import { deedOf, nextStep } from './next-step.ts';
import { holderNow, useOpenCase } from './open-case.ts';

/**
 * What comes next, who has it and until when, and the one filled button of the page, which opens the deed.
 * @param withDanger false where the page below says who must act on a danger, and offers it
 */
export function NextStep({ withDanger }: { withDanger: boolean }) {
  const open = useOpenCase();
  const { dossier, root, live, country, me, mayWrite, translator, edit } = open;
  const { t } = translator;
  const tasks = useMemo(
    () =>
      openTasks(dossier.records.map(plainRecord), packOf(country)).map((task) => ({
        ...task,
        owner: holderNow(open, task.owner),
      })),
    [dossier, country, open.members],
  );
  const next = nextStep(tasks, me);
  if (next === null) {
    if (!mayWrite || textIn(root, 'status') === 'closed') return null;
    return (
      <section class="case-next" aria-label={t('cases.next.label')}>
        <p class="case-next-what muted">{t('cases.next.none')}</p>
        <Button kind="plain" onClick={() => edit(requestOf(writeTask(open), translator))}>
          {t('cases.next.plan')}
        </Button>
      </section>
    );
  }
  // Whoever may only read has no step of their own here.
  if (!mayWrite && next.owner === me) return null;
  if (!withDanger && ['take', 'answer-danger'].includes(deedOf(next, me).does)) return null;
  const about = live.find(({ id }) => id === next.about);
  const named = next.what === '' && about !== undefined && !['case', 'person'].includes(about.kind);
  const until = untilWords(next);
  const title = [taskTitle(translator, next), named ? recordTitle(about, open.around) : '']
    .filter((text) => text !== '')
    .join(': ');
  return (
    <section class="case-next" aria-label={t('cases.next.label')}>
      <div class="case-next-who">
        <p class="strong">{whoseWords(next)}</p>
        {until !== null && <p class={until.late ? 'late' : undefined}>{until.words}</p>}
      </div>
      <p class="case-next-what">{title}</p>
      {mayWrite && <Deed task={next} tasks={tasks} title={title} />}
    </section>
  );

  /** Until when, in the measure in which it is counted: hours where a dose is missed, else days. */
  function untilWords({ kind, told, rule, due }: OpenTask): { words: string; late: boolean } | null {
    if (isUrgent(rule))
      return kind === 'detention' && rule === 'treatment-bring'
        ? doseWords(told, country, Date.now())
        : { words: t('cases.list.hours'), late: true };
    return due === '' ? null : { words: dueWords(translator, due, open.today), late: due < open.today };
  }

  function whoseWords({ owner }: OpenTask): string {
    if (owner === '') return t('cases.next.nobody');
    return owner === me ? t('cases.next.you') : t('cases.next.other', { name: memberName(open, owner) });
  }
}

/** Days within which it is said how far off something is; before and after them, its date. */
const NEAR = 13;

function dueWords({ t, language }: Translator, due: string, today: string): string {
  const days = daysBetween(today, due);
  if (days === 0) return t('cases.list.dueToday');
  if (days < 0) return t('cases.list.overdue', { days: -days });
  return days <= NEAR ? relativeDay(language, due, today) : formatDate(language, due, 'short');
}

/** Opens what the task asks for. Only what nobody can do elsewhere is done by the press itself: taking it. */
function Deed({ task, tasks, title }: { task: OpenTask; tasks: readonly OpenTask[]; title: string }) {
  const open = useOpenCase();
  const { dossier, live, me, today, translator, edit, save } = open;
  const { t } = translator;
  const { route } = useLocation();
  const answer = useAnswerDanger();
  const deed = deedOf(task, me);
  const about = live.find(({ id }) => id === task.about);

  async function take(): Promise<void> {
    // All that is asked for about the same danger is taken with it.
    const same = tasks.filter((each) => each.about === task.about && deedOf(each, me).does === 'take');
    const now = Date.now();
    const changes = await Promise.all(same.map((each) => taskChanges(open, each, { act: 'take' }, now)));
    await save(changes.flat(), t('safety.escalation.tookIt'));
  }

  async function write(): Promise<void> {
    const done = await taskChanges(open, task, { act: 'done' }, Date.now());
    edit({
      ...requestOf(writeDeed(standingIn(open)), translator),
      title,
      purpose: `of ${task.record || `${task.rule} ${task.about}`}`,
      along: () => done,
    });
  }

  switch (deed.does) {
    case 'take':
      return <Button onClick={() => void take()}>{t('safety.escalation.take')}</Button>;
    case 'answer-danger':
      return about === undefined ? null : (
        <Button onClick={() => answer(about)}>{t('safety.escalation.protected')}</Button>
      );
    case 'carry-out':
      return about === undefined ? null : (
        <Button
          onClick={() =>
            edit({
              title,
              kind: about.kind,
              record: about,
              only: groupOf('response', 'outcome'),
              begin: { done: { day: today } },
            })
          }
        >
          {t('cases.next.write')}
        </Button>
      );
    case 'write':
      return <Button onClick={() => void write()}>{t('cases.next.write')}</Button>;
    case 'open':
      return (
        <Button onClick={() => route(`/cases/${dossier.id}/${deed.part}#record-${task.about}`)}>
          {t('cases.next.open')}
        </Button>
      );
  }
}
