import type { LogItem } from '@dayaq/protocol';
import {
  type DossierId,
  foldCharter,
  type GenerationHeader,
  idBytes,
  readGeneration,
  type RecordId,
} from '@dayaq/sealing';
import fc from 'fast-check';
import { set } from '../devices/world.ts';
import { type Arena, backUp, type Player, putBack, restart } from './arena.ts';
import { Ghost } from './ghost.ts';
import { forgeHeader, forgeNote, noteKeys } from './insider.ts';
import { type Mail, withDossiers } from './liar.ts';
import { lastOf } from './shown.ts';

/** One step of a game. Numbers are taken modulo what there is, so that a list of moves stays playable when some are left out. */
export type Move =
  | { do: 'save'; who: number; dossier: number }
  | { do: 'open'; who: number; readers: number }
  | { do: 'restrict'; who: number; dossier: number; readers: number }
  | { do: 'sync'; who: number }
  | { do: 'everybody' }
  | { do: 'remove'; who: number }
  | { do: 'day' }
  | { do: 'restart'; who: number; lost: boolean }
  | { do: 'find'; who: number }
  | { do: 'insider' }
  | { do: 'honest'; who: number }
  | { do: 'stop'; who: number; back: number }
  | { do: 'drop'; who: number; back: number }
  | { do: 'swap'; who: number; back: number }
  | { do: 'again'; who: number; back: number }
  | { do: 'mail'; who: number; mail: Mail }
  | { do: 'refuse'; who: number; routes: string; code: string; times: number }
  | { do: 'life'; who: number; follows: boolean }
  | { do: 'cross'; who: number; from: number }
  | { do: 'ghost'; who: number }
  | { do: 'header'; who: number; dossier: number; back: number; ahead: number }
  | { do: 'note'; who: number; dossier: number; back: number }
  | { do: 'dossier'; who: number }
  | { do: 'backup' }
  | { do: 'restore'; marked: boolean };

const who = fc.nat(2);
const dossier = fc.nat(5);
/** How far from the end: mostly the end itself. */
const back = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(8) });

const of = <T extends Move['do']>(name: T) => fc.constant(name);

interface Weighted {
  weight: number;
  arbitrary: fc.Arbitrary<Move>;
}

/** What people do, and the days. */
const HONEST: Weighted[] = [
  { weight: 11, arbitrary: fc.record({ do: of('save'), who, dossier }) },
  { weight: 3, arbitrary: fc.record({ do: of('open'), who, readers: fc.nat(7) }) },
  { weight: 3, arbitrary: fc.record({ do: of('restrict'), who, dossier, readers: fc.nat(7) }) },
  { weight: 12, arbitrary: fc.record({ do: of('sync'), who }) },
  { weight: 4, arbitrary: fc.record({ do: of('everybody') }) },
  { weight: 2, arbitrary: fc.record({ do: of('remove'), who: fc.nat(1) }) },
  { weight: 3, arbitrary: fc.record({ do: of('day') }) },
  { weight: 1, arbitrary: fc.record({ do: of('restart'), who, lost: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: of('find'), who }) },
  { weight: 3, arbitrary: fc.record({ do: of('insider') }) },
  { weight: 3, arbitrary: fc.record({ do: of('honest'), who }) },
];

/** What the server and the insider do. */
const LIES: Weighted[] = [
  { weight: 1, arbitrary: fc.record({ do: of('stop'), who, back }) },
  { weight: 1, arbitrary: fc.record({ do: of('drop'), who, back }) },
  { weight: 1, arbitrary: fc.record({ do: of('swap'), who, back: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ do: of('again'), who, back }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: of('mail'),
      who,
      mail: fc.constantFrom<Mail>('swallow', 'branch', 'branch', 'branch'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: of('refuse'),
      who,
      routes: fc.constantFrom('entries/pull', 'entries/append', 'charter', 'epochs', '.'),
      code: fc.constantFrom('not-allowed', 'not-found', 'generation-stale', 'log-moved', 'unavailable'),
      times: fc.integer({ min: 1, max: 8 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: of('life'), who, follows: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: of('cross'), who, from: who }) },
  { weight: 3, arbitrary: fc.record({ do: of('ghost'), who }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: of('header'), who, dossier, back, ahead: fc.nat(1) }),
  },
  { weight: 4, arbitrary: fc.record({ do: of('note'), who, dossier, back }) },
  { weight: 3, arbitrary: fc.record({ do: of('dossier'), who }) },
  { weight: 1, arbitrary: fc.record({ do: of('backup') }) },
  { weight: 1, arbitrary: fc.record({ do: of('restore'), marked: fc.boolean() }) },
];

/** The moves of a seed. Each game has a few kinds of lies of its own: with all of them at once, one hides the other. */
export function movesOf(seed: number, length: number): Move[] {
  const options = { seed, numRuns: 1 };
  const [lies = []] = fc.sample(fc.subarray(LIES, { minLength: 1, maxLength: 5 }), options);
  const moves = fc.array(fc.oneof(...HONEST, ...lies), { minLength: length, maxLength: length, size: 'max' });
  return fc.sample(moves, options)[0] as Move[];
}

/** A line for people, from which the move can be made again. */
export const moveText = (each: Move): string => JSON.stringify(each);

const at = (arena: Arena, index: number): Player => arena.honest[index % arena.honest.length] as Player;

function dossierOf(arena: Arena, index: number): DossierId | null {
  const all = [...new Set(arena.model.marks.map((mark) => mark.dossier))];
  return (all[index % all.length] as DossierId | undefined) ?? null;
}

/** The honest devices of a bit mask, always with the first. */
function chosen(arena: Arena, mask: number, always: Player): Player[] {
  return arena.honest.filter((each, i) => each === always || ((mask >> i) & 1) === 1);
}

/** What a device shows about who reads: it knows that from now on. */
export async function learn(arena: Arena, player: Player): Promise<void> {
  const { model, insider, step } = arena;
  const members = await player.vault.members();
  if (members.some(({ account, removed }) => account === insider.account && removed))
    model.knewOfRemoval(player.name, step);
  for (const dossier of new Set(model.marks.map((mark) => mark.dossier))) {
    const view = await player.vault.dossier(dossier);
    if (view.ok && view.value.restricted && !view.value.readers.includes(insider.account))
      model.knowsClosed(player.name, dossier, step);
  }
}

async function exchange(arena: Arena, player: Player): Promise<void> {
  await player.vault.syncNow();
  await learn(arena, player);
}

/** Plays one move. Answers the devices that exchanged something. */
export async function play(arena: Arena, move: Move): Promise<Player[]> {
  switch (move.do) {
    case 'sync': {
      const player = at(arena, move.who);
      await exchange(arena, player);
      return [player];
    }
    case 'everybody':
      for (const player of arena.honest) await exchange(arena, player);
      return arena.honest;
    case 'day':
      arena.clock += 25 * 3_600_000;
      return [];
    case 'insider':
      await arena.insider.vault.syncNow();
      noteKeys(arena.insider.engine, arena.ear);
      return [];
    case 'backup':
      await backUp(arena);
      return [];
    case 'restore':
      await putBack(arena, move.marked);
      return [];
    case 'save':
    case 'open':
    case 'restrict':
    case 'remove':
    case 'restart':
    case 'find':
      return honestly(arena, move, at(arena, move.who));
    default:
      await lie(arena, move, at(arena, move.who));
      return [];
  }
}

type Of<T extends Move['do']> = Extract<Move, { do: T }>;

async function honestly(
  arena: Arena,
  move: Of<'save' | 'open' | 'restrict' | 'remove' | 'restart' | 'find'>,
  player: Player,
): Promise<Player[]> {
  const { model, step } = arena;
  const { vault, name } = player;
  const text = `mark-${model.marks.length}`;
  if (move.do === 'find') {
    await vault.findSpaces();
    return [player];
  }
  if (move.do === 'restart') {
    await restart(player, move.lost && !model.holdsLostRemoval(name));
    return [];
  }
  if (move.do === 'remove') {
    if (model.removalLost && !model.knowsRemoval.has(name)) return [];
    const removed = await vault.removeMember(arena.insider.account);
    if (removed.ok) model.removals.push(step);
    await learn(arena, player);
    return [player];
  }
  if (move.do === 'open') {
    const id = await vault.newId();
    const readers = move.readers === 0 ? null : chosen(arena, move.readers, player);
    const restricted = readers === null ? {} : { restrictedTo: readers.map(({ account }) => account) };
    const changes = [set('case', id, { alias: text, status: 'new' })];
    const saved = await vault.save({ dossier: id, changes, ...restricted });
    if (!saved.ok) return [];
    if (readers !== null) model.bornClosed.set(id, new Set(readers.map((each) => each.name)));
    model.marks.push({ text, by: name, dossier: id, step });
    return [];
  }
  const dossier = dossierOf(arena, move.dossier);
  if (dossier === null || !(await vault.dossier(dossier)).ok) return [];
  if (move.do === 'save') {
    const changes = [set('note', await vault.newId(), { text })];
    const saved = await vault.save({ dossier, changes });
    if (saved.ok) model.marks.push({ text, by: name, dossier, step });
    return [];
  }
  const readers = chosen(arena, move.readers, player);
  const asked = await vault.restrict({ dossier, to: readers.map(({ account }) => account) });
  if (!asked.ok) return [];
  model.knowsClosed(name, dossier, step);
  model.name(
    dossier,
    readers.map((each) => each.name),
  );
  return [];
}

type Lie = Of<
  | 'honest'
  | 'stop'
  | 'drop'
  | 'swap'
  | 'again'
  | 'mail'
  | 'refuse'
  | 'life'
  | 'cross'
  | 'ghost'
  | 'header'
  | 'note'
  | 'dossier'
>;

async function lie(arena: Arena, move: Lie, player: Player): Promise<void> {
  const { liar } = player;
  switch (move.do) {
    case 'honest':
      liar.beHonest();
      return;
    case 'mail': {
      const shown = await liar.shown();
      if (shown === null) return;
      // A log of its own ends, for this device, where the true one stood.
      if (move.mail === 'branch') liar.edits.push({ edit: 'stop', behind: lastOf(shown.items) });
      liar.mail = move.mail;
      return;
    }
    case 'refuse': {
      const { routes, code, times } = move;
      liar.refusal = { routes, code, times };
      return;
    }
    case 'life':
      liar.life = { log: crypto.getRandomValues(new Uint8Array(16)), follows: move.follows };
      return;
    case 'ghost':
      return invent(arena, player);
    case 'cross':
      return cross(player, at(arena, move.from));
    case 'dossier':
      takeOver(arena, player);
      return;
    case 'header':
    case 'note':
      return forge(arena, move, player);
    default:
      return change(move, player);
  }
}

async function change(move: Of<'stop' | 'drop' | 'swap' | 'again'>, { liar }: Player): Promise<void> {
  const items = (await liar.shown())?.items ?? [];
  const item = items.at(-1 - move.back);
  if (item === undefined) return;
  if (move.do === 'stop') liar.edits.push({ edit: 'stop', behind: item.p });
  else if (move.do === 'again') liar.edits.push({ edit: 'put', behind: lastOf(items), item });
  else liar.edits.push({ edit: move.do, at: item.p });
}

/** What one device sent and only the server has is shown to another. */
async function cross(to: Player, from: Player): Promise<void> {
  const items = (await to.liar.shown())?.items ?? [];
  const given = (await withDossiers(from.liar.kept)).filter(({ t }) => t !== 'charter').slice(-4);
  let behind = lastOf(items);
  for (const item of given) to.liar.edits.push({ edit: 'put', behind: behind++, item });
}

async function invent(arena: Arena, { liar }: Player): Promise<void> {
  const items = (await liar.shown())?.items ?? [];
  const folded = await foldCharter(items.flatMap((item) => (item.t === 'charter' ? [item.act] : [])));
  if (!folded.ok) return;
  const ghost = await Ghost.naming(folded.value);
  arena.ear.ownsEpoch(ghost.space, 1, ghost.key);
  const newest = new Map<DossierId, GenerationHeader>();
  for (const item of items) {
    const read = item.t === 'generation' ? await readGeneration(item.header) : null;
    if (read?.ok === true) newest.set(read.value.dossier, read.value);
  }
  for (const header of newest.values()) await arena.ear.header(await ghost.claim(header));
  // Its headers also stand in the true organisation's log.
  const [mixed] = ghost.headers;
  if (mixed !== undefined) liar.edits.push({ edit: 'put', behind: lastOf(items), item: mixed });
  liar.ghost = ghost;
}

/** A note or a header is slipped into the log that a device is shown. */
async function forge(arena: Arena, move: Of<'header' | 'note'>, player: Player): Promise<void> {
  const dossier = dossierOf(arena, move.dossier);
  if (dossier === null) return;
  const { liar } = player;
  const slip = { liar, dossier, back: move.back };
  if (move.do === 'note') {
    const text = `forged-${arena.model.forged.length}`;
    const record = (await player.vault.newId()) as RecordId;
    const forged = await forgeNote(arena.account, arena.ear, slip, text, record);
    if (forged === null) return;
    arena.model.forged.push({ text, dossier, step: arena.step });
    liar.edits.push({ edit: 'put', ...forged });
    return;
  }
  const forged = await forgeHeader(arena.account, arena.ear, slip, move.ahead);
  if (forged === null) return;
  const item: LogItem = { t: 'generation', p: 0, dossier: idBytes(dossier), header: forged.bytes };
  liar.edits.push({ edit: 'put', behind: forged.behind, item });
}

/** Whatever dossier a device fetches from its beginning ends in a header of the insider's. */
function takeOver(arena: Arena, { liar }: Player): void {
  liar.takesOver = async (dossier) => {
    const forged = await forgeHeader(arena.account, arena.ear, { liar, dossier, back: 0 }, 0);
    return forged === null
      ? null
      : { t: 'generation', p: 0, dossier: idBytes(dossier), header: forged.bytes };
  };
}
