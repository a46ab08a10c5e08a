import type { Channel } from '@lamro/delivery';

/** The ways out that this installation has; null where the operator configured none. */
export interface DeliveryWays {
  readonly email: Channel | null;
  readonly webhook: Channel | null;
  /** Origin at which people reach the desk, for the links in letters. */
  readonly deskUrl: string;
  /** Host in the Message-ID of letters. */
  readonly mailHost: string;
}
