import { isDoneThere } from '@dayaq/domain';
import type { TaskRow } from '@dayaq/vault/client';
import { Reach } from '../consent/Reach.tsx';
import { t } from '../locale/index.ts';
import { Menu } from '../look/Menu.tsx';
import { Row } from '../look/Row.tsx';
import { Tag } from '../look/Tag.tsx';
import type { People } from '../spaces/people.ts';
import { SpaceTag } from '../spaces/SpaceTag.tsx';
import { taskAddress } from './task-address.ts';
import { aboutWords, deedOf, hoursOrDay, type Reader, taskIcon } from './task-words.ts';
import type { Acting } from './use-acting.tsx';

interface Props {
  task: TaskRow;
  me: string;
  people: People;
  acting: Acting;
  reader: Reader;
  /** It stands alone, not under its case. */
  namesCase?: boolean;
}

/** One thing to do: the deed, what it is about, when; it opens the thing itself. */
export function TaskLine({ task, me, people, acting, reader, namesCase }: Props) {
  const { words, amount } = deedOf(task, reader);
  const when = hoursOrDay(task, reader);
  return (
    <Row
      href={taskAddress(task)}
      icon={taskIcon(task)}
      title={<Deed words={words} amount={amount} />}
      late={when.late}
      when={when.words}
      note={<Note task={task} me={me} reader={reader} {...(namesCase === true ? { namesCase } : {})} />}
      menu={
        people.mayWriteIn(task.space) && (
          <Menu
            label={t('today.acts', { what: `${words}, ${task.case.alias || task.case.reference}` })}
            as="dots"
            items={[
              ...(task.owner === me && task.taken !== null
                ? []
                : [{ text: t('today.take'), onChoose: () => acting.act(task, { act: 'take' }) }]),
              // Whatever its record says is done there, and nowhere else.
              ...(isDoneThere(task.rule)
                ? []
                : [{ text: t('today.done'), onChoose: () => acting.act(task, { act: 'done' }) }]),
              { text: t('today.give.act'), onChoose: () => acting.give(task) },
              { text: t('today.move.act'), onChoose: () => acting.move(task) },
            ]}
          />
        )
      }
    />
  );
}

/** The amount stands out of its sentence, wherever the language has it. */
function Deed({ words, amount }: { words: string; amount: string }) {
  const at = amount === '' ? -1 : words.indexOf(amount);
  if (at < 0) return words;
  return (
    <>
      {words.slice(0, at)}
      <b>{amount}</b>
      {words.slice(at + amount.length)}
    </>
  );
}

function Note({ task, me, reader, namesCase }: Pick<Props, 'task' | 'me' | 'reader' | 'namesCase'>) {
  const about = aboutWords(task, reader).join(' · ');
  return (
    <>
      {namesCase === true && <span>{task.case.alias || task.case.reference}</span>}
      {about !== '' && <span>{about}</span>}
      <SpaceTag space={task.space} />
      {task.owner === '' ? (
        <Tag>{t('today.nobody')}</Tag>
      ) : (
        task.owner !== me && <span>{t('today.heldBy', { name: reader.nameOf(task.owner) })}</span>
      )}
      <Reach {...task} translator={reader.translator} />
      {task.checkWithLawyer && <Tag tone="w">{t('today.checkWithLawyer')}</Tag>}
      {task.estimated && <span>{t('today.estimated')}</span>}
    </>
  );
}
