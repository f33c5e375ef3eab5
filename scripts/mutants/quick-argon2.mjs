/** Argon2id with the least work it takes: an account is opened for nearly every test, and no test here counts on the cost. */
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
