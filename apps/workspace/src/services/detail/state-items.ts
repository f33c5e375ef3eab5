import { textIn } from '@dayaq/acts/record-values';
import type { RecordView } from '@dayaq/vault/client';
import { codeLabel, recordTitle } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { type OpenProvider, setFields } from './open-provider.ts';

const STATES = ['active', 'paused', 'ended'] as const;

/** The states that a provider or a service may go into from where it is, as items of its menu. Each can be undone. */
export function stateItems(open: OpenProvider, record: RecordView): { text: string; onChoose: () => void }[] {
  const now = textIn(record, 'state') || 'active';
  return STATES.filter((state) => state !== now).map((state) => {
    const words = codeLabel(open.translator, 'provider-states', state);
    return {
      text: t('services.becomes', { state: words }),
      onChoose() {
        const { there, back } = setFields(record, { state });
        const said = t('services.became', { what: recordTitle(record, open.around), state: words });
        void open.save([there], said, [back]);
      },
    };
  });
}
