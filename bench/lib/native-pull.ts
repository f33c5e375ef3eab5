import { foldForIndex } from '@dayaq/locale/fold';
import { decodeCanonical, type DossierId, type SpaceId, unwrap } from '@dayaq/sealing';
import type { NativeSqlite } from './native.ts';
import { type PulledRows, textsOf } from './pulled-rows.ts';

const AT_ONCE = 2000;
/** Version and nonce stand before the ciphertext of a sealed entry. */
const NONCE_FROM = 1;
const BODY_FROM = 13;

/** The vault's own tables for entries and search, without what only the vault needs. */
const TABLES = `
create table entry(
  rid integer primary key, space text not null, dossier text not null, id text not null unique,
  position integer, generation integer, bytes blob not null
);
create index entry_of_dossier on entry(dossier);
create table dossier(rid integer primary key, id text not null unique, words text);
create virtual table search using fts5(
  words, content='', contentless_delete=1, tokenize='unicode61', prefix='1 2 3', detail=none
);`;

const unpadded = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.lastIndexOf(0x80));

/**
 * What a program without signatures, ids, merging or cards would do with the same rows: decrypts every entry by
 * WebCrypto, reads it, keeps it, and indexes the folded text of each case. Milliseconds. Fetching the rows, opening the
 * keys and putting each case's text together are not counted.
 */
export async function nativePull(
  sqlite: NativeSqlite,
  rows: PulledRows,
  space: SpaceId,
  binding: (row: PulledRows['entries'][number]) => Uint8Array,
): Promise<number> {
  sqlite.exec(TABLES);
  const opened = new Map<DossierId, Uint8Array[]>();
  const keys = new Map<DossierId, CryptoKey>();
  const insert = sqlite.prepare(
    'insert into entry(space, dossier, id, position, generation, bytes) values(?, ?, ?, ?, ?, ?)',
  );
  const began = performance.now();
  for (let from = 0; from < rows.entries.length; from += AT_ONCE) {
    const batch = rows.entries.slice(from, from + AT_ONCE);
    const plain = await Promise.all(
      batch.map(async (row) => {
        const key =
          keys.get(row.dossier) ??
          (await crypto.subtle.importKey('raw', asBuffer(rows.keys.get(row.dossier)), 'AES-GCM', false, [
            'decrypt',
          ]));
        keys.set(row.dossier, key);
        const algorithm = {
          name: 'AES-GCM',
          iv: row.sealed.slice(NONCE_FROM, BODY_FROM),
          additionalData: asBuffer(binding(row)),
        };
        return unpadded(
          new Uint8Array(
            await crypto.subtle.decrypt(algorithm, key, asBuffer(row.sealed.subarray(BODY_FROM))),
          ),
        );
      }),
    );
    sqlite.exec('begin');
    for (const [i, row] of batch.entries()) {
      const bytes = plain[i] as Uint8Array;
      insert.run(
        space,
        row.dossier,
        Buffer.from(row.id).toString('base64url'),
        row.position,
        row.generation,
        bytes,
      );
      const list = opened.get(row.dossier);
      if (list === undefined) opened.set(row.dossier, [bytes]);
      else list.push(bytes);
    }
    sqlite.exec('commit');
  }
  for (const list of opened.values()) for (const bytes of list) readContent(bytes);
  const decrypted = performance.now() - began;

  const texts = await textsOf(opened);
  const index = sqlite.prepare('insert into search(rowid, words) values(?, ?)');
  const known = sqlite.prepare('insert into dossier(rid, id, words) values(?, ?, ?)');
  const indexing = performance.now();
  for (let from = 0; from < texts.length; from += AT_ONCE) {
    sqlite.exec('begin');
    for (const [i, { dossier, text }] of texts.slice(from, from + AT_ONCE).entries()) {
      const words = foldForIndex(text);
      known.run(from + i + 1, dossier, words);
      index.run(from + i + 1, words);
    }
    sqlite.exec('commit');
  }
  return decrypted + performance.now() - indexing;
}

/** What was written, out of its two layers. */
function readContent(bytes: Uint8Array): unknown {
  const [, content] = unwrap(decodeCanonical(bytes, { maxBytes: bytes.length })) as [number, Uint8Array];
  return unwrap(decodeCanonical(content, { maxBytes: content.length }));
}

function asBuffer(bytes: Uint8Array | undefined): Uint8Array<ArrayBuffer> {
  if (bytes === undefined) throw new Error('a row without its key');
  return bytes as Uint8Array<ArrayBuffer>;
}
