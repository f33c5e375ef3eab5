import { type DossierId, type GenerationHeader, type SpaceId, spaceGrantOf } from '@dayaq/sealing';
import type { Engine } from '../database/engine.ts';
import { spaceOf } from '../space/home.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/** One row of the table `share`. */
export interface ShareRow extends Record<string, null | number | string | Uint8Array> {
  space: SpaceId;
  dossier: DossierId;
  owner: SpaceId;
  peer: SpaceId;
  epoch: number;
  peer_epoch: number;
  position: number;
  log: string;
  ended: number;
  ended_at: number;
  acknowledged: number;
  left_over: string | null;
}

export function shareRow(engine: Engine, space: SpaceId, dossier: DossierId): ShareRow | null {
  return engine.get<ShareRow>('select * from share where space = ? and dossier = ?', space, dossier);
}

/** Dossiers of a space that it gave to others, also those that it took back. */
export function givenRows(engine: Engine, space: SpaceId): ShareRow[] {
  return engine.all<ShareRow>('select * from share where space = ?1 and owner = ?1', space);
}

/** A dossier of another space that one of this device's spaces was given. */
export function receivedRow(engine: Engine, dossier: DossierId): ShareRow | null {
  return engine.get<ShareRow>('select * from share where dossier = ? and space <> owner', dossier);
}

/** Of this account's spaces, the one in which a dossier is worked on: its own, or the one that was given it. */
export function homeOf({ engine, rings }: Unlocked, dossier: DossierId): SpaceId | null {
  const space = spaceOf(engine, dossier);
  return space !== null && rings.has(space) ? space : (receivedRow(engine, dossier)?.space ?? null);
}

/** Where an act on a dossier belongs: its own space, and this device's space in whose name it is done. */
export interface Place {
  ring: Ring;
  space: SpaceId;
}

/** `own` is where a dossier that is not known yet would belong. Null: nowhere, or it was taken back. */
export function placeOf(unlocked: Unlocked, dossier: DossierId, own: SpaceId | null): Place | null {
  const known = spaceOf(unlocked.engine, dossier);
  const received = receivedRow(unlocked.engine, dossier);
  // Nothing is here of what was received and forgotten: it must not begin anew as one of this space's own.
  const space = known ?? received?.owner ?? own;
  const ring = space === null ? undefined : unlocked.rings.get(space);
  if (space !== null && ring !== undefined) return { ring, space };
  const reader = received === null ? undefined : unlocked.rings.get(received.space);
  return received === null || reader === undefined || received.ended === 1
    ? null
    : { ring: reader, space: received.owner };
}

/**
 * Notes what a generation of one of this device's own spaces says about sharing. Answers whether it says anything. `position` is where its header stands
 * in the log, or at or below which it does.
 */
export function noteSharing(engine: Engine, header: GenerationHeader, position: number): boolean {
  const { space, dossier, epoch } = header;
  const granted = spaceGrantOf(header);
  if (granted !== null) {
    engine.run(
      `insert into share(space, dossier, owner, peer, epoch, peer_epoch) values(?1, ?2, ?1, ?3, ?4, ?5)
       on conflict(space, dossier) do update set peer = ?3, epoch = ?4, peer_epoch = ?5, ended = 0, ended_at = 0
       where owner = space`,
      space,
      dossier,
      granted.space,
      epoch,
      granted.epoch,
    );
    return true;
  }
  const known = engine.run(
    'update share set epoch = ?, ended = 1 where space = ? and dossier = ? and owner = space',
    epoch,
    space,
    dossier,
  );
  if (known === 0) return false;
  noteEnd(engine, space, dossier, position);
  return true;
}

/** The end is where the first generation without the recipient stands: later ones do not move it. */
export function noteEnd(engine: Engine, space: SpaceId, dossier: DossierId, position: number): void {
  engine.run(
    'update share set ended_at = ? where space = ? and dossier = ? and owner = space and ended = 1 and (ended_at = 0 or ended_at > ?)',
    position,
    space,
    dossier,
    position,
  );
}
