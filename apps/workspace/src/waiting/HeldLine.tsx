import { formatBytes, formatMoment } from '@dayaq/locale';
import type { HeldAct, MemberView, WaitingItem } from '@dayaq/vault/client';
import { useSignal } from '@preact/signals';
import { language, t, translator } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { FieldError } from '../look/FieldFrame.tsx';
import { announce } from '../look/live.tsx';
import { Tag } from '../look/Tag.tsx';
import { nameOfSpace, say, status, useQuery, useVault } from '../vault/session.ts';
import { actWords } from './act-words.ts';
import { copyWords } from './copy-words.ts';
import { GiveHeldDialog } from './GiveHeldDialog.tsx';
import { holdsFile } from './holds-file.ts';

interface Props {
  item: WaitingItem & { held: NonNullable<WaitingItem['held']> };
  members: readonly MemberView[];
  onDone: () => void;
}

/** One thing that was not taken: what it says, why, and what can become of it. */
export function HeldLine({ item, members, onDone }: Props) {
  const vault = useVault();
  /** Words go on within the organisation in which they were written. */
  const space = status.value.spaces.find(({ id }) => id === item.space) ?? null;
  const { data } = useQuery((connection) => connection.heldAct(item.id), [item.id], []);
  const act: HeldAct | null = data?.ok === true ? data.value : null;
  const around = { translator: translator.value, members, country: space?.country ?? '' };
  const words = act === null ? '' : actWords(act.changes, around);
  const hasFile = act !== null && holdsFile(act.changes);
  const open = useSignal<'give' | 'drop' | null>(null);
  const problem = useSignal<string | undefined>(undefined);
  const mayWrite = space !== null && !space.removed && space.me.role !== 'viewer';
  const close = () => (open.value = null);

  const send = async (): Promise<void> => {
    const outcome = await vault.sendHeld(item.id);
    if (outcome.ok) announce(t('shell.waiting.held.sent'));
    else problem.value = say(outcome.failure);
    onDone();
  };

  const drop = async (said: string): Promise<void> => {
    const outcome = await vault.dropHeld(item.id);
    close();
    if (outcome.ok) announce(said);
    else problem.value = say(outcome.failure);
    onDone();
  };

  return (
    <div class="row">
      <div class="stack stack-tight">
        <p class="row-title">{item.title || t('shell.waiting.held.untitled')}</p>
        <p class="row-note">
          <Tag>{t(`shell.waiting.kind.${item.kind}`)}</Tag>
          {nameOfSpace(item.space) !== '' && <span class="strong">{nameOfSpace(item.space)}</span>}
          <span>{formatMoment(language.value, item.at)}</span>
          {item.kind === 'file' && <span>{formatBytes(language.value, item.bytes)}</span>}
        </p>
        <p>{t(`shell.waiting.held.reason.${item.held}`)}</p>
        {words !== '' && <blockquote class="held-words">{words}</blockquote>}
        {hasFile && <p class="muted">{t('shell.waiting.held.fileStays')}</p>}
        <FieldError text={problem.value} />
        <div class="buttons">
          {item.held === 'returned' && (
            <Button kind="plain" small onClick={() => void send()}>
              {t('shell.waiting.held.send')}
            </Button>
          )}
          {act !== null && mayWrite && !hasFile && (
            <Button kind="plain" small onClick={() => (open.value = 'give')}>
              {t('shell.waiting.held.give')}
            </Button>
          )}
          {words !== '' && (
            <Button kind="plain" small onClick={() => void copyWords(words)}>
              {t('shell.waiting.held.copy')}
            </Button>
          )}
          <Button kind="quiet" small onClick={() => (open.value = 'drop')}>
            {t('shell.waiting.held.drop')}
          </Button>
        </div>
      </div>
      {open.value === 'drop' && (
        <Dialog open title={t('shell.waiting.held.dropTitle')} onClose={close}>
          <p>{t('shell.waiting.held.dropText')}</p>
          <div class="buttons">
            <Button kind="danger" onClick={() => void drop(t('shell.waiting.held.dropped'))}>
              {t('shell.waiting.held.dropAct')}
            </Button>
            <Button kind="plain" onClick={close}>
              {t('people.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
      {open.value === 'give' && act !== null && (
        <GiveHeldDialog
          act={act}
          words={words}
          space={item.space}
          members={members}
          onClose={close}
          onGiven={(name) => void drop(t('shell.waiting.held.given', { name }))}
        />
      )}
    </div>
  );
}
