import { afterKeeping } from '../drafts/keep-now.ts';
import { language } from '../locale/index.ts';
import { vault } from '../vault/session.ts';

/** The neutral page in the language that is shown: plain HTML of our own, kept for offline too. */
export const away = (): string => `/away.${language.value}.html`;
/** Going back through one's own steps may take this long, in milliseconds, before the page is replaced anyway. */
const PATIENCE = 100;
/** Words typed in the last moments are sealed first, if that takes no longer than this, in milliseconds. */
const KEEP_PATIENCE = 80;

let leaving = false;

/**
 * Quick exit: hides the page at once, seals what was just typed, drops the keys, and puts the neutral page in the place of this visit. Where the
 * browser lets us see our own steps (Navigation API), they are taken out of the history as well.
 */
export function leave(): void {
  if (leaving) return;
  leaving = true;
  document.documentElement.hidden = true;
  afterKeeping(KEEP_PATIENCE, goAway);
}

function goAway(): void {
  vault.value?.abandon();
  const steps = ownSteps();
  if (steps === 0) {
    location.replace(away());
    return;
  }
  const timer = setTimeout(() => location.replace(away()), PATIENCE);
  addEventListener(
    'popstate',
    (event) => {
      // The router must not show the earlier page.
      event.stopImmediatePropagation();
      clearTimeout(timer);
      history.replaceState(null, '', away());
      // A new entry cuts off the steps that lie ahead; a replaced one would leave them there.
      history.pushState(null, '', away());
      location.replace(away());
    },
    { capture: true, once: true },
  );
  history.go(-steps);
}

/** How many steps back in the history were made in this page without loading it anew. */
function ownSteps(): number {
  const { navigation } = window as { navigation?: HistoryOfSteps };
  const current = navigation?.currentEntry?.index;
  if (navigation === undefined || current === undefined) return 0;
  const entries = navigation.entries();
  let first = current;
  while (first > 0 && entries[first - 1]?.sameDocument) first -= 1;
  return current - first;
}

/** The part of the Navigation API that is used here. */
interface HistoryOfSteps {
  currentEntry: { index: number } | null;
  entries(): { sameDocument: boolean }[];
}
