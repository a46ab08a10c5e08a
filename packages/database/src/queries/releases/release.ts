import type { Channel } from '@lamro/domain';

export interface ReleaseRow {
  readonly id: string;
  readonly responseId: string;
  readonly channel: Channel;
  readonly releasedAt: Date;
  readonly withdrawnAt: Date | null;
}

/** Columns of {@link ReleaseRow}, to be read from `releases l`. */
export const RELEASE_COLUMNS = `l.id, l.response_id as "responseId", l.channel, l.released_at as "releasedAt",
  l.withdrawn_at as "withdrawnAt"`;
