import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { LeaveButton } from '../../shell/LeaveButton.tsx';
import { endAlone } from '../../shell/alone.ts';
import { SheetItemView } from '../SheetItemView.tsx';
import type { MeetingSheet } from './choose.ts';
import '../plans.css';

/** What was chosen for a meeting, alone on the device: it leads nowhere but back to the lock. */
export function MeetingPage({ sheet }: { sheet: MeetingSheet }) {
  return (
    <div class="outside meeting">
      <header class="outside-head">
        <Button kind="plain" onClick={() => void endAlone()}>
          {t('plans.meeting.end')}
        </Button>
        <LeaveButton />
      </header>
      <main class="meeting-main stack stack-loose" id="main">
        <h1>{sheet.name}</h1>
        {sheet.embargo.map((words) => (
          <p key={words} class="strong">
            {words}
          </p>
        ))}
        {sheet.items.map((item) => (
          <SheetItemView key={item.id} item={item} />
        ))}
      </main>
    </div>
  );
}
