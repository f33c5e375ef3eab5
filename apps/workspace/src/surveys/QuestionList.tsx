import type { Item, Survey } from '@dayaq/domain/survey';
import { Said } from './Said.tsx';

/** Everything that a survey asks, with its answers and conditions, as it is read before it is signed. */
export function QuestionList({ survey }: { survey: Survey }) {
  return <Items items={survey.items} survey={survey} />;
}

function Items({ items, survey }: { items: readonly Item[]; survey: Survey }) {
  return (
    <ol class="stack stack-tight survey-items">
      {items.map((item) => (
        <li key={item.name}>
          <p>
            <Said words={item.label} survey={survey} otherwise={item.name} />
          </p>
          {item.is === 'question' && item.hint !== undefined && (
            <p class="muted small">
              <Said words={item.hint} survey={survey} />
            </p>
          )}
          {item.relevant !== undefined && (
            <p class="muted small" translate={false}>
              {item.relevant}
            </p>
          )}
          {item.is === 'group' ? (
            <Items items={item.items} survey={survey} />
          ) : (
            item.choices !== undefined && (
              <p class="muted small">
                {item.choices.map((each, at) => (
                  <span key={each.name}>
                    {at === 0 ? '' : ' · '}
                    <Said words={each.label} survey={survey} otherwise={each.name} />
                  </span>
                ))}
              </p>
            )
          )}
        </li>
      ))}
    </ol>
  );
}
