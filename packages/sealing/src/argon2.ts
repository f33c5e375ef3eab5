import { argon2id as hashWasmArgon2id } from 'hash-wasm';

/** Argon2id (RFC 9106) with our parameters: 64 MiB, three passes, one lane, 32 bytes. */
export function argon2id(password: Uint8Array, salt: Uint8Array): Promise<Uint8Array> {
  return hashWasmArgon2id({
    password,
    salt,
    memorySize: 65_536,
    iterations: 3,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
}
