import { kindOf } from '@dayaq/domain';
import type { Failure, Id, ListedRecord, Value } from '@dayaq/vault/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { changesBetween, RecordForm, type Surroundings } from '../../../fields/index.ts';
import { t } from '../../../locale/index.ts';
import { Dialog } from '../../../look/Dialog.tsx';
import { announce } from '../../../look/live.tsx';
import { say } from '../../../vault/session.ts';
import { lacking } from '../../detail/edit-state.ts';
import type { Room } from '../../room.ts';

interface Props {
  room: Room;
  around: Surroundings;
  /** Null: a new one, which is kept in the register. */
  address: ListedRecord | null;
  /** The dossier of the register. */
  register: Id;
  onClose: () => void;
}

const FIELDS = [
  'area',
  'address',
  'holder',
  'holderContact',
  'willing',
  'limits',
  'places',
  'cost',
  'until',
  'usedBy',
  'checked',
  'note',
] as const;

/** Writes an address of the register, or of the case that it was written in. */
export function AddressDialog({ room, around, address, register, onClose }: Props) {
  const [before] = useState<Record<string, Value>>(() => address?.fields ?? {});
  const [values, setValues] = useState<Record<string, Value>>(before);
  const [id, setId] = useState<Id | null>(address?.record ?? null);
  const [showProblems, setShowProblems] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asksToLeave, setAsksToLeave] = useState(false);
  const unreadable = useRef<readonly string[]>([]);
  useEffect(() => {
    if (id === null) void room.vault.newId().then(setId);
  }, []);
  const kind = kindOf('address');
  const ops = kind === undefined ? {} : changesBetween(kind, before, values);
  const isWritten = Object.keys(ops).length > 0;

  async function submit(): Promise<void> {
    if (id === null) return;
    const isWrong = lacking('address', values, FIELDS).length > 0 || unreadable.current.length > 0;
    setShowProblems(isWrong);
    if (isWrong) return;
    if (!isWritten) {
      onClose();
      return;
    }
    const stamp = 'checked' in ops ? { checkedBy: { set: room.me } } : {};
    const outcome = await room.vault.save({
      dossier: address?.dossier ?? register,
      changes: [{ kind: 'address', record: id, fields: { ...ops, ...stamp } }],
    });
    setFailure(outcome.ok ? null : outcome.failure);
    if (!outcome.ok) return;
    announce(t('papers.addresses.saved'));
    onClose();
  }

  const leave = () => (isWritten && !asksToLeave ? setAsksToLeave(true) : onClose());
  return (
    <Dialog
      open
      title={address === null ? t('papers.addresses.add') : t('papers.addresses.edit')}
      onClose={leave}
    >
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <RecordForm
          {...around}
          kind="address"
          record={id ?? ''}
          values={values}
          only={FIELDS}
          onChange={(next) => {
            setValues(next);
            setAsksToLeave(false);
          }}
          showProblems={showProblems}
          onUnreadable={(fields) => {
            unreadable.current = fields;
          }}
        />
        {asksToLeave && (
          <p class="notice notice-w" role="alert">
            {t('cases.edit.notSaved')}
          </p>
        )}
        {failure !== null && (
          <p class="error-text" role="alert">
            {say(failure)}
          </p>
        )}
        <div class="buttons dialog-foot">
          <button type="submit" class="button">
            {t('papers.save')}
          </button>
          <button type="button" class="button button-plain" onClick={leave}>
            {asksToLeave ? t('cases.edit.throwAway') : t('papers.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
