import { z } from 'zod';
import type { Endpoint } from '../endpoint/endpoint.ts';

const HEAD = `// biome-ignore-all format: written by test/api/write-client.ts from the operations of the API
`;

/** The operations as TypeScript: their addresses, and what each takes and answers. The client is typed by this. */
export function clientTypes(endpoints: readonly Endpoint[]): string {
  const addresses = endpoints.map(({ operation, method, path, bodyMedia }) => {
    const media = bodyMedia === undefined ? 'null' : `'${bodyMedia}'`;
    return `  ${operation}: { method: '${method.toUpperCase()}', path: '${path}', bodyMedia: ${media} },`;
  });
  const types = endpoints.map((endpoint) => `  ${endpoint.operation}: { ${partsOf(endpoint).join('; ')} };`);
  return `${HEAD}
/** Where each operation is. */
export const OPERATIONS = {
${addresses.join('\n')}
} as const;

/** What each operation takes and answers; \`Response\` where it answers with a file or a stream. */
export interface Operations {
${types.join('\n')}
}
`;
}

function partsOf(endpoint: Endpoint): string[] {
  const { params, query, body, bodyMedia, method, answer } = endpoint;
  const parts = [`params: ${typeOf(params, 'input')}`, `query: ${typeOf(query, 'input')}`];
  const bytes = bodyMedia === 'application/octet-stream' ? 'Uint8Array<ArrayBuffer>' : 'string';
  if (method === 'get') parts.push('body: Record<never, never>');
  else parts.push(`body: ${bodyMedia === undefined ? typeOf(body, 'input') : bytes}`);
  parts.push(`answer: ${answer === null ? 'Response' : typeOf(answer, 'output')}`);
  return parts;
}

function typeOf(schema: z.ZodType, io: 'input' | 'output'): string {
  const json = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return written(shapeSchema.parse(json), json);
}

/** The part of JSON Schema that our schemas use. */
const shapeSchema = z.looseObject({
  $ref: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.unknown().optional(),
});
type Shape = z.output<typeof shapeSchema>;

function written(shape: Shape, root: unknown): string {
  const inner = (part: unknown) => written(shapeSchema.parse(part), root);
  if (shape.$ref !== undefined) return inner(resolve(root, shape.$ref));
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.enum !== undefined) return shape.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return choices.map(inner).join(' | ');
  if (shape.allOf !== undefined) return shape.allOf.map((part) => `(${inner(part)})`).join(' & ');
  if (Array.isArray(shape.type)) return shape.type.map((type) => inner({ ...shape, type })).join(' | ');
  switch (shape.type) {
    case 'string':
    case 'boolean':
    case 'null':
      return shape.type;
    case 'number':
    case 'integer':
      return 'number';
    case 'array':
      return `(${inner(shape.items ?? {})})[]`;
    case 'object':
      return objectType(shape, inner);
    default:
      return 'unknown';
  }
}

function objectType(shape: Shape, inner: (part: unknown) => string): string {
  const entries = Object.entries(shape.properties ?? {});
  if (entries.length === 0) {
    const open = typeof shape.additionalProperties === 'object' && shape.additionalProperties !== null;
    return open ? `Record<string, ${inner(shape.additionalProperties)}>` : 'Record<never, never>';
  }
  const fields = entries.map(([name, part]) => {
    const needed = shape.required?.includes(name) === true;
    return `${JSON.stringify(name)}${needed ? '' : '?'}: ${inner(part)}${needed ? '' : ' | undefined'}`;
  });
  return `{ ${fields.join('; ')} }`;
}

function resolve(root: unknown, ref: string): unknown {
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined), root);
}
