import { textIn } from '@dayaq/acts/record-values';
import { Button } from '../../look/Button.tsx';
import type { ServiceEntry } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import { Menu } from '../../look/Menu.tsx';
import { says } from '../../cases/detail/open-case.ts';
import { memberName } from '../../cases/room.ts';
import { codeLabel, kindLabel, textsOf } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { readDate } from '../../fields/read-value.ts';
import { t } from '../../locale/index.ts';
import { Icon } from '../../look/Icon.tsx';
import { Tag } from '../../look/Tag.tsx';
import { Admission } from './Admission.tsx';
import { Capacities } from './Capacities.tsx';
import { Facts, Ours } from './Ours.tsx';
import { setFields, useOpenProvider } from './open-provider.ts';
import { Hours } from './Hours.tsx';
import { PlaceItem } from './PlaceItem.tsx';
import { stateItems } from './state-items.ts';

/** One service as plain reading: what it does, who is let in, what is demanded, when, how many, and how sure we are. */
export function ServiceSection({ entry }: { entry: ServiceEntry }) {
  const open = useOpenProvider();
  const { live, translator, mayWrite, edit } = open;
  const record = live.find(({ id }) => id === entry.id);
  if (record === undefined) return null;
  const state = textIn(record, 'state');
  const named = textsOf(record.fields.locations?.value);
  const places = live.filter((one) => one.kind === 'location' && named.includes(one.id));
  const addWords = (kind: string) => t('services.add', { what: kindLabel(translator, kind) });
  const add = (kind: string, preset: Record<string, string> = {}) => ({
    text: addWords(kind),
    onChoose: () =>
      edit({
        title: addWords(kind),
        kind,
        record: null,
        purpose: record.id,
        preset: { service: record.id, ...preset },
      }),
  });
  return (
    <section class="service-section stack" id={`service-${entry.id}`} aria-label={entry.name}>
      <div class="stack stack-tight">
        <div class="service-head">
          <h3 class="service-name">{entry.name}</h3>
          {mayWrite && (
            <Menu
              label={t('services.moreOf', { what: entry.name })}
              as="dots"
              items={[
                {
                  text: t('services.editService'),
                  onChoose: () => edit({ title: entry.name, kind: 'service', record }),
                },
                add('schedule', { what: 'hours' }),
                add('capacity'),
                { text: t('services.event.act'), onChoose: () => open.recordEvent(record.id) },
                ...stateItems(open, record),
                { text: t('services.delete'), danger: true, onChoose: () => open.remove(record) },
              ]}
            />
          )}
        </div>
        <ul class="case-tags">
          {state !== '' && state !== 'active' && (
            <li>
              <Tag tone={state === 'ended' ? 'n' : 'w'}>
                {codeLabel(translator, 'provider-states', state)}
              </Tag>
            </li>
          )}
          {entry.serves.map((code) => (
            <li key={code}>
              <Tag>{codeLabel(translator, 'services', code)}</Tag>
            </li>
          ))}
        </ul>
      </div>
      {says(record, 'about') && <p class="value-long">{textIn(record, 'about')}</p>}
      <Checked record={record} />
      <Admission entry={entry} />
      <Facts
        record={record}
        fields={[
          'howToCome',
          says(record, 'papers') ? 'papers' : 'demandsPapers',
          'cost',
          'costNote',
          'runBy',
          'paidBy',
          'languages',
          'reach',
        ]}
      />
      {places.length > 0 && (
        <div class="stack stack-tight">
          <h4 class="kicker">{t('services.places')}</h4>
          <ul class="service-places">
            {places.map((place) => (
              <PlaceItem key={place.id} place={place} />
            ))}
          </ul>
        </div>
      )}
      <Hours entry={entry} />
      <Capacities service={entry.id} />
      {says(record, 'admissionNote', 'confidentialNote') && (
        <Ours>
          <Facts record={record} fields={['admissionNote', 'confidentialNote']} />
        </Ours>
      )}
    </section>
  );
}

/** When somebody last made sure, who, how; and the one press that says it is still so. */
function Checked({ record }: { record: RecordView }) {
  const open = useOpenProvider();
  const { translator, mayWrite, me, today, save } = open;
  const date = readDate(record.fields.verified?.value);
  const by = textIn(record, 'verifiedBy');
  const how = textIn(record, 'verifiedHow');
  const isToday = date?.day === today && by === me;
  function verify(): void {
    const { there, back } = setFields(record, { verified: { day: today }, verifiedBy: me });
    void save([there], t('services.verify.done', { what: textIn(record, 'name') }), [back]);
  }
  return (
    <div class="service-checked">
      <p>
        {date === null ? (
          <strong>{t('services.verify.never')}</strong>
        ) : (
          <>
            {by === ''
              ? t('services.verify.when', { day: sayDate(translator, date) })
              : t('services.verify.by', { day: sayDate(translator, date), name: memberName(open, by) })}
            {how !== '' && ` (${codeLabel(translator, 'verify-ways', how)})`}
          </>
        )}
      </p>
      {mayWrite && !isToday && (
        <Button kind="plain" class="no-print" small onClick={verify}>
          <Icon name="check" size={18} />
          {t('services.verify.today')}
        </Button>
      )}
    </div>
  );
}
