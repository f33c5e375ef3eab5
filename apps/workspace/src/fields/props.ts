import type { Translator } from '@dayaq/locale';
import type { Id, MemberView, RecordView, Value } from '@dayaq/vault/client';
import type { ComponentChildren } from 'preact';
import type { Values } from '@dayaq/acts/changes-between';
import type { Choice } from './inputs/choice-rows.tsx';

/** Names of what links lead to, as far as the reader may see it. */
export interface LinkNames {
  /** Undefined for what the reader may not see, and for what is not there any more. */
  nameOf(id: Id): string | undefined;
  /** What could be linked, by words that people type; at most 8. Undefined: nothing of these kinds is looked for here. */
  finder(kinds: readonly string[]): ((words: string) => Promise<Choice[]>) | undefined;
}

/** What fields need to know beyond their own value to show or ask something. */
export interface Surroundings {
  /** The chosen language; its `language` also decides how dates, numbers and areas read. */
  translator: Translator;
  /** Live records of the dossier: what references may point to. */
  records: readonly RecordView[];
  /** Members of the space: owners, qualifiers. */
  members: readonly MemberView[];
  /** What links to other dossiers lead to; without it they are neither shown nor asked. */
  links?: LinkNames;
  /** Country pack: decides admin areas, currency and added codes. E.g. `az`. */
  country: string;
}

export interface RecordFormProps extends Surroundings {
  /** Name of the kind, e.g. `violation`. */
  kind: string;
  /** Id of the record being written, so that it is not offered as a reference to itself. */
  record: Id;
  /** What the fields hold now. The form keeps no copy: it shows these. */
  values: Values;
  /** Called with the whole next state at each change. Nothing is saved by the form. */
  onChange: (next: Record<string, Value>) => void;
  /** Names of the fields to ask, in this order; default: every field that a person fills in, in the kind's order. */
  only?: readonly string[];
  /** Show what is wrong with fields that were not touched yet (after an attempt to save). */
  showProblems?: boolean;
  /** Other words than the kind's own for some fields, where the place asks more warmly. */
  words?: Readonly<Record<string, { label?: string; hint?: string }>>;
  /** Told the names of fields whose text cannot be stored: a date that is no date, a text that is too long. */
  onUnreadable?: (fields: string[]) => void;
  /** What can be done with a text that is longer than its field takes. */
  tooLong?: (field: string) => ComponentChildren;
}

export interface ValueProps extends Surroundings {
  kind: string;
  field: string;
  value: Value | undefined;
  /** The record's other fields, so that "other" shows its own words. */
  values?: Values;
}
