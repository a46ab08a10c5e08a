import { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Endpoint } from '../endpoint/endpoint.ts';
import { problemSchema } from '../problem/problem.ts';
import { describeWebhooks } from './webhooks.ts';

export type OpenApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

const PROBLEM = { 'application/problem+json': { schema: problemSchema } };
const commandHeaders = z.object({
  'Idempotency-Key': z.string().optional().describe('Khóa do bên gọi đặt; gửi lại cùng khóa nhận lại kết quả cũ.'),
  'If-Match': z.string().optional().describe('ETag của bản đã đọc; bản đã đổi thì trả lời 412.'),
});

/** The OpenAPI 3.1 document of the operations; complete because it is made from what is mounted. */
export function describeApi(endpoints: readonly Endpoint[]): OpenApiDocument {
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'better-auth.session_token',
  });
  for (const endpoint of endpoints) app.openAPIRegistry.registerPath(pathOf(endpoint));
  describeWebhooks(app.openAPIRegistry);
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Làm Rõ',
      version: '1.0.0',
      description: 'Theo dõi báo chí về một tỉnh và giải thích, làm rõ thông tin có thể sai lệch.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ key: [] }, { session: [] }],
  });
}

function pathOf(endpoint: Endpoint): Parameters<OpenAPIHono['openAPIRegistry']['registerPath']>[0] {
  const { method, path, operation, tag, summary, right, params, query } = endpoint;
  return {
    method,
    path,
    operationId: operation,
    tags: [tag],
    summary,
    ...(right === null ? {} : { description: `Quyền: ${right}` }),
    request: {
      ...(hasFields(params) ? { params } : {}),
      ...(hasFields(query) ? { query } : {}),
      ...(method === 'get' ? {} : { headers: commandHeaders }),
      ...bodyOf(endpoint),
    },
    responses: {
      [endpoint.status ?? 200]: { description: 'Kết quả', content: contentOf(endpoint) },
      default: { description: 'Không thực hiện được: mã ổn định ở `code`, cách xử lý ở `detail`', content: PROBLEM },
    },
  };
}

function bodyOf({ method, body, bodyMedia }: Endpoint) {
  if (method === 'get') return {};
  if (bodyMedia !== undefined) {
    const schema =
      bodyMedia === 'application/octet-stream'
        ? { type: 'string' as const, format: 'binary' }
        : { type: 'string' as const };
    return { body: { required: true, content: { [bodyMedia]: { schema } } } };
  }
  if (body instanceof z.ZodObject && !hasFields(body)) return {};
  return { body: { required: true, content: { 'application/json': { schema: body } } } };
}

function contentOf({ answer, media }: Endpoint) {
  if (answer !== null) return { 'application/json': { schema: answer } };
  return Object.fromEntries(media.map((type) => [type, { schema: { type: 'string' as const } }]));
}

function hasFields(schema: z.ZodObject): boolean {
  return Object.keys(schema.shape).length > 0;
}
