import { createHash } from 'node:crypto';
import {
  type AccountId,
  idBytes,
  idText,
  type LogId,
  Secret,
  signingKeys,
  toHex,
  type View,
} from '@dayaq/sealing';
import { DOSSIER, entryId, NOTHING_SEEN, recordId, SPACE } from '../test/graphs.ts';
import { type Change, type Entry, writeEntry } from '../src/index.ts';

const bytesOf = (name: string) => new Uint8Array(createHash('sha256').update(name).digest());

export interface EntryVector {
  readonly name: string;
  /** Hexadecimal, as everything here that is bytes. */
  readonly signKey: string;
  readonly bytes: string;
  readonly id: string;
  readonly space: string;
  readonly dossier: string;
  readonly author: string;
  readonly time: number;
  readonly heads: readonly string[];
  readonly place: { readonly log: string; readonly position: number; readonly hash: string } | null;
  readonly charter: string;
  readonly peer: string | null;
  readonly changes: Entry['changes'];
}

const SEEN: View = {
  place: { log: idText<LogId>(bytesOf('log').slice(0, 16)), position: 4711, hash: bytesOf('running hash') },
  charter: bytesOf('charter head'),
  peer: bytesOf('the other charter’s head'),
};

const CONTENTS: readonly {
  readonly name: string;
  readonly heads: readonly string[];
  readonly view: View;
  readonly changes: Change[];
}[] = [
  {
    name: 'a first entry with every kind of value',
    heads: [],
    view: NOTHING_SEEN,
    changes: [
      {
        kind: 'case',
        record: recordId('case'),
        fields: {
          alias: { set: 'Гулчеҳра' },
          summary: { set: null },
          opened: { set: { date: '2023-06', precision: 'month' } },
          minutes: { set: 90 },
          share: { set: 0.25 },
          minor: { set: false },
          populations: { add: ['migrant', 'living-with-hiv'], del: [] },
        },
      },
      { kind: 'task', record: recordId('task'), fields: { what: { set: 'Həkimə zəng et' } } },
    ],
  },
  {
    name: 'a deletion after two entries that did not know of each other',
    heads: ['a', 'b'],
    view: SEEN,
    changes: [{ kind: 'task', record: recordId('task'), fields: {}, deleted: true }],
  },
];

/** What an entry says that its author's device had verified. */
export function describeView({
  place,
  charter,
  peer,
}: View): Pick<EntryVector, 'place' | 'charter' | 'peer'> {
  return {
    place: place && { log: toHex(idBytes(place.log)), position: place.position, hash: toHex(place.hash) },
    charter: toHex(charter),
    peer: peer && toHex(peer),
  };
}

/** The entries of `entry.json`, from fixed seeds. */
export async function buildVectors(): Promise<EntryVector[]> {
  const signing = await signingKeys(new Secret(bytesOf('signing seed')));
  const author = idText<AccountId>(bytesOf('author').slice(0, 16));
  const vectors: EntryVector[] = [];
  for (const { name, heads, view, changes } of CONTENTS) {
    const content = {
      space: SPACE,
      dossier: DOSSIER,
      author,
      time: 1_760_000_000_000,
      heads: heads.map(entryId),
      view,
      changes,
    };
    const { entry, bytes } = await writeEntry(content, signing, (length) => bytesOf(name).slice(0, length));
    vectors.push({
      name,
      signKey: toHex(signing.publicKey),
      bytes: toHex(bytes),
      id: toHex(idBytes(entry.id)),
      space: toHex(idBytes(entry.space)),
      dossier: toHex(idBytes(entry.dossier)),
      author: toHex(idBytes(entry.author)),
      time: entry.time,
      heads: entry.heads.map((head) => toHex(idBytes(head))),
      ...describeView(entry.view),
      changes: entry.changes,
    });
  }
  return vectors;
}
