import { letterJoined } from '@dayaq/acts/letter/joined';
import type { Id, LinkEnd } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { LinkInput } from '../fields/inputs/link-input.tsx';
import { useLinkNames } from '../links/link-names.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { Notice } from '../look/Notice.tsx';
import { say } from '../vault/session.ts';

interface Props {
  room: Room;
  letter: Id;
  /** Those that name it already. */
  cases: readonly LinkEnd[];
  onClose: () => void;
}

/** Puts a letter beside others into a case that is here, or takes it out again. */
export function LetterJoin({ room, letter, cases, onClose }: Props) {
  const before = cases.map(({ dossier }) => dossier);
  const [chosen, setChosen] = useState<readonly Id[]>(before);
  const [problem, setProblem] = useState<string | null>(null);
  const names = useLinkNames(before, room);
  const find = names.finder(['case']);
  const save = async (): Promise<void> => {
    const moved = [...new Set([...before, ...chosen])].filter(
      (id) => before.includes(id) !== chosen.includes(id),
    );
    for (const id of moved) {
      const kept = await room.vault.save({
        dossier: id,
        changes: letterJoined(id, letter, chosen.includes(id)),
      });
      if (!kept.ok) return setProblem(say(kept.failure));
    }
    onClose();
  };
  return (
    <Dialog
      open
      title={t('letters.join.join')}
      onClose={onClose}
      actions={<Button onClick={() => void save()}>{t('letters.join.save')}</Button>}
    >
      {problem !== null && (
        <Notice tone="w" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      {find !== undefined && (
        <LinkInput
          id="letter-join"
          label={t('letters.join.title')}
          translator={room.translator}
          nameOf={names.nameOf}
          find={find}
          value={chosen}
          onChange={setChosen}
        />
      )}
    </Dialog>
  );
}
