import { clientOf } from '@dayaq/acts/client';
import { packOf } from '@dayaq/domain';
import type { Id } from '@dayaq/vault/client';
import { useEffect, useState } from 'preact/hooks';
import { codeLabel, recordTitle } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { useOpenCase } from '../detail/open-case.ts';
import '../parts/side-rows.css';
import { GoalCard } from './GoalCard.tsx';
import './papers.css';
import { goalsBegun, goalView } from './papers.ts';
import { Field } from '../../look/Field.tsx';

/** The papers of each person of the case, goal by goal, after the country's checklists. */
export function PapersPart() {
  const { live, country, translator, around, mayWrite } = useOpenCase();
  const pack = packOf(country);
  const people = live.filter(({ kind }) => kind === 'person');
  const [chosen, setChosen] = useState<Id | null>(null);
  const [looked, setLooked] = useState<readonly string[]>([]);
  const person = people.find(({ id }) => id === chosen) ?? clientOf(live);
  // A goal that was only looked at stands there while it is looked at; the card comes into sight.
  const [latest, setLatest] = useState<string | null>(null);
  useEffect(() => {
    if (latest !== null) document.getElementById(`papers-${latest}`)?.scrollIntoView({ block: 'center' });
  }, [latest]);
  if (pack === undefined) return null;
  if (person === undefined) return <p class="muted">{t('papers.noPerson')}</p>;

  const begun = goalsBegun(live, person.id, pack);
  const goals = [...new Set([...begun, ...looked])];
  const look = (goal: string): void => {
    setLooked([...new Set([...looked, goal])]);
    setLatest(goal);
  };
  return (
    <section class="stack stack-loose" aria-labelledby="case-papers">
      <div class="stack">
        <h3 id="case-papers">{t('papers.title')}</h3>
        <p class="muted small">{t('papers.caution')}</p>
        {people.length > 1 && (
          <Field label={t('papers.person')}>
            {(control) => (
              <select
                {...control}
                value={person.id}
                onChange={(event) => setChosen(event.currentTarget.value)}
              >
                {people.map((each) => (
                  <option key={each.id} value={each.id}>
                    {recordTitle(each, around)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {goals.length === 0 && <p>{t('papers.none')}</p>}
        {mayWrite && (
          <Field label={t('papers.choose')}>
            {(control) => (
              <select
                {...control}
                value=""
                onChange={(event) => {
                  const goal = event.currentTarget.value;
                  event.currentTarget.value = '';
                  if (goal !== '') look(goal);
                }}
              >
                <option value="">{t('papers.chooseHint')}</option>
                {pack.documents
                  .filter(({ goal }) => !goals.includes(goal))
                  .map(({ goal }) => (
                    <option key={goal} value={goal}>
                      {codeLabel(translator, 'document-goals', goal)}
                    </option>
                  ))}
              </select>
            )}
          </Field>
        )}
      </div>
      {goals.map((goal) => {
        const view = goalView(goal, person.id, live, pack);
        return (
          view !== null && (
            <GoalCard key={goal} goal={goal} view={view} person={person} pack={pack} onGoal={look} />
          )
        );
      })}
    </section>
  );
}
