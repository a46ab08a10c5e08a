import { z } from 'zod';

/** The mail server that the operator configured. */
export const emailSettings = z.strictObject({
  host: z.string().min(1),
  port: z.number().int().min(1).max(65_535),
  /** `implicit`: TLS from the start (port 465). `required`: STARTTLS or nothing. `none`: a relay on this machine. */
  tls: z.enum(['implicit', 'required', 'none']),
  user: z.string().min(1).nullable().default(null),
  password: z.string().min(1).nullable().default(null),
  from: z.strictObject({ name: z.string().min(1), address: z.email() }),
  connectMs: z.number().int().positive().default(10_000),
  /** Silence after which the server is given up. */
  idleMs: z.number().int().positive().default(30_000),
  /** The whole attempt. */
  timeoutMs: z.number().int().positive().default(90_000),
});

export type EmailSettings = z.output<typeof emailSettings>;
