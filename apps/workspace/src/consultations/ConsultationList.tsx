import { countConsulted, toldText } from '@dayaq/domain';
import { useState } from 'preact/hooks';
import { allRecords } from '../cases/matters/all-records.ts';
import type { Room } from '../cases/room.ts';
import { DossierList } from '../dossier/DossierList.tsx';
import { codeLabel, valueText } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Empty } from '../look/Empty.tsx';
import { Row } from '../look/Row.tsx';
import { useQuery } from '../vault/session.ts';
import { consultedListed, headline } from './heard.ts';
import { NewConsultation } from './NewConsultation.tsx';

export function ConsultationList({ room }: { room: Room }) {
  const { translator, members, country } = room;
  const [isNew, setIsNew] = useState(false);
  const asked = useQuery((vault) => allRecords(vault, ['consulted']), [], ['consulted', 'consultation']);
  const records = asked.data?.records ?? [];
  const around = { translator, members, country, records: [] };
  const countOf = (id: string): string => {
    const own = records.filter(({ dossier }) => dossier === id).map(consultedListed);
    return own.length === 0 ? '' : headline(countConsulted(own));
  };
  return (
    <div class="stack">
      <DossierList
        room={room}
        kind="consultation"
        title={t('consultations.label')}
        show={t('consultations.show')}
        none={
          <div class="plan-part">
            <Empty icon="people" title={t('consultations.empty')}>
              <p class="muted">{t('consultations.emptyHint')}</p>
            </Empty>
          </div>
        }
        row={({ id, told, codes }) => (
          <Row
            href={`/consultations/${id}`}
            icon="people"
            title={toldText({ told }, 'name') || t('plans.unnamed')}
            note={[
              ...(codes['type'] ?? []).map((code) => codeLabel(translator, 'consultation-types', code)),
              valueText({
                ...around,
                kind: 'consultation',
                field: 'date',
                value: told['date'] ?? null,
                values: told,
              }),
              countOf(id),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        )}
      />
      {asked.data?.more === true && <p class="muted small">{t('consultations.notAllCounted')}</p>}
      {room.role !== 'viewer' && (
        <div class="plan-part">
          <Button kind="plain" onClick={() => setIsNew(true)}>
            {t('consultations.add')}
          </Button>
        </div>
      )}
      {isNew && <NewConsultation room={room} plan={null} onClose={() => setIsNew(false)} />}
    </div>
  );
}
