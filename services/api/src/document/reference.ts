import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { html } from 'hono/html';

/** The page's own wishes to the reference: nothing is loaded, measured or sent anywhere but here. */
const CONFIGURATION = {
  url: 'openapi.json',
  title: 'API Làm Rõ',
  telemetry: false,
  withDefaultFonts: false,
  showDeveloperTools: 'never',
  hideClientButton: true,
  agent: { disabled: true, hideAddApi: true },
  mcp: { disabled: true },
  persistAuth: false,
  defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
};

/** Style that the reference writes into its own page; scripts only from here, and calls only to here. */
export const REFERENCE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface ReferenceScript {
  /** Changes with the content, so that browsers may keep it for ever. */
  readonly version: string;
  readonly gzipped: Uint8Array<ArrayBuffer>;
  /** For a client that does not take gzip. */
  plain(): Uint8Array<ArrayBuffer>;
}

let script: ReferenceScript | undefined;

/** Scalar's bundle from the installed package, read when the first reader comes. */
export function referenceScript(): ReferenceScript {
  script ??= readScript();
  return script;
}

function readScript(): ReferenceScript {
  const bundle = new URL('./browser/standalone.js', import.meta.resolve('@scalar/api-reference'));
  const bytes = readFileSync(fileURLToPath(bundle));
  const gzipped = Uint8Array.from(gzipSync(bytes));
  const version = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return { version, gzipped, plain: () => Uint8Array.from(gunzipSync(gzipped)) };
}

/** The reference as a page that people search and try; where scripts are off, it points to the plain one. */
export function referencePage() {
  return html`<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>API Làm Rõ</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="/assets/icon.svg"></head><body>
<noscript><p>Trang này cần JavaScript. <a href="docs/plain">Mở bản không cần JavaScript</a> ·
<a href="openapi.json">openapi.json</a></p></noscript>
<script id="api-reference" data-configuration="${JSON.stringify(CONFIGURATION)}"></script>
<script src="docs/reference.js?v=${referenceScript().version}"></script></body></html>`;
}
