/**
 * How pages are compiled, for the product and for the gallery of its parts: breakpoints have names
 * (`look/breakpoints.css`), each colour says light and dark in one line, and older browsers get both spelt out.
 */
export const DRAWING = {
  css: { transformer: 'lightningcss', lightningcss: { drafts: { customMedia: true } } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
} as const;

/** The oldest browsers that open the workspace. */
export const TARGET = ['chrome111', 'firefox114', 'safari16.4'];
