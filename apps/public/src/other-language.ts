import { part } from './page.ts';
import { forgetWords, say } from './words.ts';

/** What an element said when the page came. */
interface Said {
  readonly element: Element;
  readonly nodes: readonly ChildNode[];
  readonly texts: readonly string[];
}

/** Attributes that are read out. */
const SPOKEN = ['aria-label', 'label'] as const;
/** Without scripts a browser reads what is in `noscript` as elements, with them as text. */
const WHERE = 'header, header *, main, main :not(noscript, noscript *)';

/** Milliseconds after which a page in another language is not waited for any more. */
const PATIENCE = 30_000;

const saidBy = (element: Element): Said => {
  const nodes = [...element.childNodes];
  return { element, nodes, texts: nodes.map((node) => (node instanceof Text ? node.data : '')) };
};

/** Puts the words of the same place in another language here; what a script has changed, or somebody typed, is left alone. */
function put(said: Said, other: Element): Said {
  const { element, nodes, texts } = said;
  for (const name of SPOKEN) {
    const words = other.getAttribute(name);
    if (words !== null) element.setAttribute(name, words);
  }
  // Words that the page has in a third language alone say so; the document's own says its own.
  const spoken = other.getAttribute('lang');
  if (spoken === null) element.removeAttribute('lang');
  else element.setAttribute('lang', spoken);
  const now = [...element.childNodes];
  const isAsItCame =
    now.length === nodes.length &&
    now.every((node, at) => node === nodes[at] && (!(node instanceof Text) || node.data === texts[at]));
  if (!isAsItCame || element instanceof HTMLTextAreaElement) return said;
  const words = [...other.childNodes];
  if (element.children.length === 0 && other.children.length === 0) element.textContent = other.textContent;
  else if (words.length === now.length)
    for (const [at, node] of now.entries()) {
      const word = words[at];
      if (node instanceof Text && word instanceof Text) node.data = word.data;
    }
  return saidBy(element);
}

/**
 * Lets the page change its language in its place, with everything that was typed, chosen, recorded and drawn left where it is: of the
 * same page in the other language only its words are taken. Comes before whatever else a script does with the page.
 * @param redraw says anew what the script itself says
 */
export function startLanguages(redraw: () => void = () => undefined): void {
  let came = [...document.querySelectorAll(WHERE)].map(saidBy);
  const problem = document.createElement('p');
  problem.className = 'problem';
  problem.setAttribute('role', 'alert');

  /** False where the network does not answer, or with another page: then nothing has changed. */
  const take = async (link: HTMLAnchorElement): Promise<boolean> => {
    let page: Document;
    try {
      const answer = await fetch(link.href, {
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (!answer.ok) return false;
      page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    } catch {
      return false;
    }
    const others = [...page.querySelectorAll(WHERE)];
    const app = page.querySelector<HTMLElement>('#app');
    const isSamePage =
      app !== null &&
      others.length === came.length &&
      others.every((other, at) => other.tagName === came[at]?.element.tagName);
    if (!isSamePage) return false;
    came = came.map((said, at) => {
      const other = others[at];
      return other === undefined ? said : put(said, other);
    });
    document.documentElement.lang = page.documentElement.lang;
    document.title = page.title;
    const away = page.querySelector('#leave')?.getAttribute('href');
    if (away) part<HTMLAnchorElement>('leave').setAttribute('href', away);
    for (const each of document.querySelectorAll<HTMLAnchorElement>('nav a[hreflang]'))
      if (each.hreflang === page.documentElement.lang) each.setAttribute('aria-current', 'true');
      else each.removeAttribute('aria-current');
    part('app').dataset['language'] = app.dataset['language'] ?? '';
    part('app').dataset['words'] = app.dataset['words'] ?? '{}';
    forgetWords();
    // What was wrong is said in the language before; it is found again by the next press.
    for (const each of document.querySelectorAll('main [role="alert"]')) each.textContent = '';
    history.replaceState(null, '', `${link.pathname}${location.hash}`);
    return true;
  };

  // Before the link itself is followed.
  document.addEventListener(
    'click',
    (event) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('nav a[hreflang]') : null;
      if (link === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void take(link).then((isTaken) => {
        problem.textContent = isTaken ? '' : say('languageAway');
        document.querySelector('header')?.append(problem);
        if (isTaken) redraw();
      });
    },
    true,
  );
}
