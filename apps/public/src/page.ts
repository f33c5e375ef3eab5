const TIMES = 3;
/** Milliseconds within which Shift is pressed so often by itself. */
const WITHIN = 2000;

/** The one element of that id; a page without it was not rendered by our server. */
export function part<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no ${id} here`);
  return found as T;
}

/** Does what a press asks for, in place of what a browser would. */
export function on(id: string, event: 'submit' | 'click', act: () => void): void {
  part(id).addEventListener(event, (happened) => {
    happened.preventDefault();
    act();
  });
}

/** Hides the page at once and puts the neutral one in its place, in the history too. */
function leave(): void {
  document.documentElement.hidden = true;
  forgetForms();
  location.replace(part<HTMLAnchorElement>('leave').href);
}

/** What was typed does not outlive the page: not in the form that a browser fills again, nor in a page that it keeps for going back. */
export function forgetForms(): void {
  for (const form of document.forms) form.reset();
  for (const field of document.querySelectorAll<HTMLTextAreaElement>('textarea')) field.value = '';
}

/** What stands on every public page. */
export function startPage(): void {
  forgetForms();
  for (const link of document.links) {
    if (link.protocol === 'tel:' || link.id === 'leave') continue;
    // Which organisation was meant goes along to the next page; no server sees that part of an address.
    link.hash = location.hash;
    // One page takes the other's place: after leaving, no step back leads to any of them.
    link.addEventListener('click', (event) => {
      if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
      event.preventDefault();
      location.replace(link.href);
    });
  }
  part('leave').addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  let presses: number[] = [];
  let alone = false;
  addEventListener('keydown', ({ key, repeat }) => {
    if (key !== 'Shift') [presses, alone] = [[], false];
    else if (!repeat) alone = true;
  });
  addEventListener('keyup', ({ key, timeStamp }) => {
    if (key !== 'Shift' || !alone) return;
    alone = false;
    presses = [...presses, timeStamp].filter((at) => timeStamp - at <= WITHIN);
    if (presses.length >= TIMES) leave();
  });
  // What was read and typed does not wait in a page that a browser keeps for going back.
  addEventListener('pagehide', () => {
    forgetForms();
    document.body.replaceChildren();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
}
