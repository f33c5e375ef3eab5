import { CODE_LISTS, groupOf, isEmpty, isUnsaid, withoutRuledOut } from '@dayaq/domain';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import type { RecordView } from '@dayaq/vault/client';
import { contradictionText, fieldLabel, kindLabel, recordTitle } from '../../fields/index.ts';
import { FieldValue, useWords } from './FieldValue.tsx';
import { says, useOpenCase } from './open-case.ts';
import { SAFE_CONTACT_FIELDS } from './SafeContact.tsx';
import { EditButton } from './StoryEntry.tsx';
import { SameElsewhere } from './SameElsewhere.tsx';
import { type Elsewhere, useElsewhere } from './same-elsewhere.ts';
import { useShown } from './use-shown.tsx';
import { Button } from '../../look/Button.tsx';
import { Tag } from '../../look/Tag.tsx';
import { currentSpace } from '../../vault/session.ts';

/** What is said of a person in tags, shortest first. */
const AS_TAGS = groupOf('person', 'tags');
/** What is written out under the tags, where it was said. */
const AS_FACTS = groupOf('person', 'facts');

/** So many people at first, and with each press. */
const MOST = 20;

const ROLES = CODE_LISTS['person-roles'].codes.map(({ code }) => code);

/** Everybody in the case: the client first, then who depends on them, then the others. */
export function People() {
  const { dossier, live, translator, mayWrite, edit, onPaper } = useOpenCase();
  const elsewhere = useElsewhere(dossier);
  const { t } = translator;
  const people = live
    .filter((record) => record.kind === 'person')
    .sort(
      (a, b) =>
        ROLES.indexOf(textIn(a, 'role')) - ROLES.indexOf(textIn(b, 'role')) || a.created.at - b.created.at,
    );
  const { shown, more } = useShown(people, onPaper ? people.length : MOST, (person) => person);
  return (
    <section aria-labelledby="case-people" class="case-section">
      <h3 id="case-people">{t('cases.people.title')}</h3>
      {people.length > 0 && (
        <ul class="case-people">
          {shown.map((person) => (
            <Person key={person.id} person={person} others={elsewhere.get(person.id) ?? []} />
          ))}
        </ul>
      )}
      {more}
      {people.length === 0 && mayWrite && (
        <Button
          kind="quiet"
          class="case-invite"
          small
          onClick={() =>
            edit({
              title: kindLabel(translator, 'person'),
              kind: 'person',
              record: null,
              preset: { role: 'client' },
            })
          }
        >
          {t('cases.people.invite')}
        </Button>
      )}
    </section>
  );
}

function Person({ person, others }: { person: RecordView; others: readonly Elsewhere[] }) {
  const { around, dossier, translator, mayWrite } = useOpenCase();
  const words = useWords();
  const title = recordTitle(person, around);
  const said = valuesOf(person);
  /** "Not known" alone does not say what is not known. */
  const asTag = (field: string): string =>
    isUnsaid(person.kind, field, said[field])
      ? `${fieldLabel(translator, 'person', field)}: ${words(person, field)}`
      : words(person, field);
  const role = [words(person, 'role'), words(person, 'relation')]
    .filter((text) => text !== '' && text !== title)
    .join(', ');
  // The client's safe contact stands above the story; other people's stands with them.
  const contact = textIn(person, 'role') === 'client' ? [] : SAFE_CONTACT_FIELDS;
  const contradiction = contact.length === 0 ? undefined : contradictionText(translator, 'person', said);
  const meant = contradiction === undefined ? said : withoutRuledOut('person', said);
  const facts = [...AS_FACTS, ...contact].filter((field) => says(person, field) && !isEmpty(meant[field]));
  return (
    <li id={`record-${person.id}`}>
      <div class="story-line">
        <h4 class="story-title">
          {title} <span class="muted case-role">{role}</span>
        </h4>
        {mayWrite && <EditButton record={person} title={title} />}
      </div>
      {says(person, ...AS_TAGS) && (
        <p class="cluster">
          {AS_TAGS.filter((field) => says(person, field)).map((field) => (
            <Tag key={field}>{asTag(field)}</Tag>
          ))}
        </p>
      )}
      {contradiction !== undefined && <p class="safe-contact-never">{contradiction}</p>}
      {facts.length > 0 && (
        <dl class="story-facts">
          {facts.map((field) => (
            <div key={field}>
              <dt>{fieldLabel(translator, 'person', field)}</dt>
              <dd>
                <FieldValue record={person} field={field} values={meant} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <SameElsewhere record={person} others={others} mayLink />
      {mayWrite && textIn(person, 'role') !== 'client' && currentSpace()?.me.keyholder === true && (
        <details class="no-print">
          <summary class="small">{translator.t('files.item.details')}</summary>
          <Button kind="quiet" small href={`/cases/${dossier.id}/destroy?person=${person.id}`}>
            {translator.t('erasure.file.link')}
          </Button>
        </details>
      )}
    </li>
  );
}
