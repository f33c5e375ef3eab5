import { actOnCost } from '@dayaq/domain';
import type { Id, RecordView } from '@dayaq/vault/client';
import { plainCost } from '@dayaq/acts/cost/cost-records';
import { costChange } from '@dayaq/acts/cost/perform';
import { AddFile } from '../../files/index.ts';
import { Dialog } from '../../look/Dialog.tsx';
import { useOpenCase } from '../detail/open-case.ts';

/** The photo of a receipt, sealed and put to its cost in one entry. */
export function ReceiptDialog({ cost, onClose }: { cost: RecordView; onClose: () => void }) {
  const { dossier, translator, me } = useOpenCase();
  const together = (file: Id) => {
    const outcome = actOnCost(plainCost(cost), { act: 'receipt', by: me, at: Date.now(), file });
    return outcome.ok ? [costChange(cost.id, outcome.changes)] : [];
  };
  return (
    <Dialog open title={translator.t('costs.act.receipt')} onClose={onClose}>
      <AddFile dossier={dossier.id} role="receipt" along={together} onAdded={onClose} />
    </Dialog>
  );
}
