import { plainRecord, valuesOf } from '@dayaq/acts/record-values';
import { dangersOf, gravestDanger, speakerOf } from '@dayaq/domain';
import type { PlainKey } from '@dayaq/locale';
import type { DangerRow } from '@dayaq/vault/client';
import { valueText } from '../../fields/index.ts';
import { sayHour } from '../../fields/say-date.ts';
import { Button } from '../../look/Button.tsx';
import { DangerLevel } from '../../look/DangerLevel.tsx';
import { memberName } from '../room.ts';
import { dangerSaid } from '../safety/use-answer-danger.tsx';
import { useEscalation } from '../safety/use-escalation.ts';
import { type Conflict, conflictsOf } from './conflicts.ts';
import { type OpenCase, useOpenCase } from './open-case.ts';

/**
 * What one must know before reading on, said once: how dangerous it is, in the threat's own words and with whose turn it is,
 * or that two people wrote different things. Nothing where there is neither.
 * @param withDanger false where the page below says all of it
 */
export function CaseStrip({ withDanger }: { withDanger: boolean }) {
  const open = useOpenCase();
  const { dossier, live } = open;
  const conflicts = conflictsOf(dossier.records);
  const records = live.map(plainRecord);
  const dangers = dangersOf(records);
  const unmet = dangersOf(records.filter(({ met }) => met !== true));
  const row = useEscalation(dossier.id);
  const level = row?.escalation.danger.level ?? gravestDanger(records) ?? 'high';
  // Until it is reckoned whose turn it is, the same record speaks that will speak then.
  const source = row?.about.record ?? speakerOf(unmet, [], level, records)?.id;
  const doubted = conflicts.find(isAboutDanger);
  if (dangers.length > 0 && (withDanger || doubted !== undefined)) {
    return (
      <>
        <DangerStrip
          level={level}
          record={source}
          isMet={unmet.length === 0 && row === null && doubted === undefined}
          row={row}
          doubted={doubted}
        />
        {doubted === undefined && conflicts.length > 0 && <ConflictStrip count={conflicts.length} />}
      </>
    );
  }
  return conflicts.length === 0 ? null : <ConflictStrip count={conflicts.length} />;
}

/** Whether the two versions say different things about how dangerous it is. */
function isAboutDanger({ record, field }: Conflict): boolean {
  return (
    (record.kind === 'case' && field === 'danger') ||
    (record.kind === 'risk' && ['level', 'override'].includes(field))
  );
}

interface DangerProps {
  level: 'high' | 'critical';
  /** Id of the record that says so best. */
  record: string | undefined;
  /** Somebody protected the person from all of it; the level stays until the next assessment. */
  isMet: boolean;
  /** Whose turn it is; null where nobody's is, or while that is being reckoned. */
  row: DangerRow | null;
  doubted: Conflict | undefined;
}

/** Where nobody's words say it. */
const SAID = {
  threat: 'safety.strip.threat',
  risk: 'safety.strip.risk',
  case: 'safety.strip.intake',
} as const satisfies Record<string, PlainKey>;

const saidOf = (kind: string | undefined) =>
  kind === 'threat' || kind === 'risk' || kind === 'case' ? SAID[kind] : undefined;

function DangerStrip({ level, record, isMet, row, doubted }: DangerProps) {
  const open = useOpenCase();
  const { dossier, live, translator, mayWrite, showConflicts } = open;
  const { t } = translator;
  const source = live.find(({ id }) => id === record);
  const quote = source?.kind === 'threat' ? dangerSaid(open, source) : '';
  const said = isMet ? 'safety.strip.met' : saidOf(source?.kind);
  return (
    <aside class="case-strip case-strip-danger" aria-label={t('safety.title')}>
      <div class="case-strip-words">
        <p class="case-strip-level">
          <DangerLevel level={level} /> {doubted !== undefined && t('cases.danger.until')}
        </p>
        {quote !== '' ? <blockquote>{quote}</blockquote> : said !== undefined && <p>{t(said)}</p>}
        {doubted === undefined ? (
          !isMet && <p class="case-strip-turn">{row !== null && turnWords(open, row)}</p>
        ) : (
          <p>{t('cases.danger.versions', { versions: versionWords(open, doubted) })}</p>
        )}
      </div>
      {doubted === undefined ? (
        <Button kind="quiet" href={`/cases/${dossier.id}/safety`}>
          {t('safety.strip.open')}
        </Button>
      ) : (
        mayWrite && (
          <Button kind="quiet" onClick={showConflicts}>
            {t('cases.danger.decide')}
          </Button>
        )
      )}
    </aside>
  );
}

/** "Leyla Q.: high; Elçin: none". */
function versionWords(open: OpenCase, { record, field, versions }: Conflict): string {
  const { translator, around } = open;
  return versions
    .map(({ by, value }) =>
      translator.t('cases.danger.version', {
        name: memberName(open, by),
        value: valueText({ ...around, kind: record.kind, field, value, values: valuesOf(record) }),
      }),
    )
    .join('; ');
}

/** Whose turn it is and until when, or who took it. */
function turnWords(open: OpenCase, { escalation }: DangerRow): string {
  const { translator, me } = open;
  const { t } = translator;
  if (escalation.state === 'taken') {
    const until = sayHour(translator, escalation.until);
    return escalation.by === me
      ? t('cases.danger.takenYours', { until })
      : t('cases.danger.taken', { name: memberName(open, escalation.by), until });
  }
  const until = sayHour(translator, escalation.nextAt);
  if (escalation.who === null) return t('safety.escalation.nobody');
  return escalation.who === me
    ? t('cases.danger.turnYours', { until })
    : t('cases.danger.turnOther', { name: memberName(open, escalation.who), until });
}

function ConflictStrip({ count }: { count: number }) {
  const { translator, showConflicts } = useOpenCase();
  const { t } = translator;
  return (
    <aside class="case-strip case-strip-doubt" aria-label={t('cases.conflict.title')}>
      <p class="case-strip-words">{t('cases.conflict.banner', { count })}</p>
      <Button kind="quiet" onClick={showConflicts}>
        {t('cases.conflict.choose')}
      </Button>
    </aside>
  );
}
