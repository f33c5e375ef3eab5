import { mootTasks, packOf } from '@dayaq/domain';
import { useMemo } from 'preact/hooks';
import { plainRecord } from './consent-state.ts';
import { useOpenCase } from './open-case.ts';
import { StoryEntry } from './StoryEntry.tsx';
import { storyOf } from './timeline.ts';

/** What happened, what we did and what is to come, in one line of time. */
export function Timeline() {
  const { dossier, live, today, country, translator, mayWrite } = useOpenCase();
  const { t } = translator;
  const story = useMemo(() => {
    const pack = packOf(country);
    const moot = pack === undefined ? [] : mootTasks(dossier.records.map(plainRecord), pack);
    return storyOf(live, today, new Set(moot.map(({ task }) => task)));
  }, [dossier, live, today, country]);
  const past = story.items.slice(0, story.ahead);
  const ahead = story.items.slice(story.ahead);
  return (
    <section aria-labelledby="case-story" class="case-section">
      <h3 id="case-story">{t('cases.story.title')}</h3>
      {story.items.length === 0 && (
        <p class="muted">{mayWrite ? t('cases.story.emptyInvite') : t('cases.story.empty')}</p>
      )}
      {past.length > 0 && (
        <ol class="timeline">
          {past.map((item) => (
            <StoryEntry key={item.record.id} item={item} />
          ))}
        </ol>
      )}
      {ahead.length > 0 && (
        <>
          <h4 class="kicker case-ahead">{t('cases.story.ahead')}</h4>
          <ol class="timeline timeline-ahead">
            {ahead.map((item) => (
              <StoryEntry key={item.record.id} item={item} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
