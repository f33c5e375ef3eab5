import { letterBarred } from '@dayaq/acts/letter/letter';
import { valuesOf } from '@dayaq/acts/record-values';
import type { Id, RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { memberName, type Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Choice, ChoiceGroup } from '../look/Choice.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { announce } from '../look/live.tsx';
import { Notice } from '../look/Notice.tsx';
import { say } from '../vault/session.ts';

interface Props {
  room: Room;
  letter: RecordView;
  /** Accounts that can open it. */
  readers: readonly Id[];
  onClose: () => void;
}

/** Keeps a letter from a colleague whom it concerns, after it came. */
export function LetterBar({ room, letter, readers, onClose }: Props) {
  const { vault, me } = room;
  const [out, setOut] = useState<ReadonlySet<Id>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const others = readers.filter((account) => account !== me);
  const left = readers.filter((account) => account === me || !out.has(account));

  async function close(): Promise<string | null> {
    // First closed: what is said of them after that, they do not read.
    const closed = await vault.restrict({ dossier: letter.id, to: left });
    if (!closed.ok) return say(closed.failure);
    const changes = letterBarred(letter.id, valuesOf(letter), [...out]);
    const said = await vault.save({ dossier: letter.id, changes });
    return said.ok ? null : t('letters.bar.half');
  }
  async function save(): Promise<void> {
    setBusy(true);
    const wrong = await close().catch(() => t('letters.bar.half'));
    setBusy(false);
    setProblem(wrong);
    if (wrong !== null) return;
    announce(t('letters.bar.done'));
    onClose();
  }

  return (
    <Dialog
      open
      title={t('letters.bar.title')}
      onClose={onClose}
      actions={
        <Button busy={busy} disabled={out.size === 0} onClick={() => void save()}>
          {t('letters.bar.save')}
        </Button>
      }
    >
      <p>{t('letters.bar.hint')}</p>
      {others.length === 0 && <p>{t('letters.bar.nobody')}</p>}
      {others.length > 0 && (
        <ChoiceGroup legend={t('letters.bar.who')}>
          {others.map((account) => (
            <Choice
              key={account}
              type="checkbox"
              label={memberName(room, account)}
              checked={out.has(account)}
              onChange={(on) => {
                const next = new Set(out);
                if (on) next.add(account);
                else next.delete(account);
                setOut(next);
              }}
            />
          ))}
        </ChoiceGroup>
      )}
      {out.size > 0 && left.length === 1 && (
        <Notice tone="w" role="status">
          <p>{t('letters.bar.alone')}</p>
        </Notice>
      )}
      <p class="muted small">{t('letters.bar.newLetters')}</p>
      {problem !== null && (
        <Notice tone="w" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
    </Dialog>
  );
}
