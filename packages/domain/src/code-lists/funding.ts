/** Lists about the money for what was promised. */
import { flat } from './list.ts';

export const FUNDING_STATES = flat('funding-states', 'closed', ['pledged', 'committed', 'spent', 'in-kind']);
