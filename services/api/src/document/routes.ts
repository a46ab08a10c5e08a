import { Hono } from 'hono';
import type { Endpoint } from '../endpoint/endpoint.ts';
import type { ApiEnv } from '../endpoint/mount.ts';
import { describeApi } from './document.ts';
import { plainPage } from './page.ts';
import { REFERENCE_POLICY, referencePage, referenceScript } from './reference.ts';

/** The OpenAPI document and its two pages; open to everybody, since they tell nothing of any province. */
export function documentRoutes(endpoints: readonly Endpoint[]): Hono<ApiEnv> {
  const document = describeApi(endpoints);
  const plain = plainPage(document, endpoints);
  const app = new Hono<ApiEnv>();
  app.get('/openapi.json', (c) => c.json(document));
  app.get('/docs', (c) => {
    c.header('content-security-policy', REFERENCE_POLICY);
    c.header('x-content-type-options', 'nosniff');
    return c.html(referencePage());
  });
  app.get('/docs/plain', (c) => {
    c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    return c.html(plain);
  });
  app.get('/docs/reference.js', (c) => {
    const { gzipped, plain: bytes } = referenceScript();
    c.header('content-type', 'text/javascript; charset=utf-8');
    c.header('cache-control', 'public, max-age=31536000, immutable');
    c.header('x-content-type-options', 'nosniff');
    c.header('vary', 'accept-encoding');
    if (c.req.header('accept-encoding')?.includes('gzip') !== true) return c.body(bytes());
    c.header('content-encoding', 'gzip');
    return c.body(gzipped);
  });
  return app;
}
