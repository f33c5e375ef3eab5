import { begunAgain } from '../../generation/begun.ts';
import type { Handler } from '../handler.ts';

export const begun: Handler<'generations/begun'> = (body, { parts, session }) =>
  begunAgain(parts, session.account, body);
