import type { Change, Value } from '@dayaq/journal';
import type { RecordId } from '@dayaq/sealing';
import { CODE_LISTS, type ListName, PACKS } from '@dayaq/domain';
import { Chance } from '../../worlds/demo/random.ts';
import { LANGUAGES, type Vocabulary } from './words.ts';

/** One act of one member on a case. */
export interface InventedAct {
  /** Which of the writers, from 0. */
  author: number;
  /** Milliseconds since 1970. */
  time: number;
  changes: Change[];
}

export interface InventedCase {
  id: RecordId;
  alias: string;
  acts: InventedAct[];
}

export interface Wanted {
  /** Acts on each case; the first is the intake. */
  acts: number;
  writers: number;
}

const SEED = 2026;
const DAY = 86_400_000;
const FIRST = Date.UTC(2023, 10, 1);
const YEARS_3 = 3 * 365;
const codes = (list: ListName): string[] => CODE_LISTS[list].codes.map(({ code }) => code);
const STATUSES = codes('statuses');
const CHANNELS = codes('channels');
const POPULATIONS = codes('populations');
const VIOLATIONS = CODE_LISTS['violation-types'].codes.flatMap(({ code, parent }) =>
  parent === undefined ? [] : [code],
);
const RESPONSES = codes('response-types');
const AGE_BANDS = codes('age-bands');
const DANGER = codes('danger');
const QUALIFICATION = codes('qualification');
const WANTS = codes('wants');
const AREAS = [...PACKS.az.areas, ...PACKS.tj.areas].map((area) => area.code);
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

const set = (fields: Record<string, Value>): Change['fields'] =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { set: value }]));
const day = (time: number): string => new Date(time).toISOString().slice(0, 10);

class Writer {
  readonly #vocabulary: Vocabulary;

  constructor(readonly chance: Chance) {
    let left = chance.share();
    this.#vocabulary = (LANGUAGES.find(({ share }) => (left -= share) < 0) ?? LANGUAGES[0])
      ?.vocabulary as Vocabulary;
  }

  /** Frequent words come often and most come rarely, as in any text. */
  #skewed(from: readonly string[]): string {
    return from[Math.floor(this.chance.share() ** 2 * from.length)] as string;
  }

  name(): string {
    return `${this.#skewed(this.#vocabulary.givenNames)} ${this.#skewed(this.#vocabulary.familyNames)}`;
  }

  words(count: number): string {
    const { stems, endings } = this.#vocabulary;
    const words: string[] = [];
    for (let i = 0; i < count; i++) {
      if (this.chance.maybe(0.04)) words.push(this.#skewed(this.#vocabulary.familyNames));
      else words.push(this.#skewed(stems) + (this.chance.maybe(0.7) ? this.#skewed(endings) : ''));
    }
    const text = words.join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }

  reference(): string {
    const part = () =>
      Array.from({ length: 3 }, () => LETTERS[this.chance.whole(0, LETTERS.length - 1)]).join('');
    return `${part()}-${part()}`;
  }

  id(): RecordId {
    return this.chance.id() as RecordId;
  }
}

/** What a guided intake leaves behind: the case and everything that was told at once, in one act. */
function intake(writer: Writer, id: RecordId, time: number, alias: string): Change[] {
  const { chance } = writer;
  const client = writer.id();
  const area = chance.one(AREAS);
  const happened = day(time - chance.whole(0, 60) * DAY);
  return [
    {
      kind: 'case',
      record: id,
      fields: {
        ...set({
          reference: writer.reference(),
          alias,
          opened: { day: day(time) },
          channel: chance.one(CHANNELS),
          summary: writer.words(chance.whole(8, 24)),
          area: { area },
          danger: chance.one(DANGER),
          status: chance.one(STATUSES),
        }),
        wants: { add: [chance.one(WANTS)], del: [] },
      },
    },
    {
      kind: 'person',
      record: client,
      fields: {
        ...set({
          role: 'client',
          alias,
          ageBand: chance.one(AGE_BANDS),
          safeContact: writer.words(3),
          safeHours: writer.words(2),
        }),
        populations: { add: [chance.one(POPULATIONS)], del: [] },
      },
    },
    {
      kind: 'violation',
      record: writer.id(),
      fields: {
        ...set({
          type: chance.one(VIOLATIONS),
          date: { day: happened, about: chance.maybe(0.3) },
          account: writer.words(chance.whole(20, 70)),
          area: { area },
          continuing: chance.one(['yes', 'no', 'unknown']),
        }),
        victims: { add: [client], del: [] },
      },
    },
    {
      kind: 'consent',
      record: writer.id(),
      fields: set({ of: client, to: 'service', decision: 'yes', date: { day: day(time) } }),
    },
    {
      kind: 'task',
      record: writer.id(),
      fields: set({ what: writer.words(4), due: { day: day(time + chance.whole(1, 30) * DAY) } }),
    },
  ];
}

function followUp(writer: Writer, id: RecordId, time: number): Change[] {
  const { chance } = writer;
  switch (chance.whole(0, 2)) {
    case 0:
      return [
        {
          kind: 'response',
          record: writer.id(),
          fields: set({
            type: chance.one(RESPONSES),
            done: { day: day(time) },
            with: writer.name(),
            note: writer.words(chance.whole(10, 40)),
          }),
        },
      ];
    case 1:
      return [
        {
          kind: 'note',
          record: writer.id(),
          fields: set({ text: writer.words(chance.whole(8, 50)), date: { day: day(time) } }),
        },
      ];
    default:
      return [
        {
          kind: 'case',
          record: id,
          fields: set({
            status: chance.one(STATUSES),
            qualified: chance.one(QUALIFICATION),
            qualificationReason: writer.words(12),
            qualifiedAt: time,
          }),
        },
      ];
  }
}

/** The nth invented case; the same on every machine. */
export function inventCase(n: number, wanted: Wanted): InventedCase {
  const writer = new Writer(new Chance(SEED, n));
  const { chance } = writer;
  const id = writer.id();
  const alias = writer.name();
  let time = FIRST + Math.floor(((n % 50_021) / 50_021) * YEARS_3) * DAY + chance.whole(0, DAY - 1);
  const acts: InventedAct[] = [];
  for (let i = 0; i < wanted.acts; i++) {
    acts.push({
      author: chance.whole(0, wanted.writers - 1),
      time,
      changes: i === 0 ? intake(writer, id, time, alias) : followUp(writer, id, time),
    });
    time += chance.whole(1, 40) * DAY;
  }
  return { id, alias, acts };
}
