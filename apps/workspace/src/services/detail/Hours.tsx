import { textIn, valuesOf } from '@dayaq/acts/record-values';
import {
  closureOn,
  dayNumber,
  dayNumbered,
  formatMinute,
  MINUTES_A_DAY,
  openState,
  type ServiceEntry,
  type Span,
  spansOn,
} from '@dayaq/domain';
import { formatDate, weekdayNames } from '@dayaq/locale';
import type { RecordView } from '@dayaq/vault/client';
import { codeLabel, recordTitle, valueText } from '../../fields/index.ts';
import { readDate } from '../../fields/read-value.ts';
import { t } from '../../locale/index.ts';
import { openText } from '../open-words.ts';
import { EditButton } from './EditButton.tsx';
import { useOpenProvider } from './open-provider.ts';

const DAYS = 7;

/** Today, and the week from today on with the days on which it is shut. */
export function Hours({ entry }: { entry: ServiceEntry }) {
  const { now, translator, live } = useOpenProvider();
  const { language } = translator;
  const { opening } = entry;
  const names = weekdayNames(language);
  const today = dayNumber(now.day);
  const schedules = live.filter((record) => record.kind === 'schedule' && concerns(record, entry, live));
  if (schedules.length === 0) {
    return (
      <div class="stack stack-tight">
        <h4 class="kicker">{t('services.hours.title')}</h4>
        <p class="muted">{t('services.hours.unknown')}</p>
      </div>
    );
  }
  const days = Array.from({ length: DAYS }, (_, index) => today + index);
  const always = days.every((day) => isWholeDay(spansOn(opening, day)));
  const weeks = schedules.filter((record) => textIn(record, 'what') !== 'closure');
  // The one usual week stands as the table, so its button stands at the heading; several are told one by one.
  const [only] = weeks.length === 1 ? weeks : [];
  return (
    <div class="stack stack-tight">
      <div class="service-line">
        <h4 class="kicker">{t('services.hours.title')}</h4>
        {only !== undefined && <EditButton record={only} what={t('services.hours.title')} />}
      </div>
      <p class="strong">
        {always
          ? t('services.hours.always')
          : openText(translator, openState(opening, now.day, now.minute), now.day)}
      </p>
      {opening.hours.length > 0 && !always && (
        <table class="service-week">
          <caption class="visually-hidden">{t('services.hours.week')}</caption>
          <tbody>
            {days.map((day) => {
              const closure = closureOn(opening, day);
              const spans = spansOn(opening, day);
              return (
                <tr key={day} class={day === today ? 'service-today' : undefined}>
                  <th scope="row">
                    {names[(((day + 3) % 7) + 7) % 7]}{' '}
                    <span class="muted nowrap">{formatDate(language, dayNumbered(day), 'day')}</span>
                  </th>
                  <td>
                    {closure !== undefined
                      ? closedWords(translator, closure.why)
                      : spans.length === 0
                        ? t('services.open.closed')
                        : spans.map((span) => (
                            <span key={span[0]} class="service-span">
                              {spanText(span)}
                            </span>
                          ))}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <ul class="service-lines">
        {schedules
          .filter((record) => record !== only)
          .map((record) => (
            <ScheduleLine key={record.id} record={record} />
          ))}
      </ul>
    </div>
  );
}

const isWholeDay = (spans: readonly Span[]): boolean =>
  spans.some(([from, to]) => from === 0 && to === MINUTES_A_DAY);
const spanText = ([from, to]: Span): string => `${formatMinute(from)}–${formatMinute(to)}`;

function closedWords(translator: Parameters<typeof codeLabel>[0], why: string): string {
  return why === ''
    ? t('services.open.closed')
    : t('services.hours.closedFor', { why: codeLabel(translator, 'closure-reasons', why) });
}

/** A closure, or hours of which there are several, as they were written down. */
function ScheduleLine({ record }: { record: RecordView }) {
  const { around, translator } = useOpenProvider();
  const values = valuesOf(record);
  const said = (field: string): string =>
    valueText({ ...around, kind: 'schedule', field, value: values[field], values });
  const everyYear = values.everyYear === true ? t('services.hours.everyYear') : '';
  const date = readDate(values.period);
  const period =
    values.everyYear === true && date !== null
      ? formatDate(translator.language, date.day, 'day', { until: date.until })
      : said('period');
  const words = [codeLabel(translator, 'schedule-types', textIn(record, 'what')), period, said('why')];
  return (
    <li class="service-line">
      <span>{[...words, everyYear, said('note')].filter((part) => part !== '').join(' · ')}</span>
      <EditButton record={record} what={recordTitle(record, around)} />
    </li>
  );
}

/** A schedule is about one service, a place and all there, or everything that the provider does. */
function concerns(schedule: RecordView, entry: ServiceEntry, live: readonly RecordView[]): boolean {
  const service = textIn(schedule, 'service');
  if (service !== '') return service === entry.id;
  const location = textIn(schedule, 'location');
  if (location === '') return true;
  const named = live.find((record) => record.id === entry.id)?.fields.locations?.value;
  return !Array.isArray(named) || named.length === 0 || named.includes(location);
}
