import { sameTopic, type Topic, topicsOf, underTopic } from '@dayaq/acts/survey/topics';
import type { Said } from '@dayaq/domain/survey';
import { useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Chip } from '../look/Chip.tsx';
import { Choice } from '../look/Choice.tsx';
import { Field, TextField } from '../look/Field.tsx';
import { Notice } from '../look/Notice.tsx';
import { Tag } from '../look/Tag.tsx';
import { say } from '../vault/session.ts';
import { type Came, topicsOn } from './came.ts';

/** Texts of one question that are drawn. */
const MOST_WORDS = 200;
/** Characters of a topic's name. */
const MOST_NAME = 120;

interface Props {
  room: Room;
  question: string;
  label: string;
  said: readonly Said[];
  came: readonly Came[];
  topics: readonly Topic[];
}

/** What people said to one question in their own words, to read and to put under topics, which are counted then. */
export function InWords({ room: { vault, role }, question, label, said, came, topics }: Props) {
  const [chosen, setChosen] = useState('');
  const [fresh, setFresh] = useState('');
  const [onlyFree, setOnlyFree] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const known = topicsOf(topics, question);
  const names = chosen === '' || known.some((name) => sameTopic(name, chosen)) ? known : [...known, chosen];
  const rows = said.flatMap(({ sheet, text }) => {
    const of = came[sheet];
    const under = of === undefined ? [] : topicsOn(of, question);
    const isHere = under.some((name) => sameTopic(name, chosen));
    // What has just been put under the chosen topic stays where the eye is.
    return of === undefined || (onlyFree && under.length > 0 && !isHere) ? [] : [{ of, text, under, isHere }];
  });
  const put = async (of: Came, isUnder: boolean): Promise<void> => {
    const about = { question, name: chosen, isUnder };
    const changes = underTopic(of, about, topics, await vault.newId());
    const kept = await vault.save({ dossier: of.dossier, changes });
    setProblem(kept.ok ? null : say(kept.failure));
  };
  return (
    <details>
      <summary>
        {t('surveys.results.words')}: {label}
      </summary>
      {role !== 'viewer' && (
        <div class="stack stack-tight">
          <p class="muted small">{t('surveys.topics.hint')}</p>
          {names.length > 0 && (
            <Field label={t('surveys.topics.choose')}>
              {(control) => (
                <select
                  {...control}
                  value={chosen}
                  onChange={(event) => setChosen(event.currentTarget.value)}
                >
                  <option value="">{t('surveys.topics.read')}</option>
                  {names.map((name) => (
                    <option key={name} value={name}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          <form
            class="survey-topic"
            onSubmit={(event) => {
              event.preventDefault();
              const name = fresh.trim();
              if (name === '' || name.length > MOST_NAME) return;
              setChosen(known.find((each) => sameTopic(each, name)) ?? name);
              setFresh('');
            }}
          >
            <TextField label={t('surveys.topics.fresh')} value={fresh} onValue={setFresh} max={MOST_NAME} />
            <Button kind="plain" type="submit">
              {t('surveys.topics.begin')}
            </Button>
          </form>
          <div class="buttons">
            <Chip chosen={onlyFree} onClick={() => setOnlyFree(!onlyFree)}>
              {t('surveys.topics.onlyFree')}
            </Chip>
          </div>
          {problem !== null && (
            <Notice tone="w" role="alert">
              <p>{problem}</p>
            </Notice>
          )}
        </div>
      )}
      <ul class="survey-words">
        {rows.slice(0, MOST_WORDS).map(({ of, text, under, isHere }, at) => (
          <li key={`${of.id}/${at}`}>
            {chosen === '' ? (
              <span class="value-long">{text}</span>
            ) : (
              <Choice
                type="checkbox"
                label={text}
                checked={isHere}
                onChange={(isUnder) => void put(of, isUnder)}
              />
            )}
            {under.map((name) => !sameTopic(name, chosen) && <Tag key={name}>{name}</Tag>)}
          </li>
        ))}
      </ul>
      {rows.length > MOST_WORDS && (
        <p class="muted">{t('surveys.topics.more', { count: rows.length - MOST_WORDS })}</p>
      )}
    </details>
  );
}
