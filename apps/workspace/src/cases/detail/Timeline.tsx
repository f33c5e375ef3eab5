import { plainRecord } from '@dayaq/acts/record-values';
import { mootTasks, packOf } from '@dayaq/domain';
import { useMemo } from 'preact/hooks';
import { useOpenCase } from './open-case.ts';
import { Removed } from './Removed.tsx';
import { StoryEntry } from './StoryEntry.tsx';
import { newestFirst, type Story, type StoryItem, storyOf } from './timeline.ts';
import { useShown } from './use-shown.tsx';

/** So many entries at first, and with each press. */
const MOST = 60;

/** What happened, what we did and what is to come, in one line of time. */
export function Timeline() {
  const { dossier, live, today, country, translator, mayWrite, onPaper } = useOpenCase();
  const { t } = translator;
  const story = useMemo(() => {
    const pack = packOf(country);
    const moot = pack === undefined ? [] : mootTasks(dossier.records.map(plainRecord), pack);
    const destroyed = dossier.records.filter((record) => record.destroyed !== undefined);
    return storyOf([...live, ...destroyed], today, new Set(moot.map(({ task }) => task)));
  }, [dossier, live, today, country]);
  return (
    <section aria-labelledby="case-story" class="case-section">
      <h3 id="case-story" class={onPaper ? undefined : 'visually-hidden'}>
        {t('cases.story.title')}
      </h3>
      {story.items.length === 0 && (
        <p class="muted">{mayWrite ? t('cases.story.emptyInvite') : t('cases.story.empty')}</p>
      )}
      {onPaper ? <PaperLine story={story} /> : <Line story={story} />}
      {!onPaper && <Removed />}
    </section>
  );
}

/** What is to come on top, and down to the cause. */
function Line({ story }: { story: Story }) {
  const items = useMemo(() => newestFirst(story.items), [story]);
  const { shown, more } = useShown(items, MOST, recordOf);
  return (
    <>
      {shown.length > 0 && (
        <ol class="timeline">
          {shown.map((item) => (
            <StoryEntry key={item.record.id} item={item} />
          ))}
        </ol>
      )}
      {more}
    </>
  );
}

const recordOf = ({ record }: StoryItem) => record;

/** Whoever reads it on paper begins at the beginning. */
function PaperLine({ story }: { story: Story }) {
  const { translator } = useOpenCase();
  const past = story.items.slice(0, story.ahead);
  const ahead = story.items.slice(story.ahead);
  return (
    <>
      {past.length > 0 && (
        <ol class="timeline">
          {past.map((item) => (
            <StoryEntry key={item.record.id} item={item} />
          ))}
        </ol>
      )}
      {ahead.length > 0 && (
        <>
          <h4 class="kicker case-ahead">{translator.t('cases.story.ahead')}</h4>
          <ol class="timeline timeline-ahead">
            {ahead.map((item) => (
              <StoryEntry key={item.record.id} item={item} />
            ))}
          </ol>
        </>
      )}
    </>
  );
}
