import { randomBytes } from 'node:crypto';
import type { Request } from '@dayaq/protocol';
import {
  type Account,
  type AccountId,
  idBytes,
  newAccountRoot,
  newId,
  openAccountKeys,
  Secret,
  signInMessage,
  signingKeys,
} from '@dayaq/sealing';
import { type Client, must } from './client.ts';

type SigningKeys = Account['signing'];

/** An invented person with an account, who can sign in. */
export interface Person {
  account: Account;
  id: Uint8Array;
  signIn: SigningKeys;
  client: Client;
}

/** A person with keys, not yet known to the server. Skips the slow passphrase derivation: the server never sees it. */
export async function stranger(url: string): Promise<Person> {
  const account = await openAccountKeys(newId<AccountId>(), newAccountRoot());
  const signIn = await signingKeys(new Secret(randomBytes(32)));
  return { account, id: idBytes(account.id), signIn, client: { url, token: null } };
}

export function accountBody(
  person: Person,
  admission: Request<'accounts/create'>['admission'],
): Request<'accounts/create'> {
  return {
    account: person.id,
    verifier: person.signIn.publicKey,
    sealedRoot: new Uint8Array(64).fill(7),
    admission,
  };
}

export async function signIn(person: Person): Promise<void> {
  const { challenge } = await must(person.client, 'sessions/challenge', { account: person.id });
  const signature = await person.signIn.sign('sign-in', signInMessage(person.account.id, challenge));
  const { token } = await must(person.client, 'sessions/open', { account: person.id, challenge, signature });
  person.client.token = token;
}

/** An account made with a founding link's token, signed in. */
export async function founder(url: string, token: Uint8Array): Promise<Person> {
  const person = await stranger(url);
  await must(person.client, 'accounts/create', accountBody(person, { by: 'founding', token }));
  await signIn(person);
  return person;
}
