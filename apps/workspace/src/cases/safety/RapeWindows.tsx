import { rapeWindows, type RapeWindow } from '@dayaq/domain';
import { useEffect, useState } from 'preact/hooks';
import { codeLabel } from '../../fields/labels.ts';
import { t } from '../../locale/index.ts';
import { Notice } from '../../look/Notice.tsx';
import { clockIn } from '../../services/clock.ts';
import { useOpenCase } from '../detail/open-case.ts';
import { hourText } from './window-words.ts';

const ACT = 'sexual-violence';
const MINUTE_MS = 60_000;
/** Once everything is over for so many hours it is told no more: then it only hurts. */
const TOLD_HOURS = 14 * 24;

/** After sexual violence: what can still be had, until when, and who does it now; what is over is said as over. */
export function RapeWindows() {
  const { live, country, dossier, translator } = useOpenCase();
  const [now, setNow] = useState(() => clockIn(country, Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setNow(clockIn(country, Date.now())), MINUTE_MS);
    return () => clearInterval(timer);
  }, [country]);
  const windows = live
    .filter(({ kind, fields }) => kind === 'violation' && fields.type?.value === ACT)
    .map(({ fields }) => rapeWindows(fields.date?.value, now))
    // Of several acts the last one's time is the longest.
    .reduce<RapeWindow[]>((last, each) => (mostSince(each) < mostSince(last) ? each : last), []);
  const [first] = windows;
  if (first === undefined || first.since.most > TOLD_HOURS) return null;
  return (
    <Notice tone={windows.some(({ state }) => state !== 'closed') ? 'w' : 'info'}>
      <p class="strong">
        {t('safety.window.title')}{' '}
        <span class="muted">
          {t('safety.window.since', { least: first.since.least, most: first.since.most })}
        </span>
      </p>
      <ul>
        {windows.map(({ service, state, closes, closed }) => (
          <li key={service} data-window={state}>
            {t(`safety.window.${state}`, {
              what: codeLabel(translator, 'services', service),
              closes: hourText(translator, closes, now.day),
              closed: hourText(translator, closed, now.day),
            })}{' '}
            <a class="no-print" href={`/services/match?case=${dossier.id}&need=${service}`}>
              {t('safety.window.find')}
            </a>
          </li>
        ))}
      </ul>
      <p class="small muted">{t('safety.window.note')}</p>
    </Notice>
  );
}

const mostSince = (windows: readonly RapeWindow[]): number =>
  windows[0]?.since.most ?? Number.POSITIVE_INFINITY;
