import type { Field, Kind } from '../kind.ts';
import { CASE } from './case.ts';
import { CONSENT } from './consent.ts';
import { FILE } from './file.ts';
import { NOTE } from './note.ts';
import { ORGANISATION } from './organisation.ts';
import { PERPETRATOR } from './perpetrator.ts';
import { PERSON } from './person.ts';
import { PROFILE } from './profile.ts';
import { RESPONSE } from './response.ts';
import { SOURCE } from './source.ts';
import { TASK } from './task.ts';
import { VIOLATION } from './violation.ts';

/** Every kind's name. A new kind gets a name here, and the registry below does not compile without it. */
export type KindName =
  | 'case'
  | 'person'
  | 'consent'
  | 'violation'
  | 'perpetrator'
  | 'source'
  | 'response'
  | 'task'
  | 'note'
  | 'file'
  | 'organisation'
  | 'profile';

export const KINDS: Readonly<Record<KindName, Kind>> = {
  case: CASE,
  person: PERSON,
  consent: CONSENT,
  violation: VIOLATION,
  perpetrator: PERPETRATOR,
  source: SOURCE,
  response: RESPONSE,
  task: TASK,
  note: NOTE,
  file: FILE,
  organisation: ORGANISATION,
  profile: PROFILE,
};

export function isKnownKind(name: string): name is KindName {
  return Object.hasOwn(KINDS, name);
}

/** The kind of that name, or undefined where a newer version of the program made it. */
export function kindOf(name: string): Kind | undefined {
  return isKnownKind(name) ? KINDS[name] : undefined;
}

const fieldsByKind = new Map<string, Map<string, Field>>();
for (const kind of Object.values(KINDS))
  fieldsByKind.set(kind.kind, new Map(kind.fields.map((f) => [f.name, f])));

export function fieldOf(kind: string, name: string): Field | undefined {
  return fieldsByKind.get(kind)?.get(name);
}
