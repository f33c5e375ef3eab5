import { clientOf } from '@dayaq/acts/client';
import { plainRecord, textIn } from '@dayaq/acts/record-values';
import { type PlainRecord, servicesForWant } from '@dayaq/domain';
import { useLocation } from 'preact-iso';
import { useId, useMemo, useState } from 'preact/hooks';
import '../../cases/cases.css';
import { useRoom } from '../../cases/use-room.ts';
import { textsOf } from '../../fields/index.ts';
import { Picker } from '../../fields/inputs/picker.tsx';
import { pickerWords } from '../../fields/inputs/picker-words.ts';
import { choicesOf } from '../../fields/labels.ts';
import { t, translator } from '../../locale/index.ts';
import { FieldFrame } from '../../look/FieldFrame.tsx';
import { Page } from '../../look/Page.tsx';
import { useQuery } from '../../vault/session.ts';
import { MatchList } from './MatchList.tsx';

const NOBODY: readonly PlainRecord[] = [];

/**
 * Who could help with a need: of the person of a case (`?case=`), or of anybody who asks, for example on the phone.
 * `?need=` chooses the need beforehand.
 */
export function MatchPage() {
  const { query, route } = useLocation();
  const room = useRoom();
  const id = query.case ?? '';
  const found = useQuery(async (vault) => (id === '' ? null : vault.dossier(id)), [id], undefined).data;
  const dossier = found?.ok === true ? found.value : null;
  const records = useMemo(() => (dossier === null ? NOBODY : dossier.records.map(plainRecord)), [dossier]);
  const client = dossier === null ? undefined : clientOf(dossier.records);
  const root = dossier?.records.find((record) => record.id === dossier.id);
  const wanted = textsOf(root?.fields.wants?.value).flatMap(servicesForWant);
  const [chosen, setChosen] = useState<string | null>(null);
  const need = chosen ?? query.need ?? wanted[0] ?? '';
  const label = useId();
  const choices = choicesOf(translator.value, 'services').filter(
    ({ code }) => code !== 'unknown' && code !== 'prefers-not',
  );
  return (
    <Page title={t('services.match.title')} back={id === '' ? undefined : `/cases/${id}`}>
      {room !== null && (
        <div class="stack">
          {client !== undefined && (
            <p class="muted">{t('services.match.for', { name: textIn(client, 'alias') || '–' })}</p>
          )}
          <FieldFrame id={`${label}-picker`} labelId={label} label={t('services.match.need')}>
            <Picker
              id={`${label}-picker`}
              labelledBy={label}
              describedBy={undefined}
              choices={choices}
              chosen={need === '' ? null : need}
              onChoose={setChosen}
              words={pickerWords(translator.value)}
            />
          </FieldFrame>
          {need !== '' && (id === '' || dossier !== null) && (
            <MatchList
              records={records}
              person={client?.id ?? ''}
              needs={[need]}
              onChoose={(entry) => route(`/services/${entry.provider}/${entry.id}`)}
            />
          )}
        </div>
      )}
    </Page>
  );
}
