import { codeKeyHash, codeSecret, type CodeToken, fromBase64url, idBytes } from '@dayaq/sealing';
import type { BlindToken } from '@dayaq/sealing/blind-code';
import { call } from '../call.ts';
import { spaceHere } from '../door.ts';

/** Why a code was not changed: it is none, was used, the network is away, the page is too old, or another key signed. */
export type CodeProblem = 'codeWrong' | 'codeUsed' | 'codeGhost' | 'away' | 'old';

/** What a code is being changed for: asked again after a break it is the same, so that no code is lost by that. */
let begun: { readonly code: string; readonly token: BlindToken } | null = null;

/**
 * Changes a code for the right to one answer, under the key that two signed for with the survey. What does so is fetched only where a
 * survey asks for codes.
 * @param codes the key, SPKI in base64url
 */
export async function changeCode(codes: string, typed: string): Promise<CodeToken | CodeProblem> {
  const publicKey = fromBase64url(codes);
  if (!publicKey.ok) return 'codeGhost';
  const key = await codeKeyHash(publicKey.value);
  const code = await codeSecret(spaceHere(), key, typed);
  if (code === null) return 'codeWrong';
  if (begun?.code !== typed) {
    const blind = await import('@dayaq/sealing/blind-code').catch(() => null);
    if (blind === null) return 'away';
    const token = await blind.beginToken(publicKey.value);
    if (!token.ok) return 'codeGhost';
    begun = { code: typed, token: token.value };
  }
  const { blinded, finish } = begun.token;
  const answer = await call('codes/change', { space: idBytes(spaceHere()), key, code, blinded });
  if (!answer.ok) {
    if (answer.error === 'code-used') return 'codeUsed';
    if (answer.error === 'version-mismatch') return 'old';
    return answer.error === 'not-found' ? 'codeWrong' : 'away';
  }
  const token = await finish(answer.value.signature);
  return token.ok ? token.value : 'codeGhost';
}
