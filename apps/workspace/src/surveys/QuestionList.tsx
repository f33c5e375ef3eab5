import type { Item, Survey } from '@dayaq/domain/survey';
import { PublishedVoice } from './PublishedVoice.tsx';
import { Said } from './Said.tsx';

/** Everything that a survey asks, with its answers and conditions, as it is read before it is signed. */
export function QuestionList({ survey, heard = false }: { survey: Survey; heard?: boolean }) {
  return <Items items={survey.items} survey={survey} heard={heard} />;
}

interface Props {
  items: readonly Item[];
  survey: Survey;
  /** It is published: what was recorded can be heard as visitors hear it. */
  heard: boolean;
}

function Items({ items, survey, heard }: Props) {
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
          {heard && item.is === 'question' && item.recorded !== undefined && (
            <PublishedVoice recorded={item.recorded} />
          )}
          {item.relevant !== undefined && (
            <p class="muted small" translate={false}>
              {item.relevant}
            </p>
          )}
          {item.is === 'group' ? (
            <Items items={item.items} survey={survey} heard={heard} />
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
