import {
  type Group,
  type Item,
  moved,
  newGroup,
  newQuestion,
  freeName,
  type Question,
  roomFor,
  type Step,
  type Survey,
  SURVEY_LIMITS,
  withAdded,
  withItem,
  wordsIn,
} from '@dayaq/domain/survey';
import { language, t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { GroupEditor, QuestionEditor } from './QuestionEditor.tsx';
import type { SoundPlace } from './sounds.ts';

interface Props {
  place: SoundPlace;
  survey: Survey;
  /** What is wrong or missing, by name. */
  said: ReadonlyMap<string, readonly string[]>;
  /** The question or group that is open. */
  open: string | null;
  onOpen: (name: string | null) => void;
  onItems: (items: readonly Item[], told?: string) => void;
}

/** Everything that is asked, in its order; one of it is open at a time. */
export function ItemList(props: Props) {
  return (
    <div class="stack stack-tight">
      <Items {...props} items={props.survey.items} depth={0} />
      <Adding {...props} into={null} mayGroup />
    </div>
  );
}

function Items({ items, depth, ...props }: Props & { items: readonly Item[]; depth: number }) {
  return (
    <ol class="stack stack-tight survey-items">
      {items.map((item) => (
        <li key={item.name} class="stack stack-tight built">
          <Row {...props} item={item} />
          {item.is === 'group' && (
            <>
              <Items {...props} items={item.items} depth={depth + 1} />
              <Adding
                {...props}
                into={item}
                mayGroup={depth + 1 < SURVEY_LIMITS.depth && item.repeat === undefined}
              />
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

export const nameOf = (item: Item, survey: Survey): string => {
  const words = wordsIn(item.label, language.value, survey);
  if (words !== '') return words;
  return item.is === 'group' ? t('building.groupWithout') : t('building.questionWithout');
};

function Row({ place, survey, said, open, onOpen, onItems, item }: Props & { item: Item }) {
  const isOpen = open === item.name;
  const called = nameOf(item, survey);
  const of = (what: string): string => t('building.of', { what, question: called });
  const change = (changed: Question | Group): void =>
    onItems(withItem(survey.items, item.name, () => changed));
  const step = (way: Step): void => {
    const items = moved(survey.items, item.name, way);
    const isMoved = items !== survey.items && JSON.stringify(items) !== JSON.stringify(survey.items);
    onItems(items, isMoved ? t(`building.moved.${way}`, { question: called }) : t('building.atEnd'));
  };
  return (
    <div class="stack stack-tight">
      <p>
        <span class="strong">{called}</span>{' '}
        <span class="muted small">
          {item.is === 'question'
            ? t(`building.types.${item.type}`)
            : item.repeat === undefined
              ? t('building.group')
              : t('building.times', { count: item.repeat })}
        </span>
      </p>
      {item.relevant !== undefined && <p class="muted small">{t('building.sometimes')}</p>}
      {said.get(item.name)?.map((words) => (
        <p key={words} class="small built-problem">
          {words}
        </p>
      ))}
      <div class="buttons">
        <Button
          kind="quiet"
          small
          aria-expanded={isOpen}
          label={of(isOpen ? t('building.close') : t('building.open'))}
          onClick={() => onOpen(isOpen ? null : item.name)}
        >
          {isOpen ? t('building.close') : t('building.open')}
        </Button>
        <Button kind="quiet" small label={of(t('building.up'))} onClick={() => step('up')}>
          {t('building.up')}
        </Button>
        <Button kind="quiet" small label={of(t('building.down'))} onClick={() => step('down')}>
          {t('building.down')}
        </Button>
        <Button
          kind="quiet"
          small
          label={of(t('building.remove'))}
          onClick={() => {
            onOpen(null);
            onItems(
              withItem(survey.items, item.name, () => null),
              t('building.removed', { question: called }),
            );
          }}
        >
          {t('building.remove')}
        </Button>
      </div>
      {isOpen && (
        <div class="built-open">
          {item.is === 'question' ? (
            <QuestionEditor place={place} survey={survey} item={item} onItem={change} />
          ) : (
            <GroupEditor survey={survey} item={item} onItem={change} />
          )}
        </div>
      )}
    </div>
  );
}

function Adding({
  survey,
  onOpen,
  onItems,
  into,
  mayGroup,
}: Props & { into: Group | null; mayGroup: boolean }) {
  if (roomFor(survey.items) <= 0)
    return <p class="muted">{t('building.full', { most: SURVEY_LIMITS.questions })}</p>;
  const add = (base: string, made: (name: string) => Item): void => {
    const name = freeName(survey.items, base);
    onItems(withAdded(survey.items, into?.name ?? null, made(name)));
    onOpen(name);
  };
  return (
    <div class="buttons">
      <Button
        kind="plain"
        small
        label={
          into === null
            ? undefined
            : t('building.of', { what: t('building.add'), question: nameOf(into, survey) })
        }
        onClick={() => add('q', (name) => newQuestion(name, 'one'))}
      >
        {t('building.add')}
      </Button>
      {mayGroup && (
        <Button
          kind="quiet"
          small
          label={
            into === null
              ? undefined
              : t('building.of', { what: t('building.addGroup'), question: nameOf(into, survey) })
          }
          onClick={() => add('g', newGroup)}
        >
          {t('building.addGroup')}
        </Button>
      )}
    </div>
  );
}
