import { agencyIdSchema, roleSchema } from '@lamro/domain';
import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { count, DONE, done, instant, maybe, text, words } from '../../endpoint/fields.ts';
import { found } from '../../endpoint/found.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { setVersion } from '../../endpoint/version.ts';

const tag = 'accounts';
const accountId = z.string().regex(/^[\w-]{1,64}$/);
const params = z.strictObject({ accountId });
const account = z.object({
  id: text,
  name: text,
  email: text,
  role: roleSchema,
  agency: maybe(text),
  secondFactor: z.boolean(),
  disabledAt: maybe(instant),
  createdAt: instant,
  version: count,
});
const me = z.object({ id: text, name: text, profile: text, role: roleSchema, agency: maybe(text) });

/** An account of one's own province. */
function ownAccount({ identity }: ApiParts) {
  return async (profile: string, id: string) => {
    const row = await identity.findAccount(id);
    return found(row?.profile === profile ? row : null);
  };
}

/** Accounts of the province. */
export function accountEndpoints(parts: ApiParts): readonly Endpoint[] {
  const { identity } = parts;
  return [
    endpoint({
      ...bare,
      tag,
      right: null,
      operation: 'getMe',
      method: 'get',
      path: '/me',
      summary: 'Tài khoản đang gọi',
      answer: me,
      handle: async ({ actor }) => actor,
    }),
    endpoint({
      ...bare,
      tag,
      right: 'account.read',
      operation: 'listAccounts',
      method: 'get',
      path: '/accounts',
      summary: 'Tài khoản của tỉnh',
      answer: z.object({ items: z.array(account) }),
      handle: async ({ actor }) => ({ items: await identity.listAccounts(actor.profile) }),
    }),
    endpoint({
      ...bare,
      tag,
      right: 'account.read',
      operation: 'getAccount',
      method: 'get',
      path: '/accounts/{accountId}',
      summary: 'Một tài khoản',
      params,
      answer: account,
      handle: async ({ actor, params: { accountId: id }, headers }) => {
        const row = await ownAccount(parts)(actor.profile, id);
        setVersion(headers, row.version);
        return row;
      },
    }),
    ...accountCommands(parts),
  ];
}

function accountCommands(parts: ApiParts): readonly Endpoint[] {
  const { identity, profiles } = parts;
  const own = ownAccount(parts);
  const knownAgency = (profile: string, agency: string | null) =>
    agency === null ? null : found(profiles(profile).agencies.get(agency)).id;
  return [
    endpoint({
      ...bare,
      tag,
      right: 'account.change',
      operation: 'inviteAccount',
      method: 'post',
      path: '/accounts/invitations',
      summary: 'Mời một người; liên kết dùng một lần trong 7 ngày',
      secret: true,
      status: 201,
      body: z.strictObject({
        email: z.email(),
        name: words(200),
        role: roleSchema,
        agency: agencyIdSchema.nullable().default(null),
      }),
      answer: z.object({ link: text }),
      handle: async ({ actor, body }) => {
        const { profile, id: invitedBy } = actor;
        knownAgency(profile, body.agency);
        return { link: await identity.invite({ ...body, profile, invitedBy }) };
      },
    }),
    endpoint({
      ...bare,
      tag,
      right: 'account.change',
      operation: 'changeAccount',
      method: 'patch',
      path: '/accounts/{accountId}',
      summary: 'Sửa hoặc khóa tài khoản',
      params,
      body: z.strictObject({
        name: words(200).optional(),
        role: roleSchema.optional(),
        agency: agencyIdSchema.nullable().optional(),
        disabled: z.boolean().optional(),
      }),
      answer: done,
      handle: async ({ actor, params: { accountId: id }, body, expectedVersion, headers }) => {
        await own(actor.profile, id);
        const { name, role, agency, disabled } = body;
        if (agency !== undefined) knownAgency(actor.profile, agency);
        const edit = {
          id,
          ...(name === undefined ? {} : { name }),
          ...(role === undefined ? {} : { role }),
          ...(agency === undefined ? {} : { agency }),
          ...(disabled === undefined ? {} : { disabled }),
          ...(expectedVersion === undefined ? {} : { expectedVersion }),
        };
        setVersion(headers, await identity.changeAccount(edit, actor));
        return DONE;
      },
    }),
    endpoint({
      ...bare,
      tag,
      right: 'account.change',
      operation: 'unlockAccount',
      method: 'post',
      path: '/accounts/{accountId}/unlock',
      summary: 'Mở khóa do nhập sai mật khẩu',
      params,
      answer: done,
      handle: async ({ actor, params: { accountId: id } }) => {
        await identity.unlock(await own(actor.profile, id), actor);
        return DONE;
      },
    }),
  ];
}
