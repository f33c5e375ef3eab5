import { plainRecord } from '@dayaq/acts/record-values';
import { careLeft, groupOf, rapeWindows, type RapeWindow } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import { useEffect, useState } from 'preact/hooks';
import { codeLabel } from '../../fields/labels.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Notice } from '../../look/Notice.tsx';
import { clockIn } from '../../services/clock.ts';
import { useOpenCase } from '../detail/open-case.ts';
import { hourText } from './care-words.ts';

const ACT = 'sexual-violence';
const MINUTE_MS = 60_000;
/** Once everything is over for so many hours it is told no more: then it only hurts. */
const TOLD_HOURS = 14 * 24;

/** After sexual violence: what can still be had, until when, and who does it now; what is over is said as over. */
export function RapeWindows() {
  const { live, country, dossier, translator, mayWrite, edit, me, today } = useOpenCase();
  const [now, setNow] = useState(() => clockIn(country, Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setNow(clockIn(country, Date.now())), MINUTE_MS);
    return () => clearInterval(timer);
  }, [country]);
  const acts = live
    .filter(({ kind, fields }) => kind === 'violation' && fields.type?.value === ACT)
    .map((act) => ({ act, windows: rapeWindows(act.fields.date?.value, now) }))
    .filter(({ windows }) => windows.length > 0)
    // Of several acts the last one's time is the longest.
    .sort((one, other) => mostSince(one.windows) - mostSince(other.windows));
  const [last] = acts;
  const [first] = last?.windows ?? [];
  if (last === undefined || first === undefined || first.since.most > TOLD_HOURS) return null;
  const { act, windows } = last;
  const left = careLeft(plainRecord(act), live.map(plainRecord));
  const write = (service: string, { fields }: RecordView): void =>
    edit({
      title: codeLabel(translator, 'urgent-care', service),
      kind: 'response',
      record: null,
      only: groupOf('response', 'care'),
      purpose: `care ${service}`,
      preset: {
        type: 'medical',
        care: [service],
        done: { day: today },
        owner: me,
        ...(fields.victims === undefined ? {} : { forWhom: fields.victims.value }),
      },
    });
  return (
    <Notice
      tone={windows.some(({ service, state }) => state !== 'closed' && left.includes(service)) ? 'w' : 'info'}
    >
      <p class="strong">
        {t('safety.window.title')}{' '}
        <span class="muted">
          {t('safety.window.since', { least: first.since.least, most: first.since.most })}
        </span>
      </p>
      <ul>
        {windows.map(({ service, state, closes, closed }) => (
          <li key={service} data-window={left.includes(service) ? state : 'had'}>
            {left.includes(service) ? (
              <>
                {t(`safety.window.${state}`, {
                  what: codeLabel(translator, 'urgent-care', service),
                  closes: hourText(translator, closes, now.day),
                  closed: hourText(translator, closed, now.day),
                })}{' '}
                <a class="no-print" href={`/services/match?case=${dossier.id}&need=${service}`}>
                  {t('safety.window.find')}
                </a>
                {mayWrite && (
                  <Button small kind="quiet" class="no-print" onClick={() => write(service, act)}>
                    {t('safety.window.write')}
                  </Button>
                )}
              </>
            ) : (
              t('safety.window.had', { what: codeLabel(translator, 'urgent-care', service) })
            )}
          </li>
        ))}
      </ul>
      <p class="small muted">{t('safety.window.note')}</p>
    </Notice>
  );
}

const mostSince = (windows: readonly RapeWindow[]): number =>
  windows[0]?.since.most ?? Number.POSITIVE_INFINITY;
