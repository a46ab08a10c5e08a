import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface Asset {
  /** Address with the content's hash, so that it may be cached for ever. */
  readonly href: string;
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

const STYLES = ['colour', 'base', 'frame', 'form', 'list', 'reading', 'case', 'chart', 'print'];

function asset(name: string, type: string, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const path = `/assets/${name}`;
  return { href: `${path}?v=${hash}`, path, type, body };
}

function own(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
}

/** Everything a page loads besides itself; read once, from this package only. */
export const ASSETS = {
  style: asset('desk.css', 'text/css; charset=utf-8', STYLES.map((name) => own(`style/${name}.css`)).join('\n')),
  script: asset('desk.js', 'text/javascript; charset=utf-8', own('browser/desk.js')),
  htmx: asset(
    'htmx.js',
    'text/javascript; charset=utf-8',
    readFileSync(createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js'), 'utf8').replace(
      /\n\/\/# sourceMappingURL=.*$/m,
      '',
    ),
  ),
  icon: asset('icon.svg', 'image/svg+xml', own('assets/icon.svg')),
} as const;
