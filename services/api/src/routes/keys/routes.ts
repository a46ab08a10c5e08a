import { setKeyScopes } from '@lamro/database';
import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { DONE, done, id, idParam, instant, maybe, text, words } from '../../endpoint/fields.ts';
import { found } from '../../endpoint/found.ts';
import type { ApiParts } from '../../endpoint/parts.ts';

const about = { tag: 'keys', right: 'key.create' } as const;
const scopes = z.array(z.enum(['read', 'write'])).min(1);
const key = z.object({
  id,
  name: text,
  createdAt: instant,
  expiresAt: instant,
  revokedAt: maybe(instant),
  lastUsedAt: maybe(instant),
});

/** API keys of whoever calls; a key speaks for its owner, at most with the owner's rights. */
export function keyEndpoints({ identity, pool }: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      ...about,
      operation: 'listKeys',
      method: 'get',
      path: '/keys',
      summary: 'Khóa API của mình',
      answer: z.object({ items: z.array(key) }),
      handle: async ({ actor }) => ({ items: await identity.listApiKeys(actor.id) }),
    }),
    endpoint({
      ...bare,
      ...about,
      operation: 'createKey',
      method: 'post',
      path: '/keys',
      summary: 'Tạo khóa API; khóa chỉ hiện một lần',
      secret: true,
      status: 201,
      body: z.strictObject({
        name: words(100),
        daysValid: z.number().int().min(1).max(365).default(90),
        scopes: scopes.default(['read']),
      }),
      answer: z.object({ id, key: text }),
      handle: async ({ actor, body }) => {
        const made = await identity.createApiKey(actor.id, body.name, body.daysValid);
        try {
          await setKeyScopes(pool, made.id, body.scopes);
        } catch (error) {
          // A key may never do more than was asked for: without its scopes it does not live.
          await identity.revokeApiKey(actor.id, made.id);
          throw error;
        }
        return made;
      },
    }),
    endpoint({
      ...bare,
      ...about,
      operation: 'revokeKey',
      method: 'delete',
      path: '/keys/{id}',
      summary: 'Thu hồi khóa API của mình',
      params: idParam,
      answer: done,
      handle: async ({ actor, params }) => {
        found((await identity.revokeApiKey(actor.id, params.id)) ? DONE : null);
        return DONE;
      },
    }),
  ];
}
