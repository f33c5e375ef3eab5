import { dayTold, stageChanges } from '@dayaq/acts/application/application';
import { scorersOf, type Seen, type SeenAnswer, seenBy } from '@dayaq/acts/application/seen';
import { textIn } from '@dayaq/acts/record-values';
import { type Call, isCall, OTHER, prepare, readSurvey, wordsIn } from '@dayaq/domain/survey';
import { formatDate } from '@dayaq/locale';
import type { DossierView, Id, RecordView } from '@dayaq/vault/client';
import { useMemo, useState } from 'preact/hooks';
import { memberName, type Room } from '../cases/room.ts';
import { language, t } from '../locale/index.ts';
import { Field } from '../look/Field.tsx';
import { Notice } from '../look/Notice.tsx';
import { Tag } from '../look/Tag.tsx';
import { say, useQuery } from '../vault/session.ts';
import { numberOf } from './ApplicationList.tsx';
import { Decision } from './Decision.tsx';
import { ScoreForm } from './ScoreForm.tsx';
import './calls.css';

/** One application, as far as whoever looks may see it now. */
export function ApplicationDetail({ room, id }: { room: Room; id: Id }) {
  const { data } = useQuery(
    async (vault) => {
      const view = await vault.dossier(id);
      if (!view.ok) return view.failure;
      const root = view.value.records.find((record) => record.id === id && !record.deleted);
      const asked = root === undefined ? null : await vault.publishedSurvey(textIn(root, 'call'));
      const opening = ((await vault.door())?.open?.readers ?? []).map(({ account }) => account);
      return { view: view.value, root, opening, published: asked?.ok === true ? asked.value : '' };
    },
    [id],
    ['application', 'application-score', 'application-more', 'letter-reply'],
  );
  if (data === undefined) return <p class="muted">{t('cases.list.loading')}</p>;
  if ('code' in data) return <p role="alert">{say(data)}</p>;
  const read = readSurvey(data.published);
  if (data.root === undefined) return <p role="alert">{t('referrals.inbox.gone')}</p>;
  if (read === null || !isCall(read)) return <p role="alert">{t('surveys.notRead')}</p>;
  return <Shown room={room} root={data.root} view={data.view} opening={data.opening} call={read} />;
}

interface ShownProps {
  room: Room;
  root: RecordView;
  view: DossierView;
  opening: readonly Id[];
  call: Call;
}

function Shown({ room, root, view, opening, call }: ShownProps) {
  const seen = useMemo(
    () =>
      seenBy({
        application: root,
        records: view.records,
        prepared: prepare(call),
        me: room.me,
        scorers: scorersOf(root, view.readers, opening).filter((account) =>
          room.members.some((member) => member.account === account),
        ),
      }),
    [root, view, opening, call, room.me, room.members],
  );
  const day = (name: string): string => formatDate(language.value, dayTold(root.fields[name]?.value), 'long');
  const replies = view.records.filter(({ kind, deleted }) => kind === 'letter-reply' && !deleted);
  return (
    <article class="application stack stack-loose" aria-labelledby="application-title">
      <header class="stack stack-tight">
        <h2 id="application-title">{t('calls.application.title', { number: numberOf(root.id) })}</h2>
        <p>{textIn(root, 'name')}</p>
        <p class="muted small">
          {t('calls.application.came', { day: day('received') })} ·{' '}
          {t('calls.application.gone', { day: day('gone') })}
        </p>
        {root.fields['late']?.value === true && (
          <p>
            <Tag tone="w">{t('calls.application.late')}</Tag> {t('calls.application.lateHint')}
          </p>
        )}
      </header>
      {!seen.isOpen && <Notice>{t('calls.score.blind')}</Notice>}
      <dl class="application-answers">
        {seen.answers.map((each) => (
          <Answered key={each.placed.question.name} each={each} call={call} />
        ))}
      </dl>
      {seen.waiting > 0 && <p class="muted">{t('calls.application.waiting', { count: seen.waiting })}</p>}
      {seen.further.map(({ words }, at) => (
        <section key={at} class="stack stack-tight">
          <h3>{t('letters.one.more')}</h3>
          <blockquote class="held-words value-long">{words}</blockquote>
        </section>
      ))}
      <Scores room={room} seen={seen} />
      {seen.mayScore && room.role !== 'viewer' && <ScoreForm room={room} application={root.id} />}
      {room.role !== 'viewer' && seen.isOpen && (
        <>
          {call.call.stages.length > 0 && <Stage room={room} root={root} call={call} />}
          <Decision key={textIn(root, 'result')} room={room} root={root} seen={seen} call={call} />
        </>
      )}
      {replies.map((record) => (
        <section key={record.id} class="stack stack-tight">
          <h3>{t('letters.one.reply')}</h3>
          <blockquote class="held-words value-long">{textIn(record, 'words')}</blockquote>
        </section>
      ))}
    </article>
  );
}

function Answered({ each: { placed, answer, isHidden }, call }: { each: SeenAnswer; call: Call }) {
  const { question } = placed;
  const said = (name: string): string => {
    if (name === OTHER && question.other === true) return t('surveys.other');
    const choice = question.choices?.find((one) => one.name === name);
    return choice === undefined ? name : wordsIn(choice.label, language.value, call);
  };
  return (
    <div>
      <dt>{wordsIn(question.label, language.value, call)}</dt>
      {isHidden ? (
        <dd class="muted">{t('calls.score.hidden')}</dd>
      ) : answer === undefined || 'mark' in answer ? (
        <dd class="muted">{t(`surveys.mark.${answer?.mark ?? 'skipped'}`)}</dd>
      ) : (
        <dd class="value-long">{answer.said.map(said).join(' · ')}</dd>
      )}
    </div>
  );
}

/** What two thought, once both have said it. */
function Scores({ room, seen }: { room: Room; seen: Seen }) {
  if (!seen.isOpen && seen.mine === null) return null;
  const shown = seen.isOpen ? seen.scores : seen.mine === null ? [] : [seen.mine];
  return (
    <section class="stack stack-tight" aria-labelledby="application-scores">
      <h3 id="application-scores">{t('calls.score.title')}</h3>
      {shown.map(({ by, score, words }) => (
        <p key={by}>
          {t('calls.score.one', { name: memberName(room, by), score })}
          {words !== '' && <span class="value-long"> — {words}</span>}
        </p>
      ))}
      {!seen.isOpen && <p class="muted">{t('calls.score.waits')}</p>}
      {seen.isFarApart && <Notice tone="w">{t('calls.score.apart')}</Notice>}
    </section>
  );
}

function Stage({ room, root, call }: { room: Room; root: RecordView; call: Call }) {
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const stage = root.fields['stage']?.value;
  const put = async (to: number): Promise<void> => {
    const kept = await room.vault.save({ dossier: root.id, changes: stageChanges(root.id, to) });
    setProblem(kept.ok ? undefined : say(kept.failure));
  };
  return (
    <Field label={t('calls.application.stage')} error={problem}>
      {(control) => (
        <select
          {...control}
          value={String(typeof stage === 'number' ? stage : 0)}
          onChange={(event) => void put(Number(event.currentTarget.value))}
        >
          <option value="0">{t('calls.application.noStage')}</option>
          {call.call.stages.map((words, at) => (
            <option key={at} value={String(at + 1)}>
              {wordsIn(words, language.value, call)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
