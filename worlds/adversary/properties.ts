import { readEntry } from '@dayaq/journal';
import { readGeneration, type View } from '@dayaq/sealing';
import { type Arena, type Player, readersOnServer } from './arena.ts';
import { readersOf } from '../../packages/vault/src/space/readers-asked.ts';
import { marksIn } from './model.ts';

/** A promise that did not hold. */
export class Broken extends Error {
  constructor(
    readonly property: 'reads' | 'silent' | 'lost' | 'stuck' | 'threw',
    detail: string,
  ) {
    super(`${property}: ${detail}`);
  }
}

/** Every word that a device shows, by dossier. */
export async function shownWords(arena: Arena, { vault }: Player): Promise<Map<string, Set<string>>> {
  const words = new Map<string, Set<string>>();
  for (const dossier of new Set(arena.model.marks.map((mark) => mark.dossier))) {
    const view = await vault.dossier(dossier);
    if (!view.ok) continue;
    const found = view.value.records.flatMap(({ kind, fields }) =>
      marksIn([
        {
          kind,
          record: '' as never,
          fields: Object.fromEntries(
            Object.entries(fields).flatMap(([name, { value }]) =>
              typeof value === 'string' ? [[name, { set: value }]] : [],
            ),
          ),
        },
      ]),
    );
    words.set(dossier, new Set(found));
  }
  return words;
}

/** Nobody who may not reads: not the server and its insider, of all that was ever sent, and no device. */
export async function nobodyReads(arena: Arena, players: readonly Player[]): Promise<void> {
  const [leak] = await arena.ear.leaks();
  if (leak !== undefined)
    throw new Broken(
      'reads',
      `the server and the insider read ${leak.marks.join()} that ${leak.by} sent in step ${leak.sent}`,
    );
  for (const player of players) {
    for (const [dossier, words] of await shownWords(arena, player)) {
      for (const word of words) {
        if (word.startsWith('mark-') && !arena.model.mayRead(player.name, dossier))
          throw new Broken('reads', `${player.name} shows ${word}, of which it was never named a reader`);
        const forged = arena.model.forged.find(({ text }) => text === word);
        if (forged !== undefined && arena.model.mustRefuse(player.name, forged))
          throw new Broken(
            'silent',
            `${player.name} shows ${word}, signed by somebody who had no place there`,
          );
      }
    }
  }
}

async function isTold({ vault }: Player): Promise<boolean> {
  const { sync } = await vault.status();
  return sync.problem !== null || (await vault.disputes()).length > 0;
}

/** Of what a device keeps nothing names another history than it was shown, unless it says so. */
export async function nothingContradicts(arena: Arena, player: Player): Promise<void> {
  const { engine, name } = player;
  const life = engine.get<{ number: number; log: string }>(
    'select number, log from life where space = ? and until is null',
    arena.space,
  );
  if (life === null || (await isTold(player))) return;
  const contradicts = (view: View): boolean => {
    const { place } = view;
    if (place === null || place.position === 0 || place.log !== life.log) return false;
    const link = engine.get<{ hash: Uint8Array }>(
      'select hash from chain where life = ? and position = ?',
      life.number,
      place.position,
    );
    return link === null || Buffer.compare(link.hash, place.hash) !== 0;
  };
  const entries = engine.all<{ id: string; bytes: Uint8Array }>(
    'select id, bytes from entry where space = ? and echoed = 1',
    arena.space,
  );
  for (const { id, bytes } of entries) {
    const read = await readEntry(bytes);
    if (read.ok && read.value.author !== player.account && contradicts(read.value.view))
      throw new Broken('silent', `${name} keeps entry ${id} of another history and does not say so`);
  }
  const headers = engine.all<{ header: Uint8Array }>(
    'select header from generation where space = ? and void = 0',
    arena.space,
  );
  for (const { header } of headers) {
    const read = await readGeneration(header);
    if (read.ok && read.value.author !== player.account && contradicts(read.value.view))
      throw new Broken('silent', `${name} keeps a header of another history and does not say so`);
  }
}

interface Place extends Record<string, null | number | string | Uint8Array> {
  log: string;
  position: number;
  hash: Uint8Array;
}

export function placeOf(arena: Arena, { engine }: Player): string {
  const row = engine.get<Place>(
    `select l.log, c.position, c.hash from life l join chain c on c.life = l.number
      where l.space = ? and l.until is null order by c.position desc limit 1`,
    arena.space,
  );
  return row === null ? '' : `${row.log}/${row.position}/${Buffer.from(row.hash).toString('hex')}`;
}

/**
 * Who may read a dossier by the newest generation that any of these devices knows: who was taken off keeps what was read
 * before, is given no more, and of what closed the dossier to them only its leaf. Null: every member.
 */
async function readersKnown(players: readonly Player[], dossier: string): Promise<readonly string[] | null> {
  const newest = players
    .flatMap(({ engine }) =>
      engine.all<{ generation: number; header: Uint8Array }>(
        'select generation, header from generation where dossier = ? and void = 0',
        dossier,
      ),
    )
    .sort((a, b) => b.generation - a.generation)[0];
  const header = newest === undefined ? null : await readGeneration(newest.header);
  return header?.ok === true ? readersOf(header.value) : null;
}

/** Devices to which nothing was said and that stand at the same place show the same of what both may read. */
export async function sameIsSame(arena: Arena): Promise<void> {
  const seen: { player: Player; place: string; words: Map<string, Set<string>> }[] = [];
  for (const player of arena.honest) {
    const { sync } = await player.vault.status();
    if ((await isTold(player)) || sync.waiting + sync.held + sync.refused > 0) continue;
    const place = placeOf(arena, player);
    const words = await shownWords(arena, player);
    for (const other of seen) {
      if (other.place !== place) continue;
      for (const [dossier, shown] of words) {
        const theirs = other.words.get(dossier);
        if (theirs === undefined || [...shown].sort().join() === [...theirs].sort().join()) continue;
        const both = [player, other.player];
        const readers = await readersKnown(both, dossier);
        if (readers !== null && !both.every(({ account }) => readers.includes(account))) continue;
        throw new Broken(
          'silent',
          `${player.name} and ${other.player.name} show ${dossier} differently at one place`,
        );
      }
    }
    seen.push({ player, place, words });
  }
}

/** No lie and no defect ends a device's exchange. */
export async function nobodyThrew(player: Player): Promise<void> {
  const { sync } = await player.vault.status();
  if (sync.problem?.code === 'unexpected')
    throw new Broken('threw', `${player.name}: ${sync.problem.detail ?? ''}`);
}

/** Rounds of one exchange each, a day apart, in which devices of an honest server come together. */
export const ROUNDS = 8;

/**
 * The server is honest from now on: within a few days all honest devices are at one place, keep what everybody wrote who
 * could, and what they refuse they name. A device whose charter was forked away is told, for good.
 */
export async function allComeTogether(arena: Arena): Promise<void> {
  for (const { liar } of arena.honest) liar.beHonest();
  for (let round = 0; round < ROUNDS; round++) {
    arena.clock += 25 * 3_600_000;
    for (const { vault } of arena.honest) await vault.syncNow();
  }
  const parted = new Set<Player>();
  for (const player of arena.honest) {
    const { problem } = (await player.vault.status()).sync;
    // Somebody changed the keys before all acts were back, where the server had lost a removal: who knows of the others is told.
    if (arena.model.removalLost && problem?.detail === 'parted') {
      parted.add(player);
      continue;
    }
    if (player.liar.scarred) {
      if (!(await isTold(player)))
        throw new Broken('silent', `${player.name} has acts that nobody else has, and does not say so`);
      continue;
    }
    if (problem !== null)
      throw new Broken('stuck', `${player.name} has ${problem.code} ${problem.detail ?? ''} for ever`);
    const { waiting } = (await player.vault.status()).sync;
    if (waiting > 0) throw new Broken('stuck', `${player.name} keeps ${waiting} waiting for ever`);
    const { spaces } = await player.vault.status();
    if (spaces.length !== 1) throw new Broken('reads', `${player.name} is in a space that it never joined`);
  }
  const whole = arena.honest.filter((player) => !player.liar.scarred && !parted.has(player));
  const [first] = whole;
  if (first === undefined) return;
  for (const player of whole)
    if (placeOf(arena, player) !== placeOf(arena, first))
      throw new Broken('stuck', `${player.name} and ${first.name} do not come to one place`);
  await nothingIsLost(arena, whole);
}

async function nothingIsLost(arena: Arena, whole: readonly Player[]): Promise<void> {
  const words = new Map<Player, Map<string, Set<string>>>();
  for (const player of whole) words.set(player, await shownWords(arena, player));
  for (const { text, by, dossier } of arena.model.marks) {
    const author = arena.honest.find(({ name }) => name === by) as Player;
    if (!whole.includes(author)) continue;
    const readers = await readersOnServer(arena, dossier);
    for (const reader of whole) {
      if (readers !== null && !readers.has(reader.account)) continue;
      if (words.get(reader)?.get(dossier)?.has(text) === true) continue;
      if (await isExplained(author, reader, dossier, text)) continue;
      throw new Broken('lost', `${text} of ${by} is not on ${reader.name}, and nobody says why`);
    }
  }
}

/** It is held where it was written, or a dispute names it, or the generation that it was sealed under, where it is missing. */
async function isExplained(author: Player, reader: Player, dossier: string, text: string): Promise<boolean> {
  const rows = author.engine.all<{ id: string; bytes: Uint8Array; position: number | null }>(
    'select id, bytes, position from entry',
  );
  const disputes = (await reader.vault.disputes()).map(({ id }) => id);
  const disputed = new Set(disputes);
  if (disputes.some((id) => id.startsWith(`generation/${dossier}/`))) return true;
  const held = new Set((await author.vault.waiting()).map(({ id }) => id));
  for (const { id, bytes } of rows) {
    const read = await readEntry(bytes);
    if (!read.ok || !marksIn(read.value.changes).includes(text)) continue;
    return disputed.has(id) || held.has(id);
  }
  return false;
}
