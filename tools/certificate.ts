/**
 * A self-signed certificate for the local server that answers under the names of real sites. Made at run time with Node's
 * own crypto: a few lines of DER (ITU-T X.690; X.509 v3, RFC 5280) instead of a tool or a package that may be missing.
 */
import { createHash, generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto';

export interface Certificate {
  /** PEM. */
  readonly key: string;
  /** PEM. */
  readonly cert: string;
  /** Base64 SHA-256 of the public key, for --ignore-certificate-errors-spki-list: a browser then trusts this one only. */
  readonly spki: string;
}

/** One DER element: tag, length, content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const n = body.length;
  const length = n < 0x80 ? [n] : n < 0x100 ? [0x81, n] : [0x82, n >> 8, n & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const ascii = (tag: number, text: string): Buffer => der(tag, Buffer.from(text, 'latin1'));

/** UTCTime, RFC 5280 4.1.2.5.1: two-digit years up to 2049. */
const utc = (date: Date): Buffer => ascii(0x17, `${date.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`);

const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'));
const COMMON_NAME = '550403';
const SUBJECT_ALT_NAME = '551d11';
const DAY = 86_400_000;

/**
 * @param hosts names it is valid for; `*.arxiv.org` works
 * @param now its validity is the year around this moment
 */
export function makeCertificate(hosts: readonly string[], now = new Date()): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const name = sequence(der(0x31, sequence(oid(COMMON_NAME), ascii(0x0c, 'Scholion test pages'))));
  const names = sequence(...hosts.map((host) => ascii(0x82, host))); // [2] dNSName
  const tbs = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))), // version 3
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(15)])), // serial: positive
    ECDSA_SHA256,
    name,
    sequence(utc(new Date(now.getTime() - 2 * DAY)), utc(new Date(now.getTime() + 363 * DAY))),
    name,
    spki,
    der(0xa3, sequence(sequence(oid(SUBJECT_ALT_NAME), der(0x04, names)))),
  );
  const signature = sign('sha256', tbs, privateKey);
  const whole = sequence(tbs, ECDSA_SHA256, der(0x03, Buffer.from([0]), signature));
  const base64 = whole.toString('base64').replace(/.{64}/g, '$&\n');
  const cert = `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
  new X509Certificate(cert); // throws where the bytes above are no certificate
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert,
    spki: createHash('sha256').update(spki).digest('base64'),
  };
}
