import type { CountryPack } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import { codeLabel } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Notice } from '../../look/Notice.tsx';
import { Tag } from '../../look/Tag.tsx';
import { useOpenCase } from '../detail/open-case.ts';
import { AddressPicker, REGISTRATION } from './AddressPicker.tsx';
import { DemandRow } from './DemandRow.tsx';
import { type GoalView, needsOf, type PaperDemand } from './papers.ts';

interface Props {
  goal: string;
  view: GoalView;
  person: RecordView;
  pack: CountryPack;
  /** Puts another goal of the way on the page. */
  onGoal: (goal: string) => void;
}

/** A goal with its papers: what is in hand, what is missing, in which order to go, and where offices wait for each other. */
export function GoalCard({ goal, view, person, pack, onGoal }: Props) {
  const { translator, mayWrite, edit, live, me, today } = useOpenCase();
  const { list, demands, reached, path } = view;
  const goalName = (code: string) => codeLabel(translator, 'document-goals', code);
  const documents = (codes: readonly string[]) =>
    codes.map((code) => codeLabel(translator, 'documents', code)).join(', ');
  const asked = demands.filter((demand) => !demand.sometimes || demand.state !== 'missing');
  const perhaps = demands.filter((demand) => !asked.includes(demand));
  const row = (demand: PaperDemand) => (
    <DemandRow
      key={[...demand.anyOf].sort().join()}
      demand={demand}
      goal={goal}
      person={person.id}
      pack={pack}
    />
  );
  const held = asked.filter(({ state }) => state === 'has').length;
  const id = `papers-${goal}`;
  return (
    <section class="case-section" aria-labelledby={id}>
      <div class="side-title">
        <h3 id={id}>{goalName(goal)}</h3>
        {reached ? (
          <Tag tone="o">{t('papers.goal.reached')}</Tag>
        ) : (
          <Tag>{t('papers.goal.held', { held, count: asked.length })}</Tag>
        )}
      </div>
      <p class="small muted">
        {[
          t('papers.goal.where', { where: codeLabel(translator, 'forums', list.where) }),
          list.gives.length > 0 ? t('papers.goal.gives', { what: documents(list.gives) }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {list.opens.length > 0 && (
        <p class="small muted">
          {t('papers.goal.opens', {
            what: list.opens.map((service) => codeLabel(translator, 'services', service)).join(', '),
          })}
        </p>
      )}
      {path.circle.length > 0 && (
        <Notice tone="w">
          <p class="strong">{t('papers.circle.title')}</p>
          <p>{t('papers.circle.text', { goals: path.circle.map(goalName).join(' ↔ ') })}</p>
          {mayWrite && (
            <button
              type="button"
              class="button button-plain"
              onClick={() =>
                edit({
                  title: t('papers.circle.speak'),
                  kind: 'contact',
                  record: null,
                  purpose: `circle ${list.where}`,
                  preset: {
                    institution: codeLabel(translator, 'forums', list.where),
                    institutionType: list.where,
                    ours: me,
                    date: { day: today },
                  },
                })
              }
            >
              {t('papers.circle.speak')}
            </button>
          )}
        </Notice>
      )}
      {!reached && path.circle.length === 0 && path.goals.length > 1 && (
        <div class="stack stack-tight">
          <p class="kicker">{t('papers.goal.path')}</p>
          <ol class="paper-path">
            {path.goals.map((step) => (
              <li key={step}>
                {step === goal ? (
                  <span class="strong">{goalName(step)}</span>
                ) : (
                  <button type="button" class="link" onClick={() => onGoal(step)}>
                    {goalName(step)}
                  </button>
                )}
              </li>
            ))}
          </ol>
        </div>
      )}
      {!reached && path.fromElsewhere.length > 0 && (
        <p class="small muted">{t('papers.goal.elsewhere', { what: documents(path.fromElsewhere) })}</p>
      )}
      <ul class="side-rows">{asked.map(row)}</ul>
      {perhaps.length > 0 && (
        <details>
          <summary>{t('papers.goal.sometimes', { count: perhaps.length })}</summary>
          <ul class="side-rows">{perhaps.map(row)}</ul>
        </details>
      )}
      {mayWrite && (
        <button
          type="button"
          class="case-invite no-print"
          onClick={() =>
            edit({
              title: t('papers.goal.another'),
              kind: 'document-need',
              record: null,
              purpose: `${goal} ${person.id}`,
              only: ['document', 'state', 'note'],
              preset: { of: person.id, goal, state: 'missing' },
            })
          }
        >
          {t('papers.goal.another')}
        </button>
      )}
      {goal === REGISTRATION && <AddressPicker person={person} needs={needsOf(live, person.id)} />}
    </section>
  );
}
