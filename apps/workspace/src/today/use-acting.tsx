import type { DangerRow, Failure, Outcome, TaskRow } from '@dayaq/vault/client';
import { type Signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { actOnTask, takeDanger, type TaskAct } from '../cases/work/act-on-task.ts';
import { t, translator } from '../locale/index.ts';
import { announce } from '../look/live.tsx';
import type { People } from '../spaces/people.ts';
import { account, useVault } from '../vault/session.ts';
import { GiveDialog } from './GiveDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';

/** What can be done with the rows of the page, and the question that it asks first. */
export interface Acting {
  act(row: TaskRow, act: TaskAct): void;
  take(row: DangerRow): void;
  /** Asks to whom. */
  give(row: TaskRow): void;
  /** Asks until when. */
  move(row: TaskRow): void;
  failure: Signal<Failure | null>;
  dialog: Signal<JSX.Element | null>;
}

/** @param today YYYY-MM-DD, where the reader is */
export function useActing(people: People, today: string): Acting {
  const vault = useVault();
  const failure = useSignal<Failure | null>(null);
  const dialog = useSignal<JSX.Element | null>(null);
  const actor = { vault, translator: translator.value, me: account.value ?? '' };

  const follow = async (doing: Promise<Outcome<null>>, said: string): Promise<void> => {
    const outcome = await doing;
    failure.value = outcome.ok ? null : outcome.failure;
    if (outcome.ok) announce(said);
  };
  const act = (row: TaskRow, what: TaskAct): void => {
    dialog.value = null;
    void follow(actOnTask(actor, row, what), t(`today.said.${what.act}`));
  };
  const close = (): void => {
    dialog.value = null;
  };
  return {
    act,
    take: (row) => void follow(takeDanger(actor, row), t('today.said.take')),
    give(row) {
      dialog.value = (
        <GiveDialog
          row={row}
          members={people.membersOf(row.space)}
          onGive={(to) => act(row, { act: 'assign', to })}
          onClose={close}
        />
      );
    },
    move(row) {
      dialog.value = (
        <MoveDialog
          row={row}
          today={today}
          onMove={(due) => act(row, { act: 'move', due })}
          onClose={close}
        />
      );
    },
    failure,
    dialog,
  };
}
