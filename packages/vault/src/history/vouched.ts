import {
  type AccountId,
  fromBase64url,
  type LogPlace,
  type SpaceId,
  toBase64url,
  type View,
} from '@dayaq/sealing';
import type { Engine } from '../database/engine.ts';
import type { Chain } from './chain.ts';

/** Notes what the device of whoever handed a key over had verified: the log must reach that far here too. */
export function noteVouched(
  engine: Engine,
  space: SpaceId,
  giver: AccountId,
  epoch: number,
  view: View,
): void {
  if (view.place === null || view.place.position === 0) return;
  const { log, position, hash } = view.place;
  engine.run(
    'insert or replace into vouched(space, giver, epoch, view) values(?, ?, ?, ?)',
    space,
    giver,
    epoch,
    JSON.stringify({ log, position, hash: toBase64url(hash) }),
  );
}

export interface Vouched {
  giver: AccountId;
  epoch: number;
  place: LogPlace;
}

export function vouchedOf(engine: Engine, space: SpaceId): Vouched[] {
  return engine
    .all<{ giver: AccountId; epoch: number; view: string }>(
      'select giver, epoch, view from vouched where space = ?',
      space,
    )
    .flatMap(({ giver, epoch, view }) => {
      const { log, position, hash } = JSON.parse(view) as {
        log: LogPlace['log'];
        position: number;
        hash: string;
      };
      const bytes = fromBase64url(hash);
      return bytes.ok ? [{ giver, epoch, place: { log, position, hash: bytes.value } }] : [];
    });
}

export function forgetVouched(engine: Engine, space: SpaceId, giver: AccountId): void {
  engine.run('delete from vouched where space = ? and giver = ?', space, giver);
}

/**
 * Whether the log, read to its end, holds what the giver of a key had seen. `short`: it does not reach that far, so that
 * something is kept back; `contradicts`: it is another one.
 */
export function holdsVouched(chain: Chain, { place }: Vouched): 'holds' | 'short' | 'contradicts' {
  const { position } = chain.head;
  const life = chain.lives.find(({ log }) => log === place.log);
  // A life that this log only says to have had does not excuse it from showing what was in it.
  const end = life === undefined || life.until === null ? position : life.until;
  if (place.position > end) return 'short';
  return chain.agrees(place, Number.MAX_SAFE_INTEGER) === 'contradicts' ? 'contradicts' : 'holds';
}
