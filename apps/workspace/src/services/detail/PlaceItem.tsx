import { textIn, valuesOf } from '@dayaq/acts/record-values';
import type { RecordView } from '@dayaq/vault/client';
import { says } from '../../cases/detail/open-case.ts';
import { fieldLabel, recordTitle, valueText } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Icon } from '../../look/Icon.tsx';
import { EditButton } from './EditButton.tsx';
import { Facts } from './Ours.tsx';
import { useOpenProvider } from './open-provider.ts';

/**
 * A place: its district and the front gate, where a stranger may ask. The address is behind a press, on the screen
 * only: nobody reads it over a shoulder, and no paper carries it.
 */
export function PlaceItem({ place }: { place: RecordView }) {
  const { around, translator } = useOpenProvider();
  const values = valuesOf(place);
  const area = valueText({ ...around, kind: 'location', field: 'area', value: values.area, values });
  const name = textIn(place, 'name');
  const gate = textIn(place, 'frontGate');
  const isHidden = values.hidden === true;
  return (
    <li class="stack stack-tight">
      <div class="service-line">
        <p class="strong">{[name, area].filter((words) => words !== '').join(', ')}</p>
        <EditButton record={place} what={recordTitle(place, around)} />
      </div>
      {gate !== '' && (
        <p>
          <span class="muted">{fieldLabel(translator, 'location', 'frontGate')}:</span> {gate}
        </p>
      )}
      <Facts record={place} fields={['transport', 'access']} />
      {(isHidden || says(place, 'address', 'confidentialNote')) && (
        <div class="service-ours stack stack-tight no-print">
          <p class="kicker cluster">
            <Icon name="lock" size={16} />
            {t('services.ours')}
          </p>
          {isHidden && <p>{t('services.hidden')}</p>}
          {says(place, 'confidentialNote') && <Facts record={place} fields={['confidentialNote']} />}
          {says(place, 'address') && (
            <details>
              <summary>{t('services.showAddress')}</summary>
              <p class="value-long">{textIn(place, 'address')}</p>
            </details>
          )}
        </div>
      )}
    </li>
  );
}
