import { z } from 'zod';

export const SERVICES = ['crawler', 'classifier', 'dispatcher', 'api'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** What a chaos run tells a service beyond its environment. */
export const serviceOrderSchema = z.object({
  service: z.enum(SERVICES),
  /** Exact loopback origins that it may fetch from and post to. */
  origins: z.array(z.url()),
  /** Holds the milliseconds by which its clock is off. */
  clockFile: z.string().min(1),
  /** How often each job is handled at once; 1 in ordinary runs. */
  repeats: z.number().int().min(1).max(5),
});
export type ServiceOrder = z.infer<typeof serviceOrderSchema>;
