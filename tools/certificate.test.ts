import { X509Certificate } from 'node:crypto';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { makeCertificate } from './certificate.ts';

test('a client that trusts the certificate gets an answer under a real host name', async () => {
  const { key, cert } = makeCertificate(['arxiv.org', '*.arxiv.org']);
  const server = createServer({ key, cert }, (_, res) => res.end('ours'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  const ask = (servername: string): Promise<string> =>
    new Promise((done) => {
      const request = get({ host: '127.0.0.1', port, servername, ca: cert, headers: { host: servername } }, (res) =>
        res.on('data', (part) => done(String(part))),
      );
      request.on('error', (error) => done(error.message));
    });
  expect(await ask('arxiv.org')).toBe('ours');
  expect(await ask('export.arxiv.org')).toBe('ours');
  expect(await ask('example.org')).toContain('does not match');
  server.close();
});

test('it is valid today, and its serial differs each time', () => {
  const [a, b] = [makeCertificate(['a.example']), makeCertificate(['a.example'])].map(
    (c) => new X509Certificate(c.cert),
  );
  expect(Date.parse(a?.validFrom ?? '')).toBeLessThan(Date.now());
  expect(Date.parse(a?.validTo ?? '')).toBeGreaterThan(Date.now());
  expect(a?.serialNumber).not.toBe(b?.serialNumber);
});
