import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';

const url = (schemes: readonly string[]) =>
  z.string().refine(
    (value) => {
      const protocol = URL.parse(value)?.protocol;
      return protocol !== undefined && schemes.includes(protocol);
    },
    { error: `phải là địa chỉ bắt đầu bằng ${schemes.map((scheme) => `${scheme}//`).join(' hoặc ')}` },
  );

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return most > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}

/** Every setting of every service. Nothing else reads the environment. */
export const configSchema = z.object({
  /** Folder of everything kept on this machine: embedded database, snapshots, secrets, logs. */
  LAMRO_HOME: z
    .string()
    .min(1)
    .default('data')
    .transform((folder) => resolve(folder)),
  LAMRO_PROFILE: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'là mã hồ sơ tỉnh, ví dụ cao-bang')
    .default('hai-phong'),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  /** Role with fewer rights that the services use, where the operator made one; else DATABASE_URL serves both. */
  DATABASE_SERVICE_URL: url(['postgres:', 'postgresql:']).optional(),
  REDIS_URL: url(['redis:', 'rediss:']).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number({ error: 'phải là số cổng' }).int().min(0).max(65_535).default(8080),
  /** Port of /healthz, /readyz and /metrics of this process, for probes and Prometheus only; none where it is not set. */
  OPERATIONS_PORT: z.coerce.number({ error: 'phải là số cổng' }).int().min(0).max(65_535).optional(),
  /** Receiver of traces (OTLP over HTTP); nothing is sent where it is not set. */
  OTEL_EXPORTER_OTLP_ENDPOINT: url(['http:', 'https:']).optional(),
  /** Share of traces that are kept. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  /** Address by which people reach the desk, when a reverse proxy stands before it. */
  BASE_URL: url(['http:', 'https:']).optional(),
  /** Addresses or networks (CIDR), with commas between, of reverse proxies whose X-Forwarded-For says who calls. */
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()])))
    .refine((list) => list.every(isNetwork), 'phải là các địa chỉ hoặc mạng, ví dụ 10.0.0.5, 10.1.0.0/16'),
  AUTH_SECRET: z.string().min(32, 'cần ít nhất 32 ký tự ngẫu nhiên').optional(),
  /** Single sign-on: the discovery document of the office's OIDC provider, and what it knows this installation by. All three, or none. */
  OIDC_DISCOVERY_URL: url(['http:', 'https:']).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  /** Where an outlet can reach the people who run this crawler; goes into the user agent. */
  CONTACT: z.string().min(3).default('quan-tri@localhost'),
  /** Whether everybody may read, at /cong-khai, the clarifications that a leader opened. */
  PUBLIC_PAGES: z.enum(['on', 'off'], { error: 'là on hoặc off' }).default('off'),
  /** Day of the week (1 is Monday) and hour at which weekly briefings are drawn up, e.g. `5 15:00`; the profile's where not set. */
  BRIEFING_AT: z
    .string()
    .regex(/^[1-7] ([01]\d|2[0-3]):[0-5]\d$/, 'là thứ (1 là thứ Hai, 7 là Chủ nhật) và giờ, ví dụ "5 15:00"')
    .transform((text) => ({ weekday: Number(text.slice(0, 1)), time: text.slice(2) }))
    .optional(),
  MODELS_DIR: z.string().min(1).optional(),
  /** Archive in a store that speaks S3 instead of the folder `archive` under LAMRO_HOME. The bucket and both keys, or none. */
  S3_BUCKET: z.string().min(3).optional(),
  /** Address of the store where it is not the public one of the region. */
  S3_ENDPOINT: url(['http:', 'https:']).optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** What a backup is closed with: a passphrase, or public keys (age1…, separated by commas) whose secret halves lie elsewhere. */
  BACKUP_PASSPHRASE: z.string().min(16, 'cần ít nhất 16 ký tự').optional(),
  BACKUP_RECIPIENT: z.string().min(1).optional(),
  /** Secret keys (AGE-SECRET-KEY-1…, a line each) that open a backup closed with public ones. */
  BACKUP_IDENTITY: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  CRAWL_CONCURRENCY: z.coerce.number().int().min(1).max(256).default(32),
  CLASSIFY_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(2),
});
export type Config = z.infer<typeof configSchema>;

export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`Cấu hình sai: ${problems.join('; ')}`);
    this.name = 'ConfigError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration: `overrides` win over the environment, the environment over the file named by
 * `LAMRO_CONFIG_FILE` (lines of `NAME=value`). `NAME_FILE` names a file that holds the value, for secrets.
 *
 * @throws ConfigError naming each wrong variable and its remedy
 */
export function loadConfig(overrides: Environment = {}, environment: Environment = process.env): Config {
  const file = environment['LAMRO_CONFIG_FILE'];
  const merged = { ...(file === undefined ? {} : readSettings(file)), ...present(environment), ...present(overrides) };
  const values = Object.fromEntries(
    Object.keys(configSchema.shape).map((name) => [name, merged[name] ?? readSecret(merged, name)]),
  );
  const parsed = configSchema.safeParse(values);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  return parsed.data;
}

/** An empty variable counts as one that is not set: compose files and shells leave such behind. */
function present(environment: Environment): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

function readSettings(file: string): Record<string, string> {
  if (!existsSync(file)) throw new ConfigError([`LAMRO_CONFIG_FILE chỉ tới ${file} nhưng tệp này không có`]);
  return present(parseEnv(readFileSync(file, 'utf8')));
}

function readSecret(environment: Record<string, string>, name: string): string | undefined {
  const file = environment[`${name}_FILE`];
  if (file === undefined) return undefined;
  if (!existsSync(file)) throw new ConfigError([`${name}_FILE chỉ tới ${file} nhưng tệp này không có`]);
  return readFileSync(file, 'utf8').trim();
}
