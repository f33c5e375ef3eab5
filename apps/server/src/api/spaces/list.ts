import { spacesOf } from '../../storage/spaces.ts';
import type { Handler } from '../handler.ts';

export const list: Handler<'spaces/list'> = async (_body, { parts, session }) => ({
  spaces: await spacesOf(parts.db.tables, session.account),
});
