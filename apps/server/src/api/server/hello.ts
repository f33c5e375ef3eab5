import { PROTOCOL_VERSION } from '@dayaq/protocol';
import { dayNumberOf } from '../../days.ts';
import type { Handler } from '../handler.ts';

export const hello: Handler<'server/hello'> = async (_body, { parts }) => ({
  protocol: PROTOCOL_VERSION,
  name: 'dayaq',
  server: parts.identity,
  day: dayNumberOf(parts.clock()),
});
