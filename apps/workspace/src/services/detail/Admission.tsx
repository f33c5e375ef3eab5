import { ADMISSION_GROUP_NAMES, type Admission as Said, type ServiceEntry } from '@dayaq/domain';
import { formatNumber } from '@dayaq/locale';
import { codeLabel } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Icon } from '../../look/Icon.tsx';
import { useOpenProvider } from './open-provider.ts';

const SHOWN = ['refuses', 'depends', 'admits'] as const satisfies readonly Said[];
const ICONS = { refuses: 'close', depends: 'info', admits: 'check' } as const;

/** Who is let in and who is turned away, the refusals first; what nobody asked is said in one line. */
export function Admission({ entry }: { entry: ServiceEntry }) {
  const { translator } = useOpenProvider();
  const { language } = translator;
  const groups = (said: Said): string[] =>
    ADMISSION_GROUP_NAMES.filter((group) => (entry.admission[group] ?? 'unknown') === said).map((group) =>
      codeLabel(translator, 'admission-groups', group),
    );
  const unknown = groups('unknown');
  const { ageFrom, ageTo, sonsUpTo } = entry;
  return (
    <div class="stack stack-tight">
      <h4 class="kicker">{t('services.admission.title')}</h4>
      <ul class="service-admission">
        {SHOWN.map((said) => {
          const names = groups(said);
          if (names.length === 0) return null;
          return (
            <li key={said} class={`service-${said}`}>
              <Icon name={ICONS[said]} size={18} />
              <span>
                <strong>{codeLabel(translator, 'admission', said)}:</strong> {names.join(', ')}
              </span>
            </li>
          );
        })}
        {sonsUpTo !== undefined && (
          <li>
            <Icon name="info" size={18} />
            <span>{t('services.admission.sons', { age: formatNumber(language, sonsUpTo) })}</span>
          </li>
        )}
        {(ageFrom !== undefined || ageTo !== undefined) && (
          <li>
            <Icon name="info" size={18} />
            <span>{agesText(ageFrom, ageTo)}</span>
          </li>
        )}
      </ul>
      {unknown.length > 0 && (
        <p class="small muted">
          {unknown.length === ADMISSION_GROUP_NAMES.length
            ? t('services.admission.nothing')
            : t('services.admission.unknown', { groups: unknown.join(', ') })}
        </p>
      )}
    </div>
  );
}

function agesText(from: number | undefined, to: number | undefined): string {
  if (from === undefined) return t('services.admission.ageTo', { to: to ?? 0 });
  return to === undefined
    ? t('services.admission.ageFrom', { from })
    : t('services.admission.ages', { from, to });
}
