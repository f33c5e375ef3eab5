import type { ComponentChildren } from 'preact';

/** Danger, warning, ok, accent. The words carry the meaning; the colour only helps to find them. */
export type Tone = 'd' | 'w' | 'o' | 'a';

export function Tag({ tone, children }: { tone?: Tone; children: ComponentChildren }) {
  return <span class={tone === undefined ? 'tag' : `tag tag-${tone}`}>{children}</span>;
}
