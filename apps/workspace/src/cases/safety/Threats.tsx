import { RecordActs } from '../acts/RecordActs.tsx';
import { textIn } from '@dayaq/acts/record-values';
import { compareFuzzy } from '@dayaq/domain';
import { dayOf } from '@dayaq/locale';
import type { RecordView } from '@dayaq/vault/client';
import { fieldLabel, kindLabel, textsOf } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { t } from '../../locale/index.ts';
import { Tag } from '../../look/Tag.tsx';
import { FieldValue, useWords } from '../detail/FieldValue.tsx';
import { says, useOpenCase } from '../detail/open-case.ts';
import { SameElsewhere } from '../detail/SameElsewhere.tsx';
import { useElsewhere } from '../detail/same-elsewhere.ts';
import { EditButton } from '../detail/StoryEntry.tsx';
import { dateIn } from '../detail/when.ts';

/** Threats as a line in time, the latest first. */
export function Threats() {
  const { dossier, live } = useOpenCase();
  const elsewhere = useElsewhere(dossier);
  const threats = live.filter(({ kind }) => kind === 'threat').sort(latestFirst);
  return (
    <section class="case-section" aria-labelledby="safety-threats">
      <h3 id="safety-threats">{t('safety.threats.title')}</h3>
      {threats.length === 0 ? (
        <p class="muted">{t('safety.threats.none')}</p>
      ) : (
        <ol class="timeline">
          {threats.map((threat) => (
            <Threat key={threat.id} threat={threat} elsewhere={elsewhere} />
          ))}
        </ol>
      )}
    </section>
  );
}

function latestFirst(a: RecordView, b: RecordView): number {
  const [left, right] = [a, b].map(
    (record) => dateIn(record.fields.date?.value) ?? { day: dayOf(record.created.at) },
  );
  return left === undefined || right === undefined
    ? 0
    : compareFuzzy(right, left) || b.created.at - a.created.at || (a.id < b.id ? -1 : 1);
}

interface ThreatProps {
  threat: RecordView;
  /** Who of the case stands in other cases too. */
  elsewhere: ReturnType<typeof useElsewhere>;
}

function Threat({ threat, elsewhere }: ThreatProps) {
  const { live, translator, mayWrite } = useOpenCase();
  const named = textsOf(threat.fields.perpetrators?.value);
  const threatening = live.filter(({ id }) => named.includes(id) && elsewhere.has(id));
  const words = useWords();
  const date = dateIn(threat.fields.date?.value);
  const title = words(threat, 'type') || kindLabel(translator, 'threat');
  const acted = textIn(threat, 'action').trim() !== '';
  const credible = words(threat, 'credible');
  return (
    <li class="timeline-harm" id={`record-${threat.id}`}>
      <div class="story-line">
        <p class="timeline-when">
          {[date === null ? '' : sayDate(translator, date), words(threat, 'byWhom'), words(threat, 'channel')]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {mayWrite && <EditButton record={threat} title={title} />}
      </div>
      <h4 class="story-title">
        {title}
        {credible !== '' && <Tag>{credible}</Tag>}
        {!acted && textIn(threat, 'credible') !== 'unlikely' && (
          <Tag tone="d">{t('safety.threats.notActed')}</Tag>
        )}
      </h4>
      {says(threat, 'words') && (
        <div class="story-told">
          <FieldValue record={threat} field="words" />
        </div>
      )}
      {says(threat, 'followed') && (
        <p class="small">
          {fieldLabel(translator, 'threat', 'followed')}: <FieldValue record={threat} field="followed" />
        </p>
      )}
      {threatening.map((one) => (
        <SameElsewhere key={one.id} record={one} others={elsewhere.get(one.id) ?? []} mayLink={false} />
      ))}
      {acted && (
        <p class="small">
          {t('safety.threats.done', {
            what: [textIn(threat, 'action'), words(threat, 'actionDate')].filter(Boolean).join(' · '),
          })}
        </p>
      )}
      {says(threat, 'reportedTo') && (
        <p class="small muted">
          {t('safety.threats.reported', {
            where: words(threat, 'reportedTo'),
            answer: [words(threat, 'answer'), words(threat, 'answerWords')].filter(Boolean).join('. '),
          })}
        </p>
      )}
      {!acted && mayWrite && (
        <RecordActs record={threat} label={() => t('safety.threats.actOf', { what: title })} />
      )}
    </li>
  );
}
