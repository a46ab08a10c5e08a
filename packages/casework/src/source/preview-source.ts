import type { Actor } from '@lamro/access';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import type { Context } from '../scope/context.ts';
import { checkRight } from '../trail/trail.ts';
import type { SourceTrial } from './room.ts';
import { roomOf, webAddress } from './scope.ts';

const schema = z.object({ url: webAddress });
export type PreviewSourceInput = z.input<typeof schema>;

/**
 * Tries an address as a source and tells what it gives; nothing is stored. May take as long as politeness to the host asks.
 *
 * @throws CommandRefused
 */
export async function previewSource(context: Context, actor: Actor, input: PreviewSourceInput): Promise<SourceTrial> {
  const { url } = parseInput(schema, input);
  checkRight(actor, 'source.preview');
  return roomOf(context).preview(url);
}
