import { joinInstitution, type Joining } from '@dayaq/acts/matter/join-institution';
import type { Failure, ListedRecord } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { t } from '../../locale/index.ts';
import { Notice } from '../../look/Notice.tsx';
import { announce } from '../../look/live.tsx';
import { Toast } from '../../look/Toast.tsx';
import { say } from '../../vault/session.ts';
import type { Room } from '../room.ts';
import type { Candidate, Known } from './candidates.ts';
import type { Institution } from './institutions.ts';
import { JoinDialog } from './JoinDialog.tsx';

/** The vault keeps no more dossiers in one go. */
const AT_ONCE = 250;

/** Joins what goes by a name alone to one institution, by one press, and takes it back by one. */
export function useJoining(
  { vault, role }: Pick<Room, 'vault' | 'role'>,
  institutions: readonly Institution[],
  providers: readonly ListedRecord[],
  known: readonly Known[],
) {
  const [asked, setAsked] = useState<Institution | null>(null);
  const [undo, setUndo] = useState<{ name: string; back: Joining['back'] } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function keep(acts: Joining['there']): Promise<boolean> {
    for (let at = 0; at < acts.length; at += AT_ONCE) {
      const outcome = await vault.saveTogether(acts.slice(at, at + AT_ONCE));
      setFailure(outcome.ok ? null : outcome.failure);
      if (!outcome.ok) return false;
    }
    return true;
  }

  async function join(institution: Institution, to: Candidate | null): Promise<void> {
    setAsked(null);
    const id = to?.id ?? (await vault.newId());
    const fields = providers.find(({ record }) => record === id)?.fields ?? null;
    const records = [...institution.contacts, ...institution.matters, ...(to?.records ?? [])];
    const name = to?.name ?? institution.name;
    const { there, back } = joinInstitution(records, { id, fields, name });
    if (!(await keep(there))) return;
    setUndo({ name, back });
  }

  async function takeBack({ name, back }: { name: string; back: Joining['back'] }): Promise<void> {
    setUndo(null);
    if (await keep(back)) announce(t('matters.join.undone', { name }));
  }

  return {
    /** Undefined where this person writes nothing. */
    ask: role === 'viewer' ? undefined : setAsked,
    parts: (
      <>
        {failure !== null && (
          <Notice tone="w" role="alert">
            <p>{say(failure)}</p>
          </Notice>
        )}
        {asked !== null && (
          <JoinDialog
            institution={asked}
            known={known}
            others={institutions}
            onChoose={(candidate) => void join(asked, candidate)}
            onClose={() => setAsked(null)}
          />
        )}
        {undo !== null && (
          <Toast
            key={undo.name}
            text={t('matters.join.done', { name: undo.name })}
            onUndo={() => void takeBack(undo)}
            onClose={() => setUndo(null)}
          />
        )}
      </>
    ),
  };
}
