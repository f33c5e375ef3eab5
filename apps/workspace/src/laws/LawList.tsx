import { CODE_LISTS, groupOf, lawStanding, toldText } from '@dayaq/domain';
import type { DossierRow } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { allRecords } from '../cases/matters/all-records.ts';
import type { Room } from '../cases/room.ts';
import { DistantRecordDialog } from '../dossier/DistantRecordDialog.tsx';
import { DossierList } from '../dossier/DossierList.tsx';
import { codeLabel, titleFields } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Chip } from '../look/Chip.tsx';
import { Empty } from '../look/Empty.tsx';
import { Row } from '../look/Row.tsx';
import { useQuery } from '../vault/session.ts';
import { listedSteps, monthsIn, silenceWords, standingWords } from './law.ts';

/** Each with where it stands; by the stage, and those that are silent. */
export function LawList({ room }: { room: Room }) {
  const { translator, today } = room;
  const [isNew, setIsNew] = useState(false);
  const [stage, setStage] = useState<string | null>(null);
  const { data } = useQuery((vault) => allRecords(vault, ['law', 'law-step']), [], ['law', 'law-step']);
  const records = data?.records ?? [];
  const standingOf = (id: string) => {
    const law = records.find(({ record, kind }) => kind === 'law' && record === id);
    return lawStanding(listedSteps(records, id), today, monthsIn(law?.fields['silentAfter']));
  };
  const standings = new Map(
    records.filter(({ kind }) => kind === 'law').map(({ record }) => [record, standingOf(record)] as const),
  );
  const isSilent = (id: string): boolean => standings.get(id)?.silence === 'silent';
  const standsAt = (id: string, code: string): boolean =>
    standings.get(id)?.now.some((each) => each.stage === code) === true;
  const stages = CODE_LISTS['law-stages'].codes
    .map(({ code }) => code)
    .filter((code) => [...standings.keys()].some((id) => standsAt(id, code)));
  const silent = [...standings.keys()].filter(isSilent).length;
  const chosen = stage === 'silent' || stages.some((code) => code === stage) ? stage : null;
  const only = ({ id }: DossierRow): boolean =>
    chosen === null || (chosen === 'silent' ? isSilent(id) : standsAt(id, chosen));
  return (
    <div class="stack">
      {standings.size > 0 && (
        <div class="cluster plan-part" role="group" aria-label={t('laws.scale.title')}>
          <Chip chosen={chosen === 'silent'} onClick={() => setStage(chosen === 'silent' ? null : 'silent')}>
            {t('laws.silence.count', { count: silent })}
          </Chip>
          {stages.map((code) => (
            <Chip key={code} chosen={chosen === code} onClick={() => setStage(chosen === code ? null : code)}>
              {codeLabel(translator, 'law-stages', code)}
            </Chip>
          ))}
        </div>
      )}
      <DossierList
        room={room}
        kind="law"
        title={t('laws.label')}
        show={t('consultations.show')}
        only={only}
        none={
          <div class="plan-part">
            <Empty icon="check" title={t('laws.empty')}>
              <p class="muted">{t('laws.emptyHint')}</p>
            </Empty>
          </div>
        }
        row={(row) => {
          const standing = standings.get(row.id) ?? standingOf(row.id);
          const silence = standing.silence === 'silent' ? silenceWords(standing, room) : '';
          return (
            <Row
              href={`/laws/${row.id}`}
              icon="check"
              title={nameIn(row, room)}
              note={[
                ...(row.codes['type'] ?? []).map((code) => codeLabel(translator, 'law-types', code)),
                standingWords(standing, room),
                silence,
              ]
                .filter(Boolean)
                .join(' · ')}
              late={silence !== ''}
            />
          );
        }}
      />
      <div class="plan-part buttons">
        {standings.size > 0 && (
          <Button kind="plain" href="/laws/print">
            {t('consultations.print.act')}
          </Button>
        )}
        {room.role !== 'viewer' && (
          <Button kind="plain" onClick={() => setIsNew(true)}>
            {t('laws.add')}
          </Button>
        )}
      </div>
      {isNew && <NewLaw room={room} onClose={() => setIsNew(false)} />}
    </div>
  );
}

function nameIn({ told }: DossierRow, { translator }: Room): string {
  const names = titleFields('law', translator.language).map((field) => toldText({ told }, field));
  return names.find((name) => name !== '') ?? t('plans.unnamed');
}

/** Months without a step after which a law is called silent, until somebody says otherwise. */
const SILENT_AFTER = 6;

function NewLaw({ room, onClose }: { room: Room; onClose: () => void }) {
  const { translator, members, country } = room;
  return (
    <DistantRecordDialog
      dossier={null}
      record={null}
      around={{ translator, members, country, records: [] }}
      request={{
        title: t('laws.add'),
        kind: 'law',
        only: groupOf('law', 'form'),
        preset: { silentAfter: SILENT_AFTER },
      }}
      onClose={onClose}
    />
  );
}
