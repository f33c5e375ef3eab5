import { randomBytes } from 'node:crypto';
import { FOUNDING_LIFE, makeFoundingToken } from '../founding-link.ts';
import { knownAddress } from './address.ts';
import type { Environment } from './environment.ts';
import { withData } from './open.ts';

/** Prints a link with which one more organisation can be created. */
export async function organisationLink(environment: Environment): Promise<void> {
  const random = (length: number): Uint8Array => randomBytes(length);
  const token = await withData(environment, ({ data }) =>
    makeFoundingToken({ db: data.db, clock: Date.now, random }),
  );
  environment.say(`${await knownAddress(environment)}/begin#${token}`);
  environment.say(
    `It works once, within ${FOUNDING_LIFE} days. Give it only to those who will found the organisation.`,
  );
}
