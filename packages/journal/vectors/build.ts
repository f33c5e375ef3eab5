import { createHash } from 'node:crypto';
import { type AccountId, idBytes, idText, Secret, signingKeys, toHex } from '@dayaq/sealing';
import { DOSSIER, entryId, recordId, SPACE } from '../test/graphs.ts';
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
  readonly changes: Entry['changes'];
}

const CONTENTS: readonly {
  readonly name: string;
  readonly heads: readonly string[];
  readonly changes: Change[];
}[] = [
  {
    name: 'a first entry with every kind of value',
    heads: [],
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
    changes: [{ kind: 'task', record: recordId('task'), fields: {}, deleted: true }],
  },
];

/** The entries of `entry.json`, from fixed seeds. */
export async function buildVectors(): Promise<EntryVector[]> {
  const signing = await signingKeys(new Secret(bytesOf('signing seed')));
  const author = idText<AccountId>(bytesOf('author').slice(0, 16));
  const vectors: EntryVector[] = [];
  for (const { name, heads, changes } of CONTENTS) {
    const content = {
      space: SPACE,
      dossier: DOSSIER,
      author,
      time: 1_760_000_000_000,
      heads: heads.map(entryId),
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
      changes: entry.changes,
    });
  }
  return vectors;
}
