import type { ChannelRule, Citation } from '@lamro/domain';
import { agencyOn } from '../agency/succession.ts';
import type { Profile } from '../profile/profile.ts';

/** The channels of a profile on a day; a condition that names an agency of the past shows who stands in its place. */
export function channelsOn(profile: Profile, day: string | null): ChannelRule[] {
  return profile.channels.map((channel) => {
    const changes = [...new Set([...channel.convenedBy, ...channel.requestedBy])].flatMap((id) => {
      const held = agencyOn(profile, id, day);
      if (held.id === null) return [`chưa rõ cơ quan kế nhiệm của ${held.name}`];
      return held.formerName === null ? [] : [`${held.formerName} nay là ${held.name}`];
    });
    const note = changes.length === 0 ? '' : ` (${changes.join('; ')}; cần xác nhận)`;
    return {
      id: channel.id,
      open: channel.open,
      basis: channel.basis,
      condition: `${channel.condition}${note}`,
      who: channel.who,
    };
  });
}

/** The clauses that name each channel. */
export function channelCitations(profile: Profile): Citation[] {
  return profile.channels.flatMap((channel) =>
    channel.clauses.map((ref) => ({ ...ref, for: `channel:${channel.id}` })),
  );
}
