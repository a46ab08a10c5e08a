import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const secretsSchema = z.object({ database: z.string().min(16), auth: z.string().min(32) });
/** What an installation on one machine made up for itself: the password of its database, and the secret of its sessions. */
export type Secrets = z.infer<typeof secretsSchema>;

/**
 * Reads the file of secrets.
 *
 * @throws Error with one Vietnamese line when it is not there or not whole
 */
export function readSecrets(file: string): Secrets {
  const damaged = `Tệp ${file} bị hỏng: hãy khôi phục từ bản sao lưu; cơ sở dữ liệu cần đúng mật khẩu cũ.`;
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(damaged, { cause });
  }
  const parsed = secretsSchema.safeParse(content);
  if (!parsed.success) throw new Error(damaged);
  return parsed.data;
}

/**
 * Reads the file of secrets, and writes it with fresh ones where there is none.
 *
 * @param auth the secret of sessions to start with, where an installation is restored
 */
export function ensureSecrets(file: string, auth?: string): Secrets {
  if (!existsSync(file)) {
    const fresh: Secrets = {
      database: randomBytes(24).toString('base64url'),
      auth: auth ?? randomBytes(48).toString('base64url'),
    };
    writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  }
  return readSecrets(file);
}
