import { constants, createPrivateKey, createPublicKey, privateDecrypt, publicEncrypt } from 'node:crypto';

/**
 * RFC 9474, BlindSign: the bare RSA operation over a blinded message, checked against a fault as the RFC asks. Null where key or
 * message are none. Nothing of what the signature will stand for can be seen here.
 * @param pkcs8 of a key of 2048 bits
 */
export function blindSign(pkcs8: Uint8Array, blinded: Uint8Array): Uint8Array | null {
  try {
    const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
    const padding = constants.RSA_NO_PADDING;
    const signed = privateDecrypt({ key, padding }, blinded);
    return publicEncrypt({ key: createPublicKey(key), padding }, signed).equals(blinded) ? signed : null;
  } catch {
    return null;
  }
}

/** Whether these bytes are an RSA key of 2048 bits. */
export function isCodeKey(pkcs8: Uint8Array): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey({
      key: Buffer.from(pkcs8),
      format: 'der',
      type: 'pkcs8',
    });
    return asymmetricKeyType === 'rsa' && asymmetricKeyDetails?.modulusLength === 2048;
  } catch {
    return false;
  }
}
