import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { announce } from '../look/live.tsx';
import { currentSpaceId, nameOfSpace, status, useQuery, workIn } from '../vault/session.ts';

/** What stands for a dossier in an address: 16 bytes in base64url. */
const ID = /^\/[a-z]+\/([\w-]{22})(?:\/|$)/;

/**
 * The pages of the space that is worked in, anew for each: nothing that was shown or asked in one stays in sight in another.
 * The address of a dossier opens in the space to which it belongs, wherever one comes from, and that is said.
 */
export function InItsSpace({ children }: { children: ComponentChildren }) {
  const { path } = useLocation();
  const here = currentSpaceId();
  const id = status.value.spaces.length > 1 ? (ID.exec(path)?.[1] ?? null) : null;
  const { data } = useQuery(
    async (vault) => (id === null ? null : { id, space: await vault.spaceOf(id) }),
    [id],
    [],
  );
  const home = data?.id === id ? data?.space : null;
  useEffect(() => {
    if (home == null || home === here) return;
    workIn(home);
    announce(t('spaces.menu.now', { organisation: nameOfSpace(home) }));
    // Whoever chooses another space while this address is shown has left it: only a new one brings them here again.
  }, [id, home]);
  return <Fragment key={here ?? ''}>{children}</Fragment>;
}
