import { z } from 'zod';

/** The part of the OpenAPI document that the contract is tested by. */
const schema = z.unknown();
const media = z.record(z.string(), z.looseObject({ schema }));
const operationSchema = z.looseObject({
  operationId: z.string(),
  description: z.string().optional(),
  parameters: z
    .array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean().optional(), schema }))
    .default([]),
  requestBody: z.looseObject({ content: media }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: media.optional() })),
});
export const documentSchema = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
});
export type Operation = z.output<typeof operationSchema>;

const shapeSchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  minItems: z.number().optional(),
  minimum: z.number().optional(),
  minLength: z.number().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
});

const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-11-20',
  'date-time': '2026-11-20T08:00:00+07:00',
  email: 'nguoi-moi@thu-nghiem.example',
  uri: 'http://127.0.0.1/bai-viet',
};
const PATTERN_EXAMPLES = ['1', 'so-y-te', 'VN', 'vi', '2026-W40', '0.5_1', '1_1', 'http://127.0.0.1/', '21:00'];

/**
 * A smallest value that a schema of the document allows.
 *
 * @throws Error for a pattern that no example fits: add one above
 */
export function smallest(of: unknown): unknown {
  const shape = shapeSchema.parse(of);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  const choice = (shape.anyOf ?? shape.oneOf)?.[0];
  if (choice !== undefined) return smallest(choice);
  switch (Array.isArray(shape.type) ? shape.type[0] : shape.type) {
    case 'string':
      return smallestText(shape);
    case 'integer':
    case 'number':
      return shape.minimum ?? 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'array':
      return Array.from({ length: shape.minItems ?? 0 }, () => smallest(shape.items ?? {}));
    default:
      return Object.fromEntries((shape.required ?? []).map((name) => [name, smallest(shape.properties?.[name] ?? {})]));
  }
}

function smallestText(shape: z.output<typeof shapeSchema>): string {
  const formatted = FORMATS[shape.format ?? ''];
  if (formatted !== undefined) return formatted;
  if (shape.pattern === undefined) return 'x'.repeat(Math.max(1, shape.minLength ?? 1));
  const pattern = new RegExp(shape.pattern, 'u');
  const example = PATTERN_EXAMPLES.find((candidate) => pattern.test(candidate));
  if (example === undefined) throw new Error(`no example for ${shape.pattern}`);
  return example;
}

const HOSTILE: readonly unknown[] = [null, -1, 1e308, '', '\u0000', '\ud800', '💥'.repeat(50), [], {}, [[]], true];

/** Values near a body that are wrong in one field each, and bodies that are nothing at all. */
export function spoiled(of: unknown): readonly unknown[] {
  const valid = smallest(of);
  if (typeof valid !== 'object' || valid === null || Array.isArray(valid)) return HOSTILE;
  const names = Object.keys(shapeSchema.parse(of).properties ?? valid);
  const wrong = names.map((name, index) => ({ ...valid, [name]: HOSTILE[index % HOSTILE.length] }));
  return [...wrong, { ...valid, unknownField: 1 }, [valid], null, 'x'];
}
