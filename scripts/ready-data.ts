import { makeReady } from '../apps/server/src/testing/ready-data.ts';

/** Before the tests that start servers: making a database takes longer than most of them. */
export const setup = makeReady;
