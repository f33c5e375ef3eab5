/**
 * Argon2id with the least work it takes, where nearly every test opens accounts and none counts on the cost: in integration
 * tests and in mutation runs. What it costs is tried by the tests of `sealing`, by the journeys and by the benches.
 */
import { argon2id as hash } from 'hash-wasm';

export function argon2id(password, salt) {
  return hash({
    password,
    salt,
    memorySize: 8,
    iterations: 1,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
}
