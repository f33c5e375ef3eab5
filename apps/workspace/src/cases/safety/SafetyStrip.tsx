import { t } from '../../locale/index.ts';
import { DangerLevel } from '../../look/DangerLevel.tsx';
import { plainRecord } from '../detail/consent-state.ts';
import { useOpenCase } from '../detail/open-case.ts';
import { dangersOf } from '@dayaq/domain';
import './safety.css';

/** Over the story: how dangerous the case stands, where it is high or critical, and the way to what there is to do. */
export function SafetyStrip() {
  const { dossier, live, onPaper } = useOpenCase();
  const dangers = dangersOf(live.map(plainRecord));
  const gravest = dangers.find(({ level }) => level === 'critical') ?? dangers[0];
  if (gravest === undefined) return null;
  const kind = live.find(({ id }) => id === gravest.record)?.kind;
  return (
    <aside class="safety-strip" aria-label={t('safety.title')}>
      <p class="spread">
        <span class="safety-level">
          <DangerLevel level={gravest.level} />
        </span>
        {!onPaper && <a href={`/cases/${dossier.id}/safety`}>{t('safety.strip.open')}</a>}
      </p>
      {kind === 'threat' && <p>{t('safety.strip.threat')}</p>}
      {kind === 'case' && <p>{t('safety.strip.intake')}</p>}
      <p class="small">{t('safety.noGate')}</p>
    </aside>
  );
}
