import type { Translator } from '@dayaq/locale';
import type { Id, MemberView, Role, VaultConnection } from '@dayaq/vault/client';

/** What every part of the case pages needs to know of where it stands. */
export interface Room {
  vault: VaultConnection;
  translator: Translator;
  members: readonly MemberView[];
  /** Country pack of the space. */
  country: string;
  me: Id;
  role: Role;
  /** The reader's day, YYYY-MM-DD. */
  today: string;
}

/** A member's name; somebody whom the roster no longer knows is still somebody. */
export function memberName(room: Pick<Room, 'members' | 'translator'>, account: Id): string {
  return (
    room.members.find((member) => member.account === account)?.name || room.translator.t('cases.formerMember')
  );
}
