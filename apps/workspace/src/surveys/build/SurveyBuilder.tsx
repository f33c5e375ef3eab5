import {
  flat,
  type Item,
  missingWords,
  readUnfinished,
  type Survey,
  wordsIn,
  writeSurvey,
} from '@dayaq/domain/survey';
import { LANGUAGE_NAMES, LANGUAGES } from '@dayaq/locale';
import type { Change, Id } from '@dayaq/vault/client';
import { useMemo, useState } from 'preact/hooks';
import { useDoorLanguages } from '../../calls/use-door-languages.ts';
import type { Room } from '../../cases/room.ts';
import { FormFoot } from '../../drafts/FormFoot.tsx';
import { useDrafted } from '../../drafts/use-drafted.ts';
import { language, t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { TextField } from '../../look/Field.tsx';
import { announce } from '../../look/live.tsx';
import { Notice } from '../../look/Notice.tsx';
import { say } from '../../vault/session.ts';
import { FewPeople } from '../FewPeople.tsx';
import {
  begun,
  type Building,
  expectedIn,
  finished,
  type Problem,
  readBuilding,
  written,
} from './building.ts';
import { InLanguages } from './InLanguages.tsx';
import { ItemList, nameOf } from './ItemList.tsx';
import { Preview } from './Preview.tsx';

interface Props {
  room: Room;
  /** Null: a new one. */
  id: Id | null;
  /** The form as it is saved now; empty where there is none. */
  made: string;
  expected: unknown;
  onClose: () => void;
  onKept?: (id: Id) => void;
}

/** Makes a survey's form, or changes it. In which languages a new one is asked, the public page says. */
export function SurveyBuilder(props: Props) {
  const languages = useDoorLanguages();
  if (languages === null) return <p class="muted">{t('surveys.loading')}</p>;
  return <Builder {...props} languages={languages} />;
}

function Builder({
  room,
  id,
  made,
  expected,
  onClose,
  onKept,
  languages,
}: Props & { languages: Survey['languages'] }) {
  const form = useDrafted<Building>({
    place: { dossier: id, about: id ?? 'survey', purpose: 'survey' },
    title: t('building.title'),
    begin: begun(made, expected, languages),
    read: readBuilding,
  });
  const [open, setOpen] = useState<string | null>(null);
  const [former, setFormer] = useState<readonly Item[] | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [, setRefused] = useState(0);
  const [overwrites, setOverwrites] = useState(false);
  const { typed } = form;
  const survey = useMemo(() => readUnfinished(typed.form), [typed.form]);
  const said = useMemo(() => (survey === null ? new Map() : wordsFor(survey, problems)), [survey, problems]);
  if (!form.ready) return <p class="muted">{t('surveys.loading')}</p>;
  if (survey === null) return <p role="alert">{t('surveys.notRead')}</p>;
  const isNewer = id !== null && made !== typed.from && made !== typed.form;

  const put = (next: Survey): void => {
    setProblems([]);
    const kept = written(next);
    if (kept !== null) {
      setFailure(undefined);
      return form.put({ form: kept });
    }
    // The field shows again what stands in the form.
    setRefused((times) => times + 1);
    setFailure(t('building.notTaken'));
    announce(t('building.notTaken'));
  };
  const putItems = (items: readonly Item[], told?: string): void => {
    const isFewer = [...flat(items)].length < [...flat(survey.items)].length;
    setFormer(isFewer ? survey.items : null);
    put({ ...survey, items });
    if (told !== undefined) announce(told);
  };

  async function save(now: Survey): Promise<void> {
    const done = finished(now);
    if ('problems' in done) {
      setProblems(done.problems);
      const [first] = done.problems;
      if (first?.is === 'fault') setOpen(first.fault.name);
      return announce(t('building.notSaved'));
    }
    if (isNewer && !overwrites) return setFailure(t('building.newer'));
    setBusy(true);
    const dossier = id ?? (await room.vault.newId());
    const name = wordsIn(done.survey.title, language.value, done.survey).slice(0, 300);
    const people = expectedIn(typed);
    const changes: Change[] = [
      {
        kind: 'survey',
        record: dossier,
        fields: {
          made: { set: writeSurvey(done.survey) },
          ...(people === null ? {} : { expected: { set: people } }),
          ...(id === null ? { name: { set: name }, begun: { set: { day: room.today } } } : {}),
        },
      },
    ];
    const saved = await room.vault
      .save({ dossier, changes })
      .catch(() => ({ ok: false as const, failure: { code: 'no-answer' as const } }));
    setBusy(false);
    setFailure(saved.ok ? undefined : say(saved.failure));
    if (!saved.ok) return;
    form.done();
    announce(t('surveys.saved'));
    onKept?.(dossier);
    onClose();
  }

  return (
    <div class="stack built-form">
      <form
        class="stack"
        key={form.turn}
        aria-label={t('building.title')}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void save(survey);
        }}
      >
        <ChoiceGroup legend={t('building.languages')} chips>
          {LANGUAGES.map((each) => (
            <Choice
              key={each}
              type="checkbox"
              label={LANGUAGE_NAMES[each]}
              checked={survey.languages.includes(each)}
              onChange={(on) => {
                const next = on
                  ? [...survey.languages, each]
                  : survey.languages.filter((other) => other !== each);
                // One at least: the words that stand in the others stay where they are, and are there again.
                if (next.length > 0) put({ ...survey, languages: next });
                else announce(t('building.oneLanguage'));
              }}
            />
          ))}
        </ChoiceGroup>
        <InLanguages
          label={t('building.called')}
          words={survey.title}
          languages={survey.languages}
          max={300}
          onWords={(title) => put({ ...survey, title })}
        />
        <TextField
          label={t('building.expected')}
          hint={t('building.expectedHint')}
          exact
          value={typed.expected}
          onValue={(people) => form.put({ expected: people })}
        />
        <p class="muted">{t('building.rules')}</p>
        <ItemList
          place={{ vault: room.vault, dossier: id }}
          survey={survey}
          said={said}
          open={open}
          onOpen={setOpen}
          onItems={putItems}
        />
        {former !== null && (
          <div>
            <Button kind="quiet" small onClick={() => putItems(former)}>
              {t('building.undo')}
            </Button>
          </div>
        )}
        <FewPeople survey={survey} expected={expectedIn(typed) ?? undefined} />
        <Problems problems={problems} survey={survey} />
        {isNewer && (
          <Notice tone="w">
            <p>{t('building.newer')}</p>
            <Choice
              type="checkbox"
              label={t('building.overwrite')}
              checked={overwrites}
              onChange={setOverwrites}
            />
          </Notice>
        )}
        {failure !== undefined && (
          <Notice tone="w" role="alert">
            <p>{failure}</p>
          </Notice>
        )}
        <FormFoot form={form} save={t('building.save')} busy={busy} onClose={onClose} />
      </form>
      {/* Outside of the form: what is tried out in it saves nothing. */}
      <Preview survey={survey} place={{ vault: room.vault, dossier: id }} />
    </div>
  );
}

/** What stands against saving it. Of a question it stands there too. */
function Problems({ problems, survey }: { problems: readonly Problem[]; survey: Survey }) {
  if (problems.length === 0) return null;
  const items = new Map([...flat(survey.items)].map((item) => [item.name, item]));
  return (
    <Notice tone="w" role="alert">
      <p class="strong">{t('building.notSaved')}</p>
      <ul>
        {problems.map((problem, at) => {
          if (problem.is !== 'fault') return <li key={at}>{t(`building.problem.${problem.is}`)}</li>;
          const item = items.get(problem.fault.name);
          return (
            <li key={at}>
              {item === undefined ? problem.fault.name : nameOf(item, survey)} — {faultWords(problem)}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

const faultWords = ({ fault }: Extract<Problem, { is: 'fault' }>): string => {
  const words = t(`surveys.fault.${fault.reason}`);
  const isPlain = fault.detail === undefined || fault.detail === '' || fault.reason === 'no-choice-label';
  return isPlain ? words : `${words}: ${fault.detail}`;
};

/** Of each question what is wrong with it, and in which languages it has no words. */
function wordsFor(survey: Survey, problems: readonly Problem[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (name: string, words: string): void => {
    found.set(name, [...(found.get(name) ?? []), words]);
  };
  for (const problem of problems) if (problem.is === 'fault') add(problem.fault.name, faultWords(problem));
  const missing = missingWords(survey);
  for (const name of new Set(missing.map((each) => each.name)))
    add(
      name,
      t('building.missingIn', {
        languages: missing
          .filter((each) => each.name === name)
          .map((each) => LANGUAGE_NAMES[each.language])
          .join(', '),
      }),
    );
  return found;
}
