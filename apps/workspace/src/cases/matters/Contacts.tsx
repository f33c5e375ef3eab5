import { textIn, valuesOf } from '@dayaq/acts/record-values';
import { compareFuzzy } from '@dayaq/domain';
import { dayOf } from '@dayaq/locale';
import type { RecordView } from '@dayaq/vault/client';
import { recordTitle } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Tag, type Tone } from '../../look/Tag.tsx';
import { RecordActs } from '../acts/RecordActs.tsx';
import { FieldValue, useWords } from '../detail/FieldValue.tsx';
import { says, useOpenCase } from '../detail/open-case.ts';
import { EditButton } from '../detail/StoryEntry.tsx';
import { dateIn } from '../detail/when.ts';
import { memberName } from '../room.ts';
import { promiseState } from '@dayaq/acts/matter/matters';

/** Every talk with an institution, the latest first, and what was promised. */
export function Contacts() {
  const { live } = useOpenCase();
  const contacts = live.filter(({ kind }) => kind === 'contact').sort(latestFirst);
  return (
    <section class="case-section" aria-labelledby="matters-contacts">
      <h3 id="matters-contacts">{t('matters.contacts.title')}</h3>
      {contacts.length === 0 ? (
        <p class="muted">{t('matters.contacts.none')}</p>
      ) : (
        <ul class="side-rows">
          {contacts.map((contact) => (
            <Contact key={contact.id} contact={contact} />
          ))}
        </ul>
      )}
    </section>
  );
}

function latestFirst(a: RecordView, b: RecordView): number {
  const day = (record: RecordView) => dateIn(record.fields.date?.value) ?? { day: dayOf(record.created.at) };
  return compareFuzzy(day(b), day(a)) || b.created.at - a.created.at || (a.id < b.id ? -1 : 1);
}

function Contact({ contact }: { contact: RecordView }) {
  const open = useOpenCase();
  const { mayWrite, today, live, around } = open;
  const words = useWords();
  const state = promiseState(valuesOf(contact), today);
  const title = words(contact, 'institution');
  const ours = textIn(contact, 'ours');
  const by = words(contact, 'promisedBy');
  const matter = live.find(({ id }) => id === textIn(contact, 'matter'));
  const kept = textIn(contact, 'kept');
  const keptTone: Tone = kept === 'kept' ? 'o' : 'w';
  return (
    <li class="side-row" id={`record-${contact.id}`}>
      <div class="story-line">
        <p class="side-title">
          <span>{title}</span>
          {state === 'open' && <Tag tone="a">{t('matters.contacts.waiting')}</Tag>}
          {state === 'overdue' && <Tag tone="w">{t('matters.contacts.overdue')}</Tag>}
          {state === 'settled' && <Tag tone={keptTone}>{words(contact, 'kept')}</Tag>}
        </p>
        {mayWrite && <EditButton record={contact} title={title} />}
      </div>
      <p class="small muted">
        {[
          words(contact, 'date'),
          words(contact, 'how'),
          words(contact, 'who'),
          ours === '' ? '' : memberName(open, ours),
          matter === undefined ? '' : recordTitle(matter, around),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {says(contact, 'about') && (
        <div class="story-told">
          <FieldValue record={contact} field="about" />
        </div>
      )}
      {says(contact, 'promised', 'promisedBy') && (
        <p>
          {t('matters.contacts.promised', {
            what: [words(contact, 'promised'), by === '' ? '' : t('matters.contacts.by', { day: by })]
              .filter(Boolean)
              .join(', '),
          })}
        </p>
      )}
      {mayWrite && (state === 'open' || state === 'overdue') && <Kept contact={contact} title={title} />}
    </li>
  );
}

function Kept({ contact, title }: { contact: RecordView; title: string }) {
  return (
    <div class="cluster no-print" role="group" aria-label={`${t('matters.contacts.kept')} ${title}`}>
      <span class="small">{t('matters.contacts.kept')}</span>
      <RecordActs
        record={contact}
        said={(kept) => t('matters.contacts.saved', { institution: title, kept })}
      />
    </div>
  );
}
