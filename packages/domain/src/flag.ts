import { z } from 'zod';

export const FLAG_STATES = ['open', 'confirmed', 'dismissed', 'needs-evidence'] as const;
export const flagStateSchema = z.enum(FLAG_STATES);
export type FlagState = z.infer<typeof flagStateSchema>;
