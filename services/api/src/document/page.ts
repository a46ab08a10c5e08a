import { html } from 'hono/html';
import { z } from 'zod';
import type { Endpoint } from '../endpoint/endpoint.ts';
import type { OpenApiDocument } from './document.ts';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
code{font:14px ui-monospace,monospace}summary{cursor:pointer;padding:.4rem 0}pre{overflow:auto;font-size:13px}`;

/** The reference as one page that needs nothing from elsewhere and runs no script. */
export function plainPage(document: OpenApiDocument, endpoints: readonly Endpoint[]) {
  const tags = [...new Set(endpoints.map((endpoint) => endpoint.tag))];
  return html`<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>API Làm Rõ</title>
<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body><main>
<h1>API Làm Rõ ${document.info.version}</h1>
<p>Tài liệu OpenAPI: <a href="../openapi.json">openapi.json</a>. Mỗi yêu cầu kèm phiên đăng nhập hoặc
<code>Authorization: Bearer KHÓA</code>; lệnh kèm <code>Idempotency-Key</code>, sửa đổi kèm <code>If-Match</code>.</p>
${tags.map((tag) => section(tag, endpoints))}</main></body></html>`;
}

function section(tag: string, endpoints: readonly Endpoint[]) {
  return html`<section><h2>${tag}</h2>${endpoints.filter((endpoint) => endpoint.tag === tag).map(operation)}</section>`;
}

function operation(endpoint: Endpoint) {
  const { method, path, summary, operation: name, right } = endpoint;
  return html`<details id="${name}"><summary><code>${method.toUpperCase()} ${path}</code> — ${summary}</summary>
${right === null ? '' : html`<p>Quyền: <code>${right}</code></p>`}
${shapeOf('Tham số', endpoint.query)}${method === 'get' ? '' : shapeOf('Nội dung', endpoint.body)}
${endpoint.answer === null ? html`<p>${endpoint.media.join(', ')}</p>` : shapeOf('Trả lời', endpoint.answer)}</details>`;
}

function shapeOf(title: string, schema: z.ZodType) {
  if (schema instanceof z.ZodObject && Object.keys(schema.shape).length === 0) return '';
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return html`<h3>${title}</h3><pre>${JSON.stringify(shape, null, 1)}</pre>`;
}
