/** Set where the program is built (`build/projection-rules.ts` of the workspace): a hash over the rules, as code. */
declare const DAYAQ_PROJECTION_RULES: string | undefined;

export const RULES: string =
  typeof DAYAQ_PROJECTION_RULES === 'undefined' ? 'as in the source' : DAYAQ_PROJECTION_RULES;

/** A name that is another one as soon as anything differs that decides what the projection holds. */
export function projectionName(tables: string, kinds: object, rules: string): string {
  const text = JSON.stringify([tables, kinds, rules]);
  // Two lanes of FNV-1a: nobody gains by a collision here, and the page needs it before anything is asynchronous.
  let one = 0x811c9dc5;
  let other = 0x1000193;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b) + at;
  }
  return [one, other].map((lane) => (lane >>> 0).toString(36)).join('-');
}
