import { formatDate, relativeDay } from '@dayaq/locale';
import type { TaskRow } from '@dayaq/vault/client';
import { DangerLevel } from '../look/DangerLevel.tsx';
import { Menu } from '../look/Menu.tsx';
import { taskTitle } from '../cases/work/act-on-task.ts';
import { language, t, translator } from '../locale/index.ts';
import { Row } from '../look/Row.tsx';
import { Tag } from '../look/Tag.tsx';
import type { People } from '../spaces/people.ts';
import { SpaceTag } from '../spaces/SpaceTag.tsx';
import type { GroupName } from './groups.ts';
import type { Acting } from './use-acting.tsx';

interface Props {
  task: TaskRow;
  group: GroupName;
  /** YYYY-MM-DD */
  today: string;
  me: string;
  people: People;
  acting: Acting;
}

/** One thing that is due, with what can be done about it. */
export function TaskLine({ task, group, today, me, people, acting }: Props) {
  const { alias, reference } = task.case;
  const title = taskTitle(translator.value, task) || t('today.untitled');
  const late = group === 'overdue' || group === 'long';
  return (
    <Row
      href={`/cases/${task.dossier}`}
      title={title}
      late={late}
      when={task.due && whenWords(task.due, today)}
      note={
        <>
          <span>{[alias, reference].filter(Boolean).join(' · ')}</span>
          <SpaceTag space={task.space} />
          {task.danger !== '' && <DangerLevel level={task.danger} />}
          {task.owner === '' ? (
            <Tag tone="w">{t('today.nobody')}</Tag>
          ) : (
            task.owner !== me && <span>{people.nameOf(task.space, task.owner)}</span>
          )}
          {task.restricted && <Tag icon="lock">{t('today.restricted')}</Tag>}
          {task.checkWithLawyer && <Tag tone="w">{t('today.checkWithLawyer')}</Tag>}
          {task.estimated && <span>{t('today.estimated')}</span>}
        </>
      }
      menu={
        people.mayWriteIn(task.space) && (
          <Menu
            label={t('today.acts', { what: title })}
            as="dots"
            items={[
              ...(task.owner === me && task.taken !== null
                ? []
                : [{ text: t('today.take'), onChoose: () => acting.act(task, { act: 'take' }) }]),
              { text: t('today.done'), onChoose: () => acting.act(task, { act: 'done' }) },
              { text: t('today.give.act'), onChoose: () => acting.give(task) },
              { text: t('today.move.act'), onChoose: () => acting.move(task) },
            ]}
          />
        )
      }
    />
  );
}

/** "today", "2 days ago", or the date where it is known less precisely or far away. */
function whenWords(due: string, today: string): string {
  if (due.length < 10) return formatDate(language.value, due, 'short');
  const away = Math.abs(Date.parse(due) - Date.parse(today)) / 86_400_000;
  return away <= 13 ? relativeDay(language.value, due, today) : formatDate(language.value, due, 'short');
}
