import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { type Randomness, systemRandomness } from './bytes.ts';
import { fail, ok, type Result } from './result.ts';
import { CODE_SIGNATURE, type CodeToken, isCodeToken, readCodeKey } from './survey-code.ts';

/** A token that waits for its signature. */
export interface BlindToken {
  /** For the server: it says nothing of the token, whatever the server knows. */
  readonly blinded: Uint8Array;
  /** Takes the blindness from what the server signed. Errors: `bad-signature`. */
  finish(blindSignature: Uint8Array): Promise<Result<CodeToken>>;
}

/**
 * Begins a token (RFC 9474, RSABSSA-SHA384-PSS-Randomized) under the key that two signed for with their survey: with a key of its own
 * for each person a server could tell answers apart. Errors: `malformed`.
 */
export async function beginToken(
  publicKey: Uint8Array,
  random: Randomness = systemRandomness,
): Promise<Result<BlindToken>> {
  const key = await readCodeKey(publicKey);
  if (!key.ok) return key;
  const suite = RSABSSA.SHA384.PSS.Randomized();
  const message = suite.prepare(random(32));
  const { blindedMsg, inv } = await suite.blind(key.value, message);
  return ok({
    blinded: blindedMsg,
    async finish(blindSignature) {
      if (blindSignature.length !== CODE_SIGNATURE)
        return fail('bad-signature', 'not as long as a signature');
      try {
        const token = { message, signature: await suite.finalize(key.value, message, blindSignature, inv) };
        return (await isCodeToken(key.value, token))
          ? ok(token)
          : fail('bad-signature', 'another key signed');
      } catch {
        return fail('bad-signature', 'another key signed');
      }
    },
  });
}
