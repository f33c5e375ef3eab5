import type { SpaceSummary } from '@dayaq/vault/client';
import { t } from '../locale/index.ts';
import { inThese, nameOfSpace, status, useQuery, useVault } from '../vault/session.ts';
import { Button } from '../look/Button.tsx';

/** Once, after the server was put back from a backup: nothing is wrong, and nobody has to do anything. */
export function Restored() {
  return (
    <>
      {status.value.spaces.map(
        ({ id, restored }) => restored !== null && <Said key={id} space={id} restored={restored} />,
      )}
    </>
  );
}

function Said({ space, restored }: { space: SpaceSummary['id']; restored: number }) {
  const vault = useVault();
  const name = `restored-said/${space}`;
  const { data: said, again } = useQuery((asked) => asked.preference(name), [name], []);
  if (said === undefined || Number(said ?? 0) >= restored) return null;
  return (
    <div class="state-line">
      <p>
        <span class="dot dot-o" aria-hidden="true" />
        <span>{inThese(t('shell.state.restored'), [nameOfSpace(space)].filter(Boolean))}</span>
      </p>
      <Button kind="link" onClick={() => void vault.setPreference(name, restored).then(again)}>
        {t('shell.state.understood')}
      </Button>
    </div>
  );
}
