import { Consents } from '../detail/Consents.tsx';
import { FieldValue } from '../detail/FieldValue.tsx';
import { says, useOpenCase } from '../detail/open-case.ts';
import { People } from '../detail/People.tsx';
import { Perpetrators } from '../detail/Perpetrators.tsx';
import { SafeContact } from '../detail/SafeContact.tsx';
import { Owner, StandingBelow } from '../detail/Standing.tsx';
import { Timeline } from '../detail/Timeline.tsx';

/**
 * What happened and what we did, who took part, how it stands; beside it who leads, how to reach the person and what they
 * agreed to. On a phone how to reach them comes first: a wrong call can cost more than all we do can give.
 */
export function StoryPart() {
  const { root } = useOpenCase();
  return (
    <div class="case-story">
      <SafeContact />
      <dl class="facts case-side">
        <Owner />
        <Consents />
      </dl>
      <div class="case-told">
        {says(root, 'summary') && (
          <div class="case-summary">
            <FieldValue record={root} field="summary" />
          </div>
        )}
        <Timeline />
        <People />
        <Perpetrators />
        <StandingBelow />
      </div>
    </div>
  );
}
