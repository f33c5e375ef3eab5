import type { Id, MemberView } from '@dayaq/vault/client';
import { t } from '../locale/index.ts';
import { status, useQuery } from '../vault/session.ts';

/** Who belongs to some spaces. One account may be called otherwise in each: names are never taken from another one. */
export interface People {
  membersOf: (space: Id) => readonly MemberView[];
  nameOf: (space: Id, account: Id) => string;
  /** This account may write there. */
  mayWriteIn: (space: Id) => boolean;
}

export function usePeople(spaces: readonly Id[]): People {
  const { data } = useQuery(
    async (vault) =>
      new Map(await Promise.all(spaces.map(async (id) => [id, await vault.members(id)] as const))),
    [spaces.join()],
    ['profile'],
  );
  const membersOf = (space: Id): readonly MemberView[] => data?.get(space) ?? [];
  return {
    membersOf,
    nameOf: (space, account) =>
      membersOf(space).find((member) => member.account === account)?.name || t('people.unnamed'),
    mayWriteIn(space) {
      const found = status.value.spaces.find(({ id }) => id === space);
      return found !== undefined && !found.removed && found.me.role !== 'viewer';
    },
  };
}
