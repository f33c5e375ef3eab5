import { valuesOf } from '@dayaq/acts/record-values';
import type { LinkEnd, RecordView } from '@dayaq/vault/client';
import type { ComponentChildren } from 'preact';
import type { Room } from '../cases/room.ts';
import { fieldLabel, type Surroundings, valueText } from '../fields/index.ts';
import { endTitle } from '../links/link-names.ts';
import { t } from '../locale/index.ts';
import { Tag } from '../look/Tag.tsx';

/** How the fields of a record read: empty where nothing is said. */
export function wordsOf(
  record: RecordView,
  { translator, members, country }: Room,
  links?: Surroundings['links'],
): (field: string) => string {
  const values = valuesOf(record);
  const around: Surroundings = {
    translator,
    members,
    country,
    records: [],
    ...(links === undefined ? {} : { links }),
  };
  return (field) => valueText({ ...around, kind: record.kind, field, value: values[field] ?? null, values });
}

/** What it is, and how it stands. */
export function HeardHead({
  id,
  title,
  state,
  tone,
}: {
  id: string;
  title: string;
  state: string;
  tone: 'd' | 'w' | null;
}) {
  return (
    <div class="referral-head">
      <h2 id={id} class="grow">
        {title}
      </h2>
      <Tag {...(tone === null ? {} : { tone })}>{state}</Tag>
    </div>
  );
}

/** The fields of which something is said, by their names. */
export function HeardFacts({
  room: { translator },
  kind,
  fields,
  words,
  children,
}: {
  room: Room;
  kind: string;
  fields: readonly string[];
  words: (field: string) => string;
  children?: ComponentChildren;
}) {
  return (
    <dl class="story-facts">
      {fields.map(
        (field) =>
          words(field) !== '' && (
            <div key={field}>
              <dt>{fieldLabel(translator, kind, field)}</dt>
              <dd>{words(field)}</dd>
            </div>
          ),
      )}
      {children}
    </dl>
  );
}

/** The cases that came of it, or tell of it; nothing where there are none. */
export function ItsCases({
  room,
  cases,
  text,
}: {
  room: Room;
  cases: readonly LinkEnd[];
  text: 'referrals.leads.theCase' | 'letters.one.theCase' | 'letters.join.tellsOf';
}) {
  if (cases.length === 0) return null;
  const { translator, members, country } = room;
  const around = { translator, members, country, records: [] };
  return (
    <p>
      {cases.map((end) => (
        <a key={end.id} href={`/cases/${end.dossier}`}>
          {t(text, { name: endTitle(end, around) })}
        </a>
      ))}
    </p>
  );
}
