import type { AccountId, InviteId, SpaceId } from '@dayaq/sealing';
import type { Circle } from '../client.ts';
import { failed, success } from '../failure.ts';
import type { Gates } from '../gates.ts';
import type { Inside, Session } from '../session.ts';

type Act = Parameters<Inside['appendAct']>[2];

export function circle(session: Session, gates: Gates): Circle {
  return {
    chooseSpace: (space) => session.choose(space as SpaceId),
    findSpaces: async () => {
      const { unlocked, loop } = session;
      if (unlocked === null || loop === null) return failed('locked');
      const before = new Set(unlocked.rings.keys());
      await session.inside.lookForSpaces(unlocked);
      const failure = await loop.adopt();
      if (!unlocked.alive) return failed('locked');
      if (failure !== null) return { ok: false, failure };
      return success([...unlocked.rings.keys()].filter((space) => !before.has(space)));
    },
    members: (at) => gates.inSpace(at, [], (inside, unlocked, ring) => inside.memberViews(unlocked, ring)),
    invitations: (at) =>
      gates.inSpace(at, [], (inside, { around }, ring) => inside.inviteViews(ring, around.now())),
    invite: (request, at) =>
      gates.acting(at, (inside, unlocked, ring) => inside.invite(unlocked, ring, request)),
    revokeInvitation: (invitation, at) =>
      gates.acting(at, (inside, unlocked, ring) =>
        inside.revokeInvitation(unlocked, ring, invitation as InviteId),
      ),
    setRole: (request, at) =>
      gates.acting(at, (inside, unlocked, ring) =>
        inside.appendAct(unlocked, ring, { type: 'role', ...request } as Act),
      ),
    openTo: (account, at) =>
      gates.inSpace(
        at,
        { everybodys: [], named: [], namedInAll: 0, closedToThem: 0 },
        (inside, unlocked, ring) => inside.openTo(unlocked, ring, account as AccountId),
      ),
    removalEffects: (account, at) =>
      gates.asking(at, (inside, unlocked, ring) =>
        inside.removalEffects(unlocked, ring, account as AccountId),
      ),
    removeMember: (account, at) =>
      gates.acting(at, async (inside, unlocked, ring) => {
        const removed = await inside.appendAct(unlocked, ring, { type: 'remove', account } as Act);
        if (removed.ok) await session.loop?.now();
        return removed;
      }),
    disputes: (at) =>
      gates.inSpace(at, [], (inside, unlocked, ring) => inside.disputesOf(unlocked, ring.space)),
    circleNumber: (at) => gates.inSpace(at, null, (inside, _, ring) => inside.circleNumber(ring)),
    noteCompared: ({ account, groups }, at) =>
      gates.acting(at, (inside, unlocked, ring) =>
        inside.noteCompared(unlocked, ring, account as AccountId, groups),
      ),
    comparisons: (at) =>
      gates.inSpace(at, [], (inside, unlocked, ring) => inside.comparisons(unlocked, ring)),
    signKeys: (at) => gates.inSpace(at, [], (inside, _, ring) => inside.signKeyViews(ring)),
    signBundle: (manifest) => gates.whenOpen((inside, unlocked) => inside.signManifest(unlocked, manifest)),
    introduce: (at) => gates.acting(at, (inside, unlocked, ring) => inside.introduce(unlocked, ring)),
    acceptIntroduction: (link, at) =>
      gates.acting(at, (inside, unlocked, ring) => inside.acceptIntroduction(unlocked, ring, link)),
    peers: (at) => gates.inSpace(at, [], (inside, unlocked, ring) => inside.peerViews(unlocked, ring)),
    overstepped: (at) =>
      gates.inSpace(at, { total: 0, listed: [] }, (inside, { engine }, ring) =>
        inside.listOversteps(engine, ring),
      ),
  };
}
