import { codeOf, type CountryCode, type CountryPack, type Language } from '@dayaq/domain';
import type { Change, Id, Value } from '@dayaq/vault/client';
import { DAY, dayThere } from '../days.ts';
import type { GeneratedCase, GeneratingMember } from '../generated.ts';
import { genderOf } from '../invention.ts';
import type { Chance } from '../random.ts';
import type { SideAct } from '../side-act.ts';
import { fill, WORDS } from '../words/index.ts';

/** What an invented case says, as far as the help around it depends on it. */
export interface Known {
  of: GeneratedCase;
  chance: Chance;
  country: CountryCode;
  pack: CountryPack;
  /** Milliseconds since 1970: nothing is written later. */
  now: number;
  /** The day there, YYYY-MM-DD. */
  today: string;
  /** Who took it in, and in which language they write in it. */
  author: GeneratingMember;
  coordinator: GeneratingMember;
  language: Language;
  opened: number;
  /** When it was last written in. */
  last: number;
  isOpen: boolean;
  danger: string;
  wants: readonly string[];
  /** Codes of `violation-types`, and their first level. */
  types: readonly string[];
  branches: readonly string[];
  /** Codes of `perpetrator-types`. */
  offenders: readonly string[];
  client: Id;
  /** When somebody last did something for the person; 0 where nobody has. */
  acted: number;
  /** One of the sentences in the language of the case. */
  say(from: readonly Readonly<Record<Language, string>>[]): string;
  /** The next step, in words, by code of `response-types`. */
  nextStep(type: string): string;
}

const texts = (value: Value | undefined): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

/** Reads a generated case; null where whoever took it in cannot write any more. */
export function known(
  of: GeneratedCase,
  around: Pick<Known, 'chance' | 'country' | 'pack' | 'now'> & { members: readonly GeneratingMember[] },
): Known | null {
  const { chance, country, pack, now, members } = around;
  const records = new Map<string, { kind: string; fields: Record<string, Value> }>();
  let acted = 0;
  for (const { at, changes } of of.acts) {
    for (const { kind, record: id, fields } of changes) {
      const one = records.get(id) ?? { kind, fields: {} };
      for (const [name, op] of Object.entries(fields)) one.fields[name] = 'set' in op ? op.set : op.add;
      records.set(id, one);
      if (kind === 'response' && 'done' in fields) acted = at;
    }
  }
  const all = [...records.values()];
  const root = records.get(of.dossier)?.fields ?? {};
  const [client, person] =
    [...records].find(([, { kind, fields }]) => kind === 'person' && fields['role'] === 'client') ?? [];
  const author = members.find(({ account }) => account === of.acts[0].author);
  const coordinator = members.find(({ role }) => role === 'coordinator');
  if (author === undefined || coordinator === undefined || client === undefined) return null;
  const { language } = of.acts[0];
  const types = all.filter(({ kind }) => kind === 'violation').map(({ fields }) => text(fields['type']));
  const gender = genderOf(text(person?.fields['genderIdentity']));
  return {
    of,
    chance,
    country,
    pack,
    now,
    today: dayThere(now, country),
    author,
    coordinator,
    language,
    opened: of.acts[0].at,
    last: of.acts.at(-1)?.at ?? of.acts[0].at,
    isOpen: root['status'] !== 'closed',
    danger: text(root['danger']),
    wants: texts(root['wants']),
    types,
    branches: types.map((type) => codeOf('violation-types', type)?.parent ?? type),
    offenders: all.filter(({ kind }) => kind === 'perpetrator').map(({ fields }) => text(fields['type'])),
    client,
    acted,
    say: (from) => chance.one(from)[language],
    nextStep(type) {
      const words = WORDS[language];
      const from = words.tasks[type] ?? words.tasks['call'] ?? [];
      return from.length === 0 ? '' : fill(chance.one(from), words, chance, gender, country);
    },
  };
}

/** One after the other: whoever goes on has seen what the colleague before wrote. */
export class Writing {
  readonly acts: SideAct[] = [];
  readonly #case: Known;
  #at = 0;

  constructor(of: Known) {
    this.#case = of;
  }

  /** Writes it at that moment or, where something later stands already, soon after that; never in the future. */
  write(at: number, changes: Change[], by: GeneratingMember = this.#case.author): boolean {
    const { of, now, opened, chance } = this.#case;
    const moment = Math.max(at, this.#at + chance.whole(3, 40) * 60_000, opened + 60_000);
    if (moment > now) return false;
    const last = this.acts.at(-1);
    const round = last === undefined ? 0 : last.round + (last.author === by.account ? 0 : 1);
    this.acts.push({ round, author: by.account, at: moment, dossier: of.dossier, changes });
    this.#at = moment;
    return true;
  }
}

/** That many days and some minutes after a moment. */
export function later(chance: Chance, from: number, least: number, most: number): number {
  return from + chance.whole(least, most) * DAY + chance.whole(1, 300) * 60_000;
}
