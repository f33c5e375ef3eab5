import { People } from '../detail/People.tsx';
import { Perpetrators } from '../detail/Perpetrators.tsx';
import { SafeContact } from '../detail/SafeContact.tsx';
import { Timeline } from '../detail/Timeline.tsx';
import { SafetyStrip } from '../safety/SafetyStrip.tsx';

/** How to reach the person, what happened and what we did, who took part. */
export function StoryPart() {
  return (
    <div class="case-story">
      <SafetyStrip />
      <SafeContact />
      <Timeline />
      <People />
      <Perpetrators />
    </div>
  );
}
