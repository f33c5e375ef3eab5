/** How a survey is drawn and answered, the same wherever it is: it knows no page, no key and no network. */
export { Answering } from './answers.ts';
export { Form } from './form.ts';
export { play } from './hear.ts';
export type { Surroundings } from './surroundings.ts';
