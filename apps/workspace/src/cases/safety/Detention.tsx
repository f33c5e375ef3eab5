import type { RecordView } from '@dayaq/vault/client';
import { plainRecord, textIn, valuesOf } from '@dayaq/acts/record-values';
import { openTasks, packOf, TREATMENT_GOES_ON } from '@dayaq/domain';
import { DETENTION_BEGINS } from '@dayaq/acts/detention';
import { fieldLabel, recordTitle } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Notice } from '../../look/Notice.tsx';
import { Tag } from '../../look/Tag.tsx';
import { useActing } from '../acts/use-acting.ts';
import { RecordActs } from '../acts/RecordActs.tsx';
import { useWords } from '../detail/FieldValue.tsx';
import { useOpenCase } from '../detail/open-case.ts';
import { EditButton } from '../detail/StoryEntry.tsx';
import { doseWords } from './dose-words.ts';

const LINES = [
  ['of', 'place', 'since'],
  ['medicine', 'dose', 'lastTaken'],
  ['bringTo', 'bringer', 'bringerWords'],
  ['releaseExpected', 'released', 'continuesAt'],
  ['note'],
] as const;

/** Days that say nothing without their name. */
const DATED: ReadonlySet<string> = new Set(['since', 'lastTaken', 'releaseExpected', 'released']);

/** Who is held, what of their treatment must not break off, and in how many hours it does. */
export function Detention() {
  const { live, dossier, country, mayWrite, translator } = useOpenCase();
  const { standing, carryOut } = useActing();
  const held = live.filter(({ kind }) => kind === 'detention');
  const asked = openTasks(dossier.records.map(plainRecord), packOf(country)).filter(
    ({ rule }) => rule === 'treatment-ask',
  );
  const [begin] = DETENTION_BEGINS;
  if (held.length === 0 && asked.length === 0) return null;
  return (
    <section class="case-section" aria-labelledby="safety-detention">
      <h3 id="safety-detention">{t('safety.detention.title')}</h3>
      {asked.map(({ about }) => (
        <Notice key={about} tone="w">
          <p id={`record-${about}`}>{translator.label('codes', 'task-rules', 'treatment-ask')}</p>
          {mayWrite && begin !== undefined && (
            <p>
              <Button small onClick={() => carryOut(begin.plan(standing), t('safety.detention.begin'))}>
                {t('safety.detention.begin')}
              </Button>
            </p>
          )}
        </Notice>
      ))}
      <ul class="detention-list">
        {held.map((record) => (
          <Held key={record.id} record={record} />
        ))}
      </ul>
    </section>
  );
}

function Held({ record }: { record: RecordView }) {
  const { around, country, mayWrite, translator } = useOpenCase();
  const words = useWords();
  const title = recordTitle(record, around);
  const isCalm =
    TREATMENT_GOES_ON.includes(textIn(record, 'state')) ||
    textIn(record, 'treatment') === 'none' ||
    textIn(record, 'where') === 'free';
  const left = isCalm ? null : doseWords(valuesOf(record), country, Date.now());
  return (
    <li id={`record-${record.id}`}>
      <div class="story-line">
        <h4 class="story-title">
          {title} <Tag>{words(record, 'where')}</Tag>
          {words(record, 'state') !== '' && (
            <Tag {...(isCalm ? { tone: 'o' as const } : { tone: 'd' as const })}>
              {words(record, 'state')}
            </Tag>
          )}
        </h4>
        {mayWrite && <EditButton record={record} title={title} />}
      </div>
      {left !== null && <p class={left.late ? 'late strong' : 'strong'}>{left.words}</p>}
      {LINES.map((names) => {
        const said = names
          .filter((name) => words(record, name) !== '')
          .map((name) =>
            DATED.has(name)
              ? `${fieldLabel(translator, 'detention', name)}: ${words(record, name)}`
              : words(record, name),
          );
        return said.length === 0 ? null : <p key={names[0]}>{said.join(' · ')}</p>;
      })}
      {mayWrite && <RecordActs record={record} label={(act) => `${title}: ${act}`} />}
    </li>
  );
}
