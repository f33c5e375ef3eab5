import type { KindName, ListName } from '@dayaq/domain';
import type { PlainKey } from '@dayaq/locale';
import type { Change, Id, RecordView, Value } from '@dayaq/vault/client';
import type { Values } from './changes-between.ts';

/** Words by what they name; whoever shows them says them in the reader's language. */
export type Words = PlainKey | { list: ListName; code: string } | { kind: KindName };

/** Who is about to do something, when, and in what: the case as it stands. */
export interface Standing {
  me: Id;
  /** The worker's day, YYYY-MM-DD. */
  today: string;
  /** Code of the country whose calendar counts. */
  country: string;
  /** Id of the dossier and of its root. */
  dossier: Id;
  /** Whether they judge what others took down. */
  mayQualify: boolean;
  /** Its records that were not deleted. */
  live: readonly RecordView[];
  /** Words in the worker's language, for what is kept as text. */
  say(words: Words): string;
}

/** A form to be filled in, of a new record or of one that is there. */
export interface Writing {
  does: 'write';
  title: Words;
  kind: KindName;
  /** Null: a new one, which begins with `preset`. */
  record: RecordView | null;
  preset?: Values;
  /** What the form of one that is there begins with beyond what it holds. */
  begin?: Values;
  /** Only these fields; without it all that people write of the kind. */
  only?: readonly string[];
  /** Fields of one that is there which stand above the form to be read: what is judged. */
  read?: readonly string[];
  /** Tells apart forms about the same thing that do different things, so that words kept of one are not offered in the other. */
  purpose?: string;
  /** What is set with it and stands in no form. */
  with?: Values;
  /** Further changes of the same entry. */
  along?: (record: Id) => Change[];
}

/** What an act comes to. */
export type ActPlan =
  | Writing
  /** One entry of the dossier, and what takes it back. */
  | { does: 'save'; changes: Change[]; back: Change[]; said?: Words }
  /** It is done in another part of the case: its address after the case's own, e.g. `referrals?need=`. */
  | { does: 'open'; at: string }
  /** What protected the person is asked, under the danger's own words. */
  | { does: 'protect'; danger: RecordView }
  /** A photo, a recording or a paper is chosen. */
  | { does: 'add-file' };

/** Tabs of a case, by the part whose address leads there; the story has none. */
export type Tab = '' | 'plan' | 'safety' | 'papers';

/** Something that is begun in a case. */
export interface Beginning {
  text: Words;
  icon?: 'edit' | 'share' | 'plus';
  /** On which tabs it is offered, and how near at hand. */
  on: readonly { tab: Tab; place: 'first' | 'second' | 'other' }[];
  plan(of: Standing): ActPlan;
}

/** The same begun in one of several ways, of which the person chooses. */
export interface Choosing extends Omit<Beginning, 'plan'> {
  choices: readonly { text: Words; plan(of: Standing): ActPlan }[];
}

/** Something that is done about a record that is there. */
export interface ActOn {
  /** The same wherever it is offered; tells it from others of its kind. */
  act: string;
  text: Words;
  /** Also where the record is told in the story of its case. */
  inStory?: true;
  /** One of several, or only an invitation: it takes no edge. */
  quiet?: true;
  isOffered(record: RecordView, of: Standing): boolean;
  plan(record: RecordView, of: Standing): ActPlan;
}

/** A field of a record set, with what puts it back. */
export function setOne(record: RecordView, field: string, value: Value, said?: Words): ActPlan {
  return setSome(record, { [field]: value }, said);
}

/** Some fields of a record set at once, with what puts them back. */
export function setSome(record: RecordView, values: Values, said?: Words): ActPlan {
  const change = (to: (name: string) => Value): Change => ({
    kind: record.kind,
    record: record.id,
    fields: Object.fromEntries(Object.keys(values).map((name) => [name, { set: to(name) }])),
  });
  return {
    does: 'save',
    changes: [change((name) => values[name] ?? null)],
    back: [change((name) => record.fields[name]?.value ?? null)],
    ...(said === undefined ? {} : { said }),
  };
}
