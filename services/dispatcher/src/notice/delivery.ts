import type { Channel } from '@lamro/delivery';
import type { BlobStore } from '@lamro/domain';

/** The ways out that this installation has; null where the operator configured none. */
export interface DeliveryWays {
  readonly email: Channel | null;
  readonly webhook: Channel | null;
  /** Origin at which people reach the desk, for the links in letters. */
  readonly deskUrl: string;
  /** Host in the Message-ID of letters. */
  readonly mailHost: string;
  /** Where the files of issued briefings lie; without it letters with briefings wait. */
  readonly blobStore?: BlobStore;
}
