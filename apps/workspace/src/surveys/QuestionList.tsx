import { type Item, type Survey, wordsIn } from '@dayaq/domain/survey';
import { language } from '../locale/index.ts';

/** Everything that a survey asks, with its answers and conditions, as it is read before it is signed. */
export function QuestionList({ survey }: { survey: Survey }) {
  return <Items items={survey.items} survey={survey} />;
}

function Items({ items, survey }: { items: readonly Item[]; survey: Survey }) {
  const said = (words: Item['label']): string => wordsIn(words, language.value, survey);
  return (
    <ol class="stack stack-tight survey-items">
      {items.map((item) => (
        <li key={item.name}>
          <p>{said(item.label) || item.name}</p>
          {item.is === 'question' && item.hint !== undefined && <p class="muted small">{said(item.hint)}</p>}
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
                {item.choices.map((each) => said(each.label) || each.name).join(' · ')}
              </p>
            )
          )}
        </li>
      ))}
    </ol>
  );
}
