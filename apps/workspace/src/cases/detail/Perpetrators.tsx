import { groupOf } from '@dayaq/domain';
import { fieldLabel, recordTitle } from '../../fields/index.ts';
import { FieldValue, useWords } from './FieldValue.tsx';
import { says, useOpenCase } from './open-case.ts';
import { EditButton } from './StoryEntry.tsx';
import { SameElsewhere } from './SameElsewhere.tsx';
import { useElsewhere } from './same-elsewhere.ts';
import { useShown } from './use-shown.tsx';

const FACTS = groupOf('perpetrator', 'facts');

/** So many at first, and with each press. */
const MOST = 20;

/** Who did it, as far as it is known. Quiet while nobody was named: the violations invite to it. */
export function Perpetrators() {
  const { dossier, live, translator, mayWrite, around, onPaper } = useOpenCase();
  const words = useWords();
  const elsewhere = useElsewhere(dossier);
  const perpetrators = live.filter((record) => record.kind === 'perpetrator');
  const { shown, more } = useShown(
    perpetrators,
    onPaper ? perpetrators.length : MOST,
    (perpetrator) => perpetrator,
  );
  if (perpetrators.length === 0) return null;
  return (
    <section aria-labelledby="case-perpetrators" class="case-section">
      <h3 id="case-perpetrators">{translator.t('cases.perpetrators.title')}</h3>
      <ul class="case-people">
        {shown.map((perpetrator) => {
          // Their unit stands among the facts below.
          const title = words(perpetrator, 'type') || recordTitle(perpetrator, around);
          return (
            <li key={perpetrator.id} id={`record-${perpetrator.id}`}>
              <div class="story-line">
                <h4 class="story-title">{title}</h4>
                {mayWrite && <EditButton record={perpetrator} title={title} />}
              </div>
              <dl class="story-facts">
                {FACTS.filter((field) => says(perpetrator, field)).map((field) => (
                  <div key={field}>
                    <dt>{fieldLabel(translator, 'perpetrator', field)}</dt>
                    <dd>
                      <FieldValue record={perpetrator} field={field} />
                    </dd>
                  </div>
                ))}
              </dl>
              <SameElsewhere record={perpetrator} others={elsewhere.get(perpetrator.id) ?? []} mayLink />
            </li>
          );
        })}
      </ul>
      {more}
    </section>
  );
}
