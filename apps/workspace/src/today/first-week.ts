import type { Id, Role, Vault } from '@dayaq/vault/client';
import { KIT_KEPT } from '../account/kit-kept.ts';
import { pushState } from '../reminders/push-device.ts';

/** Services that let "who can help?" have an answer. */
export const SERVICES = 5;

/** What only a press can tell; kept on this device. */
export const LEAVE_TRIED = 'first-week.leave';
export const PUT_AWAY = 'first-week.away';

export type Step = 'kit' | 'keyholder' | 'colleague' | 'services' | 'reminders' | 'leave';
export interface FirstStep {
  step: Step;
  done: boolean;
}

/** What one begins with, and what of it is really so. Only what this person may do is there. */
export async function firstSteps(
  vault: Pick<Vault, 'preference' | 'members' | 'invitations' | 'dossiers'>,
  space: Id,
  me: { role: Role; keyholder: boolean },
): Promise<FirstStep[]> {
  const [kit, tried, members, invitations, providers, push] = await Promise.all([
    vault.preference(KIT_KEPT),
    vault.preference(LEAVE_TRIED),
    vault.members(space),
    me.keyholder ? vault.invitations(space) : [],
    vault.dossiers(howMany('provider', space)),
    pushState().catch(() => 'unsupported' as const),
  ]);
  const here = members.filter(({ removed }) => !removed);
  const steps: (FirstStep | null)[] = [
    { step: 'kit', done: kit === true },
    me.keyholder ? { step: 'keyholder', done: here.filter(({ keyholder }) => keyholder).length > 1 } : null,
    me.keyholder
      ? { step: 'colleague', done: here.length > 1 || invitations.some(({ state }) => state === 'open') }
      : null,
    me.role === 'viewer' ? null : { step: 'services', done: providers.total >= SERVICES },
    push === 'unsupported' || push === 'blocked' ? null : { step: 'reminders', done: push === 'on' },
    { step: 'leave', done: tried === true },
  ];
  return steps.filter((step) => step !== null);
}

function howMany(kind: string, space: Id): Parameters<Vault['dossiers']>[0] {
  const all = { text: '', filters: {}, sort: 'updated', descending: true } as const;
  return { kinds: [kind], space, ...all, offset: 0, limit: 1 };
}
