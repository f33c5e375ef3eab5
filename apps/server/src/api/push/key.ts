import type { Handler } from '../handler.ts';

export const key: Handler<'push/key'> = (_, { parts }) => Promise.resolve({ key: parts.push.publicKey });
