import { dateIn } from '../detail/when.ts';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import { attendanceOf, compareFuzzy } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import { t } from '../../locale/index.ts';
import { Tag } from '../../look/Tag.tsx';
import { RecordActs } from '../acts/RecordActs.tsx';
import { useWords } from '../detail/FieldValue.tsx';
import { says, useOpenCase } from '../detail/open-case.ts';
import { EditButton } from '../detail/StoryEntry.tsx';

/** Trainings, grants and jobs, each with its steps, and where the person is a year on. */
export function Paths() {
  const { live } = useOpenCase();
  const paths = live.filter(({ kind }) => kind === 'path').sort((a, b) => b.created.at - a.created.at);
  if (paths.length === 0) return null;
  return (
    <section class="case-section" aria-labelledby="plan-paths">
      <h3 id="plan-paths">{t('plan.path.title')}</h3>
      <ul class="side-rows">
        {paths.map((path) => (
          <Path key={path.id} path={path} />
        ))}
      </ul>
    </section>
  );
}

function Path({ path }: { path: RecordView }) {
  const { live, mayWrite } = useOpenCase();
  const words = useWords();
  const steps = live
    .filter((record) => record.kind === 'path-step' && textIn(record, 'path') === path.id)
    .sort(byDay);
  const { came, of } = attendanceOf(steps.map(valuesOf));
  const sessions = path.fields.sessions?.value;
  const title = [words(path, 'type'), words(path, 'what')].filter(Boolean).join(' · ');
  return (
    <li class="side-row" id={`record-${path.id}`}>
      <div class="story-line">
        <p class="side-title">
          <span>{title}</span>
          {words(path, 'outcome') !== '' && <Tag>{words(path, 'outcome')}</Tag>}
        </p>
        {mayWrite && <EditButton record={path} title={title} />}
      </div>
      <p class="small muted">
        {[
          words(path, 'of'),
          words(path, 'with'),
          words(path, 'amount'),
          // Once somebody came or did not, it is said below of how many.
          of === 0 && typeof sessions === 'number' ? t('plan.path.sessions', { count: sessions }) : '',
          says(path, 'started') ? t('plan.path.since', { day: words(path, 'started') }) : '',
          says(path, 'ended') ? t('plan.path.until', { day: words(path, 'ended') }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {of > 0 && (
        <p class="small">
          {typeof sessions === 'number' && sessions >= of
            ? t('plan.path.attendedOf', { came, of, all: sessions })
            : t('plan.path.attended', { came, of })}
        </p>
      )}
      {steps.length > 0 && (
        <ul class="plan-answers">
          {steps.map((step) => (
            <Step key={step.id} step={step} />
          ))}
        </ul>
      )}
      {says(path, 'yearOn') && (
        <p>
          {t('plan.path.yearOn', {
            where: [words(path, 'yearOn'), words(path, 'yearOnWords')].filter(Boolean).join('. '),
          })}
        </p>
      )}
      {mayWrite && (
        <div class="cluster no-print">
          <RecordActs record={path} label={(act) => `${title}: ${act}`} />
        </div>
      )}
    </li>
  );
}

function Step({ step }: { step: RecordView }) {
  const { mayWrite } = useOpenCase();
  const words = useWords();
  const title = [words(step, 'day'), words(step, 'what')].filter(Boolean).join(' · ');
  const came = words(step, 'came');
  return (
    <li id={`record-${step.id}`}>
      <p class="side-title">
        <span>{title}</span>
        {came !== '' && <Tag>{came}</Tag>}
        {mayWrite && <EditButton record={step} title={title} />}
      </p>
      {mayWrite && came === '' && (
        <div class="cluster no-print">
          <RecordActs record={step} label={(act) => `${title}: ${act}`} />
        </div>
      )}
    </li>
  );
}

function byDay(a: RecordView, b: RecordView): number {
  const [left, right] = [dateIn(a.fields.day?.value), dateIn(b.fields.day?.value)];
  return left === null || right === null ? 0 : compareFuzzy(left, right) || (a.id < b.id ? -1 : 1);
}
