import type { Page } from 'playwright-core';

/** One thing that a screen reader says, in the order in which it comes to it. */
export interface Spoken {
  role: string;
  name: string;
  /** What is added after a pause: a hint, what is wrong. */
  description: string;
  /** What it is like: chosen, open, required … */
  states: readonly string[];
}

interface AxNode {
  nodeId: string;
  parentId?: string;
  childIds?: string[];
  ignored: boolean;
  role?: { value?: unknown };
  name?: { value?: unknown };
  description?: { value?: unknown };
  properties?: { name: string; value: { value?: unknown } }[];
}

/** Said with their name and whatever stands in them. */
const SPOKEN_WHOLE = new Set([
  'button',
  'link',
  'radio',
  'checkbox',
  'textbox',
  'searchbox',
  'combobox',
  'switch',
  'tab',
  'progressbar',
  'image',
  'DisclosureTriangle',
  'MenuListPopup',
  'option',
]);
/** Said when one comes to them; what stands in them follows. */
const PLACES = new Set([
  'main',
  'navigation',
  'banner',
  'region',
  'search',
  'form',
  'group',
  'radiogroup',
  'list',
  'table',
  'dialog',
  'alert',
  'status',
  'heading',
  'complementary',
  'article',
]);
const STATES = ['checked', 'pressed', 'expanded', 'required', 'invalid', 'disabled', 'selected'];

const word = (value: { value?: unknown } | undefined): string =>
  typeof value?.value === 'string' ? value.value.replace(/\s+/gu, ' ').trim() : '';

/** What Chromium tells a screen reader of the page, from its first word to its last. */
export async function spokenOn(page: Page): Promise<Spoken[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const said: Spoken[] = [];
  const walk = (node: AxNode): void => {
    const role = word(node.role);
    const name = word(node.name);
    const isWhole = SPOKEN_WHOLE.has(role);
    const isText = role === 'StaticText';
    if (
      !node.ignored &&
      (isWhole || (isText && name !== '') || (PLACES.has(role) && (name !== '' || role === 'main')))
    )
      said.push({
        role: isText ? 'text' : role,
        name,
        description: word(node.description),
        states: (node.properties ?? [])
          .filter((property) => STATES.includes(property.name) && property.value.value !== undefined)
          .filter(({ value }) => value.value !== false && value.value !== 'false')
          .map(
            (property) =>
              `${property.name}${property.value.value === true || property.value.value === 'true' ? '' : `=${String(property.value.value)}`}`,
          ),
      });
    // A heading's name is its words; so is a control's.
    if (isWhole || (role === 'heading' && name !== '')) return;
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child !== undefined) walk(child);
    }
  };
  const root = nodes.find(({ parentId }) => parentId === undefined);
  if (root !== undefined) walk(root);
  return said;
}

/** A line as it would be heard. */
export const heard = ({ role, name, description, states }: Spoken): string =>
  [role === 'text' ? name : `${role}: ${name}`, ...states, description].filter(Boolean).join(', ');
