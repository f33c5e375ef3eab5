import { type Agreement, agreementsIn, type Volunteer, volunteersIn } from '@dayaq/acts/volunteer/volunteer';
import type { Id, InviteView, MemberView, RecordView } from '@dayaq/vault/client';
import type { Room } from '../../cases/room.ts';
import { status, useQuery } from '../../vault/session.ts';

/** Kinds of the roster by which this page changes. */
const KINDS = ['volunteer', 'agreement', 'agreed', 'profile', 'organisation'];

export interface Helping {
  /** The roster's dossier. */
  dossier: Id;
  records: readonly RecordView[];
  volunteers: readonly Volunteer[];
  /** The newest first. */
  agreements: readonly Agreement[];
  members: readonly MemberView[];
  invitations: readonly InviteView[];
}

/** What is shown of one volunteer, and to whom. */
export interface OfOne {
  room: Room;
  helping: Helping;
  volunteer: Volunteer;
  isKeyholder: boolean;
}

/** Everything about volunteers that stands in the roster, and who is a member; undefined while it is asked. */
export function useVolunteers(space: Id | null): Helping | undefined {
  return useQuery(
    async (vault): Promise<Helping | undefined> => {
      if (space === null) return undefined;
      const roster = await vault.roster();
      if (!roster.ok) return undefined;
      const [members, invitations] = await Promise.all([vault.members(), vault.invitations()]);
      const { id: dossier, records } = roster.value;
      const volunteers = volunteersIn(records, invitations);
      return { dossier, records, volunteers, agreements: agreementsIn(records), members, invitations };
    },
    // Who belongs is no record: the status is told anew after each change of it.
    [space, status.value],
    KINDS,
  ).data;
}
