import { PROTOCOL_VERSION } from '@dayaq/protocol';
import type { Handler } from '../handler.ts';

export const hello: Handler<'server/hello'> = async () => ({ protocol: PROTOCOL_VERSION, name: 'dayaq' });
