import { type DoorNotice, readNotice, writeNotice } from '@dayaq/domain';
import { type AccountId, type Door, letterPass, letterPassHash, toBase64url } from '@dayaq/sealing';
import { appendAct } from '../circle.ts';
import type { DoorStanding, DoorView, Outcome } from '../client.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/** Letters of a space's id that its public page is found by; the page itself has the whole. */
export const DOOR_MARK = 16;

const viewOf = ({ seq, by, notice, readers }: Door): DoorView => ({
  seq,
  by,
  notice: readNotice(notice),
  readers: readers.map((reader) => ({ ...reader })),
});

export function doorStanding(unlocked: Unlocked, { state, space }: Ring): DoorStanding {
  const { door, proposedDoor } = state;
  return {
    open: door === null ? null : { ...viewOf(door), openedBy: door.openedBy },
    proposed: proposedDoor === null ? null : viewOf(proposedDoor),
    address: `${unlocked.server.transport.origin}/page/${space.slice(0, DOOR_MARK)}/#${space}`,
  };
}

/** What its replies give to whoever reads them, as the notice says it; nothing where this device lacks the key. */
async function passNoticed(ring: Ring): Promise<Pick<DoorNotice, 'pass'>> {
  const { number } = ring.state.epoch;
  const key = ring.epochKey(number);
  if (key === null) return {};
  return { pass: { epoch: number, hash: toBase64url(await letterPassHash(await letterPass(key))) } };
}

/** What a reply gives, where the open door's notice says that it does and this device has the key. */
export async function passGiven(ring: Ring): Promise<{ readonly pass?: Uint8Array }> {
  const { door } = ring.state;
  const noticed = door === null ? undefined : readNotice(door.notice)?.pass;
  const key = noticed === undefined ? null : ring.epochKey(noticed.epoch);
  if (noticed === undefined || key === null) return {};
  const pass = await letterPass(key);
  return toBase64url(await letterPassHash(pass)) === noticed.hash ? { pass } : {};
}

export async function proposeDoor(
  unlocked: Unlocked,
  ring: Ring,
  { notice, readers }: Pick<DoorView, 'readers'> & { notice: DoorNotice },
): Promise<Outcome<null>> {
  const { pass: _, ...words } = notice;
  return appendAct(unlocked, ring, {
    type: 'door',
    notice: writeNotice({ ...words, ...(notice.worksInFlood === true ? await passNoticed(ring) : {}) }),
    readers: readers.map(({ account, name }) => ({ account: account as AccountId, name })),
  });
}

export function openDoor(unlocked: Unlocked, ring: Ring, seq: number): Promise<Outcome<null>> {
  return appendAct(unlocked, ring, { type: 'door-open', door: seq });
}

export function closeDoor(unlocked: Unlocked, ring: Ring): Promise<Outcome<null>> {
  return appendAct(unlocked, ring, { type: 'door-close' });
}
