import type { Change, DangerRow, Failure, Outcome, TaskRow } from '@dayaq/vault/client';
import { type Signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { actOnDanger, actOnTask, type TaskAct } from '@dayaq/acts/task';
import { t, translator } from '../locale/index.ts';
import { announce } from '../look/live.tsx';
import type { People } from '../spaces/people.ts';
import { account, useVault } from '../vault/session.ts';
import { GiveDialog } from './GiveDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { deedOf, type Reader } from './task-words.ts';

/** What was just done, and what takes it back. */
interface Done {
  said: string;
  undo: () => void;
}

/** What can be done with the rows of the page, and the question that it asks first. */
export interface Acting {
  act(row: TaskRow, act: TaskAct): void;
  take(row: DangerRow): void;
  /** Asks to whom. */
  give(row: TaskRow): void;
  giveDanger(row: DangerRow): void;
  /** Asks until when. */
  move(row: TaskRow): void;
  failure: Signal<Failure | null>;
  dialog: Signal<JSX.Element | null>;
  done: Signal<Done | null>;
}

/** @param today YYYY-MM-DD, where the reader is */
export function useActing(people: People, today: string, readerIn: (space: string) => Reader): Acting {
  const vault = useVault();
  const failure = useSignal<Failure | null>(null);
  const dialog = useSignal<JSX.Element | null>(null);
  const done = useSignal<Done | null>(null);
  const actor = { vault, translator: translator.value, me: account.value ?? '' };

  /** Says what was done, with the way back beside it. */
  const doing = async (
    row: Pick<TaskRow, 'dossier' | 'space'>,
    acting: Promise<Outcome<Change[]>>,
    said: string,
  ): Promise<void> => {
    dialog.value = null;
    const outcome = await acting;
    failure.value = outcome.ok ? null : outcome.failure;
    if (!outcome.ok) return;
    const undo = async (): Promise<void> => {
      done.value = null;
      const saved = await vault.save({ dossier: row.dossier, changes: outcome.value }, row.space);
      failure.value = saved.ok ? null : saved.failure;
      if (saved.ok) announce(t('today.said.undone'));
    };
    done.value = { said, undo: () => void undo() };
  };
  const act = (row: TaskRow, what: TaskAct): void => {
    const said = `${t(`today.said.${what.act}`)} ${deedOf(row, readerIn(row.space)).words}`;
    void doing(row, actOnTask(actor, row, what), said);
  };
  const onDanger = (row: DangerRow, what: TaskAct): void => {
    const said = `${t(`today.said.${what.act}`)} ${row.case.alias || row.case.reference}`;
    void doing(row, actOnDanger(actor, row, what), said);
  };
  const close = (): void => {
    dialog.value = null;
  };
  /** The row that it is about: the deed, and in whose case. */
  const whatOf = (row: TaskRow): string =>
    [deedOf(row, readerIn(row.space)).words, row.case.alias || row.case.reference]
      .filter(Boolean)
      .join(' · ');
  return {
    act,
    take: (row) => onDanger(row, { act: 'take' }),
    give(row) {
      dialog.value = (
        <GiveDialog
          place={row}
          what={whatOf(row)}
          owner={row.owner}
          members={people.membersOf(row.space)}
          onGive={(to) => act(row, { act: 'assign', to })}
          onClose={close}
        />
      );
    },
    giveDanger(row) {
      const { escalation } = row;
      dialog.value = (
        <GiveDialog
          place={row}
          what={row.case.alias || row.case.reference}
          owner={escalation.state === 'taken' ? escalation.by : ''}
          members={people.membersOf(row.space)}
          onGive={(to) => onDanger(row, { act: 'assign', to })}
          onClose={close}
        />
      );
    },
    move(row) {
      dialog.value = (
        <MoveDialog
          row={row}
          what={whatOf(row)}
          today={today}
          onMove={(due) => act(row, { act: 'move', due })}
          onClose={close}
        />
      );
    },
    failure,
    dialog,
    done,
  };
}
