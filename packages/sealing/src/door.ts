import { foldExcerpt } from './charter.ts';
import { readCharterEntry } from './charter-encoding.ts';
import type { CharterEntry, CharterState } from './charter-types.ts';
import type { AccountId, InviteId, SpaceId } from './ids.ts';
import { fail, ok, type Result, unwrap } from './result.ts';

/** What a visitor is given to check a public door: nothing but what was signed by those whom it names. */
export interface PublicDoor {
  readonly space: SpaceId;
  readonly epoch: number;
  /** X-Wing, 1216 bytes. */
  readonly dropKey: Uint8Array;
  /** As `door-notice.ts` writes it. */
  readonly notice: Uint8Array;
  readonly readers: readonly {
    readonly account: AccountId;
    readonly name: string;
    /** X-Wing, 1216 bytes. */
    readonly encKey: Uint8Array;
  }[];
}

/**
 * Of a whole charter the acts that an open door rests on: its two signatures, the keys of its readers, the newest epoch, and how
 * each of those who signed them came in. Whoever else is a member is not named, but for the count in a rotation.
 * Null where no door is open.
 */
export function doorExcerpt(state: CharterState, acts: readonly Uint8Array[]): Uint8Array[] | null {
  const { door, epochs, epoch } = state;
  if (door === null) return null;
  const entries = acts.map((bytes) => unwrap(readCharterEntry(bytes)));
  const wanted = new Set([0, door.seq, door.openedSeq, epochs.get(epoch.number)?.seq ?? 0]);
  const proposal = entries[door.seq]?.act;
  const accounts = new Set<AccountId>(
    proposal?.type === 'door' ? proposal.readers.map(({ account }) => account) : [],
  );
  const invitations = new Map<InviteId, number>();
  for (const { act, seq } of entries) if (act.type === 'invite') invitations.set(act.invite, seq);
  const want = (seq: number): void => {
    const entry = entries[seq];
    if (entry === undefined) return;
    wanted.add(seq);
    accounts.add(entry.author);
    if (entry.act.type === 'join') want(invitations.get(entry.act.invite) ?? 0);
  };
  for (const seq of [...wanted]) want(seq);
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size;
    for (const entry of entries) if (!wanted.has(entry.seq) && concerns(entry, accounts)) want(entry.seq);
  }
  return [...wanted].sort((a, b) => a - b).map((seq) => acts[seq] as Uint8Array);
}

/** Whether an act lets one of these in, says what they may, or ends it. */
function concerns({ act }: CharterEntry, accounts: ReadonlySet<AccountId>): boolean {
  if (act.type === 'join') return accounts.has(act.member.account);
  return (act.type === 'role' || act.type === 'remove') && accounts.has(act.account);
}

/**
 * Checks what a server says of a door against the space that it is said to be of. A key that nobody of the space signed is
 * refused; that the server left out a later act cannot be seen. Errors as `foldCharter`; `not-allowed` where no door is open.
 */
export async function readDoor(space: SpaceId, excerpt: readonly Uint8Array[]): Promise<Result<PublicDoor>> {
  const folded = await foldExcerpt(excerpt);
  if (!folded.ok) return folded;
  const { door, epoch, members } = folded.value;
  if (folded.value.space !== space) return fail('bad-chain', 'the charter of another space');
  if (door === null) return fail('not-allowed', 'no door is open');
  return ok({
    space,
    epoch: epoch.number,
    dropKey: epoch.dropKey,
    notice: door.notice,
    readers: door.readers.flatMap(({ account, name }) => {
      const member = members.get(account);
      return member === undefined ? [] : [{ account, name, encKey: member.encKey }];
    }),
  });
}
